package io.assay.harness.run;

import io.assay.harness.stats.ForkPrecision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which cells a run covers where these are not simply all rows of some benchmarks, and how sure it wants to be of them.
 * Such a run measures in rounds until every row is narrow enough, its forks are spent or its time is.
 */
public interface Selection {
    /** Whether a row of a benchmark is wanted at all. */
    boolean wants(Benchmark benchmark, Map<String, String> params);

    /** Threads that each row is run with, each a row of its own; none leaves benchmarks their own. */
    List<Integer> threads();

    /** About how long an operation takes, where that is known; zero where not. */
    Duration operation(Benchmark benchmark);

    /**
     * The cells that are run where not all fit into the time.
     *
     * @param cells all of them: the name of the row, without profile and JDK, and of what it is launched with
     * @param most how many fit
     * @return their numbers
     */
    List<Integer> fraction(List<Place> cells, int most);

    /** How far a row's 95% interval may reach from its value, as a share of it, for the row to need no more forks. */
    double precision();

    /** The most forks of a cell, where the user names no number. */
    int forks();

    /** The fewest forks of a cell that are worth their time: cells are left out before they get fewer. */
    default int leastForks() {
        return ForkPrecision.LEAST_FORKS;
    }

    /** Whether the live heap of each cell is weighed, in a fork of its own. */
    default boolean weighs() {
        return true;
    }

    /**
     * When a fork is ended whose not ending is a result.
     *
     * @param settings of the fork
     * @return empty where a fork that does not end has failed
     */
    default Optional<ForkLimit> limit(Settings settings) {
        return Optional.empty();
    }

    /**
     * Where a cell stands.
     *
     * @param row what is measured
     * @param launch under what
     */
    record Place(String row, String launch) {}
}
