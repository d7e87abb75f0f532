package io.assay.harness.compare;

import io.assay.harness.result.Metric;
import io.assay.harness.stats.Change;
import io.assay.harness.stats.Ratio;
import io.assay.harness.stats.Sample;
import io.assay.harness.stats.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * One metric of a pair, before its verdict.
 *
 * @param pair the two rows
 * @param metric its name
 * @param base what the base measured
 * @param head what the head measured
 * @param threshold the change that counts
 * @param role what it will be to the gate
 */
record Candidate(Pairing.Pair pair, String metric, Metric base, Metric head, double threshold, ComparedRow.Role role) {
    private static final String CONTROL =
            "CONTROL: its code did not change, so it does not gate: what moves it moved the" + " machine";

    /** Why there is nothing to compare; empty if there is. */
    Optional<String> fault() {
        if (pair.refusal().isPresent()) {
            return pair.refusal();
        }
        if (!Costs.comparable(base.unit(), head.unit())) {
            return Optional.of("UNITS: " + base.unit() + " and " + head.unit() + " measure different things");
        }
        return Optional.<String>empty()
                .or(() -> Costs.of(base).fault().map(fault -> "NO_FIGURES: base: " + fault))
                .or(() -> Costs.of(head).fault().map(fault -> "NO_FIGURES: head: " + fault));
    }

    Sample baseSample() {
        return Costs.of(base).sample();
    }

    Sample headSample() {
        return Costs.of(head).sample();
    }

    /** The same, slower only as chance makes one of so many rows. */
    Candidate uncertain() {
        return new Candidate(pair, metric, base, head, threshold, ComparedRow.Role.UNCERTAIN);
    }

    /** The row with the verdict on it, both scores in the base's unit. */
    ComparedRow judged(Change change) {
        return judged(
                Costs.inUnit(centre(baseSample()), base.unit()),
                Costs.inUnit(centre(headSample()), base.unit()),
                change);
    }

    /** The same with scores that are not times. */
    ComparedRow judged(double before, double after, Change change) {
        List<String> warnings = warnings();
        change.warnings().forEach(warning -> warnings.add(ComparedRow.text(warning)));
        return row(before, after, change, warnings);
    }

    /** The row where there is nothing to judge. */
    ComparedRow unusable(String fault) {
        Ratio unknown =
                new Ratio(Double.NaN, Double.NaN, Double.NaN, Double.NaN, forks(head), forks(base), "none: no figures");
        List<String> warnings = warnings();
        warnings.add(fault);
        return row(
                base.score(),
                base.unit().equals(head.unit()) ? head.score() : Double.NaN,
                new Change(unknown, Verdict.UNUSABLE, Double.NaN, -1, List.of()),
                warnings);
    }

    private ComparedRow row(double before, double after, Change change, List<String> warnings) {
        return new ComparedRow(
                pair.base().key(),
                metric,
                base.unit(),
                before,
                after,
                change,
                threshold,
                forks(base),
                forks(head),
                role,
                warnings);
    }

    static int forks(Metric metric) {
        return Costs.raw(metric).length;
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(pair.notes());
        if (role == ComparedRow.Role.CONTROL) {
            warnings.add(CONTROL);
        }
        boolean timed = !Metrics.MEMORY.contains(metric);
        if (timed && (singleShots(base) || singleShots(head))) {
            warnings.add(
                    "SINGLE_SHOT: one iteration a fork: its noise, and what the first calls cost, are in the figure");
        }
        if (role == ComparedRow.Role.UNCERTAIN) {
            warnings.add(
                    "UNCERTAIN: slower, but among so many rows chance makes one: it does not fail the gate; measure it"
                            + " again with more forks");
        }
        if (!Conditions.alike(pair.base(), pair.head())) {
            warnings.add("CONDITIONS: another JDK or other flags");
        }
        return warnings;
    }

    private static boolean singleShots(Metric metric) {
        return Arrays.stream(Costs.raw(metric)).allMatch(fork -> fork.length == 1);
    }

    /** As everywhere: the geometric mean of the forks' means. */
    private static double centre(Sample sample) {
        return Math.exp(Mean.of(Arrays.stream(sample.forkMeans()).map(Math::log).toArray())
                .getAsDouble());
    }
}
