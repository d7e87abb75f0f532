package io.assay.harness.matrix;

import io.assay.harness.result.RowKey;
import io.assay.harness.run.Benchmark;
import io.assay.harness.run.Columns;
import io.assay.harness.run.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which cells a matrix covers.
 *
 * @param named whether the user named benchmarks; if not, the columns are those that say so themselves
 * @param everyone whether the rows of all implementations are wanted, not ours alone: peers know nothing of containers and
 *     checks
 * @param threads numbers of threads; empty for the benchmarks' own
 * @param precision how far an interval may reach from its value for the row to need no more forks
 * @param seed of the part that is chosen where not all cells fit
 */
public record MatrixSelection(boolean named, boolean everyone, List<Integer> threads, double precision, long seed)
        implements Selection {
    private static final String OURS = "ASSAY";

    private static final Pattern THREADS = Pattern.compile("\\b" + RowKey.THREADS + "=[0-9]+");

    /** Copies what can change. */
    public MatrixSelection {
        threads = List.copyOf(threads);
    }

    /** So many forks tell apart what differs by a percent, at the variance that is usual here. */
    private static final int MOST_FORKS = 12;

    @Override
    public int forks() {
        return MOST_FORKS;
    }

    @Override
    public boolean wants(Benchmark benchmark, Map<String, String> params) {
        if (!named) {
            return Columns.of(benchmark).filter(column -> column.is(params)).isPresent();
        }
        return everyone || params.getOrDefault(RowKey.IMPLEMENTATION, OURS).startsWith(OURS);
    }

    @Override
    public Duration operation(Benchmark benchmark) {
        return Columns.of(benchmark)
                .map(column -> Duration.ofMillis(column.operationMillis()))
                .orElse(Duration.ZERO);
    }

    @Override
    public List<Integer> fraction(List<Place> cells, int most) {
        return threads.isEmpty()
                ? Fraction.of(cells, most, seed)
                : Fraction.lines(
                        cells,
                        most,
                        cell -> cell.launch() + " "
                                + THREADS.matcher(cell.row()).replaceAll(""));
    }

    /** Of a curve over threads a point more tells more than a narrower one. */
    @Override
    public int leastForks() {
        return threads.isEmpty() ? Selection.super.leastForks() : 1;
    }
}
