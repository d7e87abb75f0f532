package io.assay.harness.path;

import io.assay.harness.api.Reported;
import io.assay.harness.result.Row;
import io.assay.harness.result.Units;
import io.assay.harness.result.UserError;
import io.assay.harness.run.RunAnalysis;
import io.assay.harness.run.RunAnalysis.Judged;
import io.assay.harness.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a path cost, in nanoseconds a request.
 *
 * @param name of the whole
 * @param parts each alone, in their order
 * @param server CPU time of the server's threads
 * @param client CPU time of the client's
 * @param wall from one request to the next
 * @param time what the profile says of the server's
 */
public record PathCosts(
        String name, List<PartCost> parts, double server, double client, Interval wall, ServerTime time) {
    /** Copies the list. */
    public PathCosts {
        parts = List.copyOf(parts);
    }

    /** A figure with its 95% interval; without one low and high are NaN. */
    public record Interval(double value, double low, double high) {}

    /** A part. */
    public record PartCost(String name, Interval nanos) {}

    /**
     * Of a run.
     *
     * @throws UserError if a row of the path has no figure
     */
    public static PathCosts of(PathBenchmarks path, RunAnalysis run, ServerTime time) {
        List<Judged> rows = new ArrayList<>();
        run.groups().values().forEach(rows::addAll);
        List<PartCost> parts = new ArrayList<>();
        for (PathBenchmarks.Part part : path.parts()) {
            parts.add(new PartCost(part.name(), nanos(find(rows, part.benchmark()))));
        }
        Judged whole = find(rows, path.whole());
        return new PathCosts(
                path.name(),
                parts,
                reported(whole.row(), Reported.SERVER_CPU),
                reported(whole.row(), Reported.CLIENT_CPU),
                nanos(whole),
                time);
    }

    private static Judged find(List<Judged> rows, String benchmark) {
        Optional<Judged> found = rows.stream()
                .filter(judged -> judged.row().key().benchmark().equals(benchmark))
                .findFirst();
        if (found.isEmpty() || found.get().failed() || found.get().estimate().isEmpty()) {
            throw new UserError(benchmark + " has no figure in this run, so its path cannot be added up; the run's own "
                    + "messages say what became of it");
        }
        return found.get();
    }

    private static Interval nanos(Judged judged) {
        Estimate estimate = judged.estimate().orElseThrow();
        String unit = judged.row().primary().unit();
        double factor = Units.nanosPerOperation(1, unit)
                .filter(nanos -> !Units.isThroughput(unit))
                .orElseThrow(
                        () -> new UserError(judged.row().key() + " is measured in " + unit + "; a path needs times"));
        return new Interval(estimate.value() * factor, estimate.low() * factor, estimate.high() * factor);
    }

    private static double reported(Row row, String metric) {
        return row.secondaryScore(metric)
                .orElseThrow(() -> new UserError(
                        row.key() + " does not report " + metric + "; a whole says what its server's CPU time was"));
    }

    /** All parts together. */
    public double sum() {
        return parts.stream().mapToDouble(part -> part.nanos().value()).sum();
    }

    /** What of the server's CPU time is not in the parts. */
    public double rest() {
        return server - sum();
    }

    /**
     * What of the wall clock neither side computed in, at least: both sleep, until the kernel has woken one. Where both
     * compute at once, on two cores, it is more.
     */
    public double asleep() {
        return Math.max(0, wall.value() - server - client);
    }
}
