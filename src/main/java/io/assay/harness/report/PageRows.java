package io.assay.harness.report;

import io.assay.harness.result.Units;
import io.assay.harness.run.RunAnalysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of tables as numbers: what bars, intervals and distributions are drawn of. */
final class PageRows {
    /** So many single values keep a page below the 3 MB that mail and trackers take. */
    private static final int MOST_VALUES = 150_000;

    private static final int MOST_OF_A_FORK = 100;
    private static final int FEWEST_OF_A_FORK = 5;

    private final int ofAFork;

    PageRows(List<ReportedRun> runs) {
        long forks = runs.stream()
                .flatMap(run -> run.view().analysis().groups().values().stream())
                .flatMap(List::stream)
                .mapToLong(judged -> judged.row().primary().raw().length)
                .sum();
        ofAFork = (int) Math.max(FEWEST_OF_A_FORK, Math.min(MOST_OF_A_FORK, MOST_VALUES / Math.max(1, forks)));
    }

    Map<String, @Nullable Object> part(RunTables.Part part) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("family", part.family().isEmpty() ? "benchmarks" : part.family());
        map.put("table", PageData.table(part.table().withoutEmptyColumns()));
        map.put("rows", part.rows().stream().map(this::row).toList());
        return map;
    }

    private Map<String, @Nullable Object> row(RunAnalysis.Judged judged) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        String unit = judged.row().primary().unit();
        map.put("unit", unit);
        map.put("more", Units.isThroughput(unit));
        map.put("ours", judged.ours());
        map.put("bound", judged.bound());
        judged.estimate().ifPresent(estimate -> {
            map.put("value", PageData.number(estimate.value()));
            map.put("low", PageData.number(estimate.low()));
            map.put("high", PageData.number(estimate.high()));
        });
        double[][] raw = judged.row().primary().raw();
        List<Object> forks = new ArrayList<>();
        for (double[] fork : raw) {
            forks.add(fork(fork));
        }
        map.put("forks", forks);
        return map;
    }

    private Map<String, @Nullable Object> fork(double[] values) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("count", values.length);
        map.put("mean", PageData.number(Arrays.stream(values).average().orElse(Double.NaN)));
        map.put("min", PageData.number(Arrays.stream(values).min().orElse(Double.NaN)));
        map.put("max", PageData.number(Arrays.stream(values).max().orElse(Double.NaN)));
        map.put(
                "values",
                Arrays.stream(thinned(values)).mapToObj(PageData::number).toList());
        return map;
    }

    /** Of many values some in even steps of their rank, so that both ends and the shape stay. */
    private double[] thinned(double[] values) {
        if (values.length <= ofAFork) {
            return values;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] kept = new double[ofAFork];
        for (int i = 0; i < ofAFork; i++) {
            kept[i] = sorted[(int) ((long) i * (values.length - 1) / (ofAFork - 1))];
        }
        return kept;
    }
}
