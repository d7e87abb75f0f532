package io.assay.harness.run.planted;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Parses numbers, or says so. The harness has to find each lie by itself. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LyingBenchmark {
    private static final String[] GOOD = {"100000007", "200000033", "300000007", "400000009"};
    private static final String[] BAD = {"1e8", "2e8", "", "-"};

    /** Who claims to do the work. */
    public enum Claim {
        /** Does it. */
        HONEST,
        /** Does it too. */
        PEER,
        /** Fails at every number, and swallows that. */
        ERROR_PATH,
        /** Does one number in two. */
        HALF,
        /** Never gets to the work. */
        NEVER_STARTED
    }

    /** Counts numbers that were parsed. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Numbers parsed. */
        public long items;
    }

    /** Who. */
    @Param
    public Claim implementation;

    private int next;

    /** Parses four numbers. */
    @Benchmark
    public long parse(Counters counters) {
        switch (implementation) {
            case HONEST:
            case PEER:
                return all(GOOD, counters, 1);
            case HALF:
                return all(GOOD, counters, 2);
            case ERROR_PATH:
                return all(BAD, counters, 1);
            default:
                return next++;
        }
    }

    private static long all(String[] numbers, Counters counters, int step) {
        long sum = 0;
        for (int i = 0; i < numbers.length; i += step) {
            try {
                sum += Integer.parseInt(numbers[i]);
                counters.items++;
            } catch (NumberFormatException e) {
                sum--;
            }
        }
        return sum;
    }
}
