package io.assay.harness.stats;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;

/** Upper quantiles of Student's t, each computed once: the rows of a file share theirs. For one thread. */
final class TailQuantiles {
    private final Map<Key, Double> known = new HashMap<>();

    private record Key(double level, double df) {}

    /** The value that t with this many degrees of freedom exceeds with the given chance. */
    double at(double level, double df) {
        return known.computeIfAbsent(
                new Key(level, df), key -> TDistribution.of(key.df()).inverseSurvivalProbability(key.level()));
    }
}
