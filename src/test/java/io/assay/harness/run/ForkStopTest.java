package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.stats.StoppingRule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

@DisplayName("JMH's loop, walked with given scores, ends when the profiler says so")
class ForkStopTest {
    private static final StoppingRule RULE = StoppingRule.within(25, 10);
    private static final Duration AMPLE = Duration.ofHours(1);

    private final BenchmarkParams params = params();

    private record Ended(int warmUps, int measured, int toldTheyAreLast) {}

    /** As JMH's BaseRunner does: the count is read before each iteration, and whether it is the last. */
    private Ended walk(Duration cap, IntToDoubleFunction scores) {
        Stopping.InFork plan = new Stopping.InFork(RULE, new Stopping.Cap(5, cap), new Stopping.Cap(5, cap));
        ForkStop profiler = new ForkStop(plan.encoded());
        int at = 0;
        int warmUps = 0;
        for (int i = 1; i <= params.getWarmup().getCount(); i++) {
            iteration(profiler, params.getWarmup(), scores.applyAsDouble(at++));
            warmUps++;
        }
        int measured = 0;
        int last = 0;
        for (int i = 1; i <= params.getMeasurement().getCount(); i++) {
            last += i == params.getMeasurement().getCount() ? 1 : 0;
            iteration(profiler, params.getMeasurement(), scores.applyAsDouble(at++));
            measured++;
        }
        return new Ended(warmUps, measured, last);
    }

    private void iteration(ForkStop profiler, IterationParams iteration, double micros) {
        profiler.beforeIteration(params, iteration);
        IterationResult result = new IterationResult(params, iteration, new IterationResultMetaData(1_000, 1_000));
        result.addResult(
                new AverageTimeResult(ResultRole.PRIMARY, "tick", 1_000, (long) (micros * 1e6), TimeUnit.MICROSECONDS));
        assertTrue(profiler.afterIteration(params, iteration, result).isEmpty());
    }

    @Test
    void steadyEndsAtTheLeastAndOneMore() {
        assertEquals(new Ended(8, 3, 1), walk(AMPLE, i -> 100));
    }

    @Test
    void neverSteadyGoesToTheCaps() {
        assertEquals(new Ended(25, 10, 1), walk(AMPLE, i -> 100 + 20 * i));
    }

    @Test
    void steadyLateIsWaitedFor() {
        assertEquals(new Ended(16, 3, 1), walk(AMPLE, i -> i < 4 ? 300 : 100), "the first look that forgets the step");
    }

    @Test
    void whatDriftsWhileMeasuringGoesOn() {
        assertEquals(new Ended(8, 10, 1), walk(AMPLE, i -> i < 8 ? 100 : 100 * Math.pow(1.1, i - 8)));
    }

    @Test
    void timeThatIsUpLeavesTheUncutCounts() {
        assertEquals(new Ended(5, 5, 1), walk(Duration.ZERO, i -> 100 + 20 * i));
    }

    private static BenchmarkParams params() {
        return new BenchmarkParams(
                "a.B.tick",
                "a.B_jmhTest",
                true,
                1,
                new int[] {1},
                List.of(),
                1,
                0,
                new IterationParams(IterationType.WARMUP, 25, TimeValue.milliseconds(100), 1),
                new IterationParams(IterationType.MEASUREMENT, 10, TimeValue.milliseconds(250), 1),
                Mode.AverageTime,
                new WorkloadParams(),
                TimeUnit.MICROSECONDS,
                1,
                "java",
                List.of(),
                "17",
                "VM",
                "17",
                "1.37",
                TimeValue.minutes(1));
    }
}
