package io.assay.harness.run;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.Units;
import io.assay.harness.stats.Estimate;
import io.assay.harness.stats.Ratio;
import io.assay.harness.stats.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run says: an estimate a row, its ratio to the fastest peer, and the warnings. One estimator for all of them. */
public final class RunAnalysis {
    /** Confidence level of every interval. */
    public static final double LEVEL = 0.95;

    private static final String OURS = "ASSAY";

    private final Measurements run;
    private final RunWarnings warnings;

    private RunAnalysis(Measurements run) {
        this.run = run;
        this.warnings = new RunWarnings(run);
    }

    /** Analyses the rows of a run, with what became of its cells. */
    public static RunAnalysis of(List<Row> rows, CellsFile cells) {
        return new RunAnalysis(new Measurements(rows, cells));
    }

    /**
     * A row with its estimate in the row's own unit, and how its cost compares with that of the fastest peer.
     *
     * @param row as measured
     * @param estimate empty if the row is unusable
     * @param ratio cost of this row over cost of the fastest peer; empty where there is none, and for that peer itself
     * @param fastestPeer whether the others are compared with this row
     * @param failed whether a fork of it failed: its figure is of the others, and compared with nothing
     */
    public record Judged(
            Row row, Optional<Estimate> estimate, Optional<Ratio> ratio, boolean fastestPeer, boolean failed) {
        /** Whether it is an implementation of this project. */
        public boolean ours() {
            return row.implementation().orElse("").startsWith(OURS);
        }

        /** Whether it does less work by design, as a lower bound. */
        public boolean bound() {
            return Measurements.isBound(row);
        }
    }

    /** The threads that worked at once: JMH's, and those that the benchmark started. */
    public static int threads(Row row) {
        return Measurements.threads(row);
    }

    /** All warnings: those of the run, and of rows in the order of the rows. */
    public List<CellsFile.RowWarning> warnings() {
        return warnings.all();
    }

    /** The rows that are compared with each other, sorted by cost, by what they share; without the harness's floor. */
    public Map<RowKey, List<Judged>> groups() {
        Map<RowKey, List<Row>> grouped = new LinkedHashMap<>();
        for (Row row : run.benchmarkRows()) {
            grouped.computeIfAbsent(row.key().without(RowKey.IMPLEMENTATION), k -> new ArrayList<>())
                    .add(row);
        }
        Map<RowKey, List<Judged>> judged = new LinkedHashMap<>();
        grouped.forEach((key, group) -> judged.put(key, judge(group)));
        return judged;
    }

    private List<Judged> judge(List<Row> group) {
        Optional<Row> fastest = group.stream().filter(this::isPeer).min(Comparator.comparingDouble(this::cost));
        return group.stream()
                .sorted(Comparator.comparingDouble(this::cost))
                .map(row -> new Judged(
                        row,
                        run.sample(row).map(run::estimate).map(cost -> inUnitOf(row, cost)),
                        fastest.flatMap(peer -> ratio(row, peer)),
                        fastest.filter(peer -> peer.key().equals(row.key())).isPresent(),
                        run.failed(row)))
                .toList();
    }

    /** Somebody else's implementation, whose figure stands. */
    private boolean isPeer(Row row) {
        return row.implementation().isPresent()
                && !row.implementation().get().startsWith(OURS)
                && !Measurements.isBound(row)
                && run.sample(row).isPresent()
                && !run.failed(row)
                && !warnings.unusable(row);
    }

    private Optional<Ratio> ratio(Row row, Row peer) {
        Optional<Sample> own = run.sample(row);
        Optional<Sample> other = run.sample(peer);
        return run.failed(row)
                        || own.isEmpty()
                        || other.isEmpty()
                        || row.key().equals(peer.key())
                        || !row.primary().unit().equals(peer.primary().unit())
                ? Optional.empty()
                : Optional.of(run.ratio(own.get(), other.get()));
    }

    /** Rows without a figure come last. */
    private double cost(Row row) {
        return run.sample(row).map(sample -> run.estimate(sample).value()).orElse(Double.POSITIVE_INFINITY);
    }

    private static Estimate inUnitOf(Row row, Estimate cost) {
        return Units.isThroughput(row.primary().unit())
                ? new Estimate(
                        1 / cost.value(), 1 / cost.high(), 1 / cost.low(), cost.level(), cost.forks(), cost.method())
                : cost;
    }
}
