package io.assay.harness.run.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Operations that end by the clock, late or not, so that the score is the same on a busy machine. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PacedBenchmark {
    private static final long MILLISECOND = 1_000_000;

    /** Where the tear-down leaves a mark; not set, it leaves none. */
    public static final String MARK = "planted.teardown";

    /** Milliseconds that the set-up takes. */
    public static final String SETUP = "planted.setup";

    /** How the pace goes. */
    public enum Pace {
        /** A millisecond an operation. */
        STEADY,
        /** Twice as slow every third of a second. */
        RESTLESS
    }

    /** How. */
    @Param
    public Pace pace;

    private long began;
    private long due;

    /** Sets the clock. */
    @Setup(Level.Trial)
    public void begin() {
        long ready = System.nanoTime() + Long.getLong(SETUP, 0) * MILLISECOND;
        for (long left = ready - System.nanoTime(); left > 0; left = ready - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        began = System.nanoTime();
    }

    /** What an iteration's end held up is not made up for in the next. */
    @Setup(Level.Iteration)
    public void align() {
        due = System.nanoTime();
    }

    /** Shows that the last iteration was known to be the last. */
    @TearDown(Level.Trial)
    public void mark() throws IOException {
        String path = System.getProperty(MARK);
        if (path != null) {
            Files.createTempFile(Path.of(path), pace.name(), "");
        }
    }

    /** Waits for its time. */
    @Benchmark
    public long tick() {
        due += pace == Pace.STEADY ? MILLISECOND : (long) (MILLISECOND / 2 * Math.pow(2, (due - began) / 3e8));
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
        return due;
    }
}
