package io.assay.harness.compare;

import io.assay.harness.result.Metric;
import io.assay.harness.result.UserError;
import io.assay.harness.stats.Verdict;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two results. Stateless; the same results give the same answer. */
public final class Comparer {
    /** Secondary scores that are no cost of the operation itself. */
    private static final Set<String> COUNTERS = Set.of("items");

    private Comparer() {}

    /**
     * Compares two results.
     *
     * @throws UserError if they have no row in common, or none that can be compared
     */
    public static Comparison of(Side base, Side head, Options options) {
        Pairing pairing = new Pairing(base, head);
        List<Pairing.Pair> pairs = pairing.pairs();
        Controls controls = new Controls(options.controls(), pairs);
        List<Candidate> candidates = candidates(pairs, controls, options);
        IdentityHashMap<Candidate, ComparedRow> judged = new IdentityHashMap<>();
        Timings scores = timings(ComparedRow.SCORE, candidates, options, judged);
        Metrics.TIMES.forEach(metric -> timings(metric, candidates, options, judged));
        for (Candidate candidate : candidates) {
            if (Metrics.MEMORY.contains(candidate.metric())) {
                judged.put(candidate, Weights.judged(candidate));
            }
        }
        List<ComparedRow> inOrder = new ArrayList<>();
        candidates.forEach(candidate -> inOrder.add(
                java.util.Objects.requireNonNull(judged.get(candidate), "every candidate has its verdict")));
        requireFigures(inOrder, base, head);
        Gate gate = new Gate(options);
        List<ComparedRow> rows = gate.judge(inOrder);
        List<String> warnings = new ArrayList<>();
        scores.remark().ifPresent(warnings::add);
        notCompared(pairs).ifPresent(warnings::add);
        warnings.addAll(gate.remarks());
        return new Comparison(
                base.name(),
                head.name(),
                rows,
                pairing.unmatched(),
                Conditions.differences(base, head, pairs),
                warnings,
                scores.shift(),
                scores.shiftRemoved(),
                scores.anyFalseRed(),
                options.failOnAny() ? scores.anyFalseRed() : scores.anyFalseCertain(),
                gate.said());
    }

    private static List<Candidate> candidates(List<Pairing.Pair> pairs, Controls controls, Options options) {
        List<Candidate> candidates = new ArrayList<>();
        for (Pairing.Pair pair : pairs) {
            boolean control = controls.contain(pair.base());
            for (String metric : Metrics.NAMES) {
                @Nullable Metric base = metric(pair.base(), metric);
                @Nullable Metric head = metric(pair.head(), metric);
                boolean told = pair.refusal().isEmpty() || metric.equals(ComparedRow.SCORE);
                if (base != null && head != null && told) {
                    candidates.add(candidate(pair, metric, base, head, control, options));
                }
            }
        }
        return candidates;
    }

    private static Candidate candidate(
            Pairing.Pair pair, String metric, Metric base, Metric head, boolean control, Options options) {
        double threshold = options.thresholdOf(metric, pair.base().key());
        boolean gates = options.gates(metric, pair.base().key());
        ComparedRow.Role role =
                control ? ComparedRow.Role.CONTROL : gates ? ComparedRow.Role.GATING : ComparedRow.Role.SHOWN;
        return new Candidate(pair, metric, base, head, threshold, role);
    }

    private static @Nullable Metric metric(io.assay.harness.result.Row row, String name) {
        return name.equals(ComparedRow.SCORE) ? row.primary() : row.secondary().get(name);
    }

    private static Timings timings(
            String metric, List<Candidate> all, Options options, IdentityHashMap<Candidate, ComparedRow> judged) {
        List<Candidate> sound = new ArrayList<>();
        for (Candidate candidate : all) {
            if (candidate.metric().equals(metric)) {
                Optional<String> fault = candidate.fault();
                fault.ifPresent(cause -> judged.put(candidate, candidate.unusable(cause)));
                if (fault.isEmpty()) {
                    sound.add(candidate);
                }
            }
        }
        Timings timings = new Timings(sound);
        List<ComparedRow> rows = timings.judged(!options.failOnAny());
        for (int i = 0; i < rows.size(); i++) {
            judged.put(sound.get(i), rows.get(i));
        }
        return timings;
    }

    /** A gate that compared nothing must not be green. */
    private static void requireFigures(List<ComparedRow> rows, Side base, Side head) {
        List<ComparedRow> scores = rows.stream().filter(ComparedRow::isScore).toList();
        if (scores.stream().allMatch(row -> row.verdict() == Verdict.UNUSABLE)) {
            ComparedRow first = scores.get(0);
            throw new UserError(base.name() + ", " + head.name() + ": none of the " + scores.size()
                    + " rows in common can be compared, the first, " + first.name() + ", because of "
                    + first.warnings().get(first.warnings().size() - 1)
                    + "; expected finite scores, run longer or mend the benchmark");
        }
    }

    /** Groups and counters bring scores of their own, of which only the sum of a group is the row's. */
    private static Optional<String> notCompared(List<Pairing.Pair> pairs) {
        Set<String> names = new LinkedHashSet<>();
        for (Pairing.Pair pair : pairs) {
            pair.base().secondary().forEach((name, metric) -> {
                if (metric.unit().equals(pair.base().primary().unit())
                        && !Metrics.NAMES.contains(name)
                        && !COUNTERS.contains(name)) {
                    names.add(name);
                }
            });
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("NOT_COMPARED: scores of a group's methods or of counters: " + String.join(", ", names));
    }
}
