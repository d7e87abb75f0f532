package io.assay.harness.run.planted;

import io.assay.harness.api.FullestPoint;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Holds 32 MiB, and lets go of them at different times. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HoldingBenchmark {
    /** What is held. */
    public static final int BYTES = 32 << 20;

    /** When it is held. */
    public enum When {
        /** Never. */
        NEVER,
        /** From the set-up to the end of the trial. */
        WHILE_THE_STATE_STANDS,
        /** In the middle of each operation. */
        WITHIN_AN_OPERATION
    }

    /** When it is held. */
    @Param
    public When when;

    private byte @Nullable [] held;

    /** Holds it, or not. */
    @Setup
    public void fill() {
        held = when == When.WHILE_THE_STATE_STANDS ? new byte[BYTES] : null;
    }

    /** Holds it, or not, and tells how much. */
    @Benchmark
    public int operate() {
        if (when != When.WITHIN_AN_OPERATION) {
            return held == null ? 0 : held.length;
        }
        held = new byte[BYTES];
        FullestPoint.reached();
        int length = held.length;
        held = null;
        return length;
    }
}
