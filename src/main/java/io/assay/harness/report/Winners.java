package io.assay.harness.report;

import io.assay.harness.result.RowKey;
import io.assay.harness.run.RunAnalysis;
import io.assay.harness.stats.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which implementation is the fastest at each workload, and how the best of ours stands to the fastest peer. */
final class Winners {
    private static final List<String> HEADER =
            List.of("family", "workload", "fastest", "score", "ours", "x fastest peer", "ours is");

    private final Set<RowKey> unusable;

    private Winners(RunView view) {
        unusable = view.cells().warnings().stream()
                .filter(warning -> warning.severity().equals("unusable"))
                .flatMap(warning -> warning.row().stream())
                .collect(Collectors.toSet());
    }

    /** The table; empty where nothing is compared with anything. */
    static Optional<Table> of(RunView view) {
        Winners winners = new Winners(view);
        List<List<String>> rows = new ArrayList<>();
        view.analysis().groups().forEach((key, group) -> winners.row(key, group).ifPresent(rows::add));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "The fastest of each workload",
                        "lower bounds, which do less work, left out; x fastest peer: cost of the best of ours over that of"
                                + " the fastest peer, 95% interval",
                        HEADER,
                        rows,
                        List.of()));
    }

    private Optional<List<String>> row(RowKey key, List<RunAnalysis.Judged> group) {
        List<RunAnalysis.Judged> sound = group.stream()
                .filter(judged -> judged.row().implementation().isPresent()
                        && judged.estimate().isPresent()
                        && !judged.failed()
                        && !judged.bound()
                        && !unusable.contains(judged.row().key()))
                .toList();
        if (sound.size() < 2) {
            return Optional.empty();
        }
        RunAnalysis.Judged first = sound.get(0);
        Optional<RunAnalysis.Judged> ours =
                sound.stream().filter(RunAnalysis.Judged::ours).findFirst();
        Optional<Ratio> ratio = ours.flatMap(RunAnalysis.Judged::ratio);
        return Optional.of(List.of(
                key.family(),
                key.toString(),
                name(first),
                Figures.of(first.estimate().orElseThrow().value()) + " "
                        + first.row().primary().unit(),
                ours.map(Winners::name).orElse("-"),
                ratio.map(r -> Figures.of(r.value()) + " " + Figures.interval(r.low(), r.high()))
                        .orElse("-"),
                ratio.map(Winners::standing).orElse("-")));
    }

    private static String standing(Ratio ratio) {
        if (!ratio.excludesOne()) {
            return "cannot tell";
        }
        return ratio.value() < 1 ? "faster" : "slower";
    }

    private static String name(RunAnalysis.Judged judged) {
        return judged.row().implementation().orElse("-");
    }
}
