package io.assay.harness.run.planted;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import sun.misc.Unsafe;

/** Breaks in each way that a fork can break. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class BreakingBenchmark {
    /** How. */
    public enum Way {
        /** Not at all. */
        FINE,
        /** An exception in the measured method. */
        THROWS,
        /** The JVM ends. */
        EXITS,
        /** The JVM crashes. */
        CRASHES,
        /** The heap is exhausted. */
        EATS_HEAP,
        /** No end, and no ear for interrupts. */
        HANGS
    }

    /** How. */
    @Param
    public Way way;

    private final List<long[]> eaten = new ArrayList<>();
    private long calls;

    /** Breaks. */
    @Benchmark
    public long work() throws ReflectiveOperationException {
        switch (way) {
            case THROWS:
                throw new IllegalStateException("planted: the answer was wrong");
            case EXITS:
                Runtime.getRuntime().halt(42);
                return 0;
            case CRASHES:
                Field field = Unsafe.class.getDeclaredField("theUnsafe");
                field.setAccessible(true);
                return ((Unsafe) field.get(null)).getLong(1);
            case EATS_HEAP:
                while (eaten.add(new long[1 << 20])) {
                    calls++;
                }
                return calls;
            case HANGS:
                while (calls >= 0) {
                    LockSupport.parkNanos(1_000_000);
                    calls &= Long.MAX_VALUE;
                }
                return 0;
            default:
                return calls++;
        }
    }
}
