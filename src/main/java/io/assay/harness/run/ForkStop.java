package io.assay.harness.run;

import io.assay.harness.stats.StoppingRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * Ends the phases of a fork when the {@link StoppingRule} says so. JMH has no call for that, but its loops ask
 * {@link IterationParams#getCount()} before each iteration, and a profiler is handed those very objects: where the
 * count is lowered, the loop ends. Where it cannot be lowered the fork runs to its caps, which is never wrong.
 *
 * <p>JMH tells an iteration beforehand that it is the last, so that it tears the benchmark's state down. The measured
 * count is therefore set one iteration ahead: when what was measured is enough, one more is measured.
 */
public final class ForkStop implements InternalProfiler {
    private static final String COUNT = "count";

    /** From JDK 26 on a JVM may refuse to change a final field by reflection (JEP 500). */
    private static final int LAST_FREE_TO_CHANGE = 25;

    private final Stopping.InFork plan;
    private final double[] warmUp;
    private final double[] measured;
    private int warmUps;
    private int measurements;
    private long iterationBegan;
    private long warmUpNanos;
    private long measuredNanos;

    /**
     * For JMH, which makes profilers by reflection.
     *
     * @param plan {@link Stopping.InFork#encoded()}
     */
    public ForkStop(String plan) {
        this.plan = Stopping.InFork.decoded(plan);
        this.warmUp = new double[this.plan.rule().warmUpCap()];
        this.measured = new double[this.plan.rule().measuredCap()];
    }

    /** Whether a fork on a JDK of this feature version can be ended early by this JMH. */
    static boolean worksOn(int feature) {
        return feature <= LAST_FREE_TO_CHANGE && count() != null;
    }

    private static @Nullable Field count() {
        Class<?> type = IterationParams.class;
        while (type != null) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(COUNT) && field.getType() == int.class) {
                    return field.trySetAccessible() ? field : null;
                }
            }
            type = type.getSuperclass();
        }
        return null;
    }

    @Override
    public String getDescription() {
        return "ends a fork that is steady and has measured enough";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        iterationBegan = System.nanoTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double score = result.getPrimaryResult().getScore();
        long nanos = System.nanoTime() - iterationBegan;
        if (iteration.getType() == IterationType.WARMUP) {
            warmUp[warmUps++] = score;
            warmUpNanos += nanos;
            if (decision() == StoppingRule.Decision.MEASURE || plan.warmUp().over(warmUps, warmUpNanos)) {
                lower(iteration, warmUps);
            }
        } else {
            measured[measurements++] = score;
            measuredNanos += nanos;
            // What the coming iteration will take is known only from those before it.
            long withNext = measuredNanos + measuredNanos / measurements;
            if (decision() == StoppingRule.Decision.STOP || plan.measured().over(measurements + 1, withNext)) {
                lower(iteration, measurements + 1);
            }
        }
        return List.of();
    }

    private StoppingRule.Decision decision() {
        return plan.rule().decide(Arrays.copyOf(warmUp, warmUps), Arrays.copyOf(measured, measurements));
    }

    private static void lower(IterationParams params, int count) {
        Field field = count();
        if (field != null && count < params.getCount()) {
            try {
                field.setInt(params, count);
            } catch (IllegalAccessException e) {
                // A JVM that protects final fields: the fork goes to its cap.
                return;
            }
        }
    }
}
