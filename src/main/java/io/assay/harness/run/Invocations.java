package io.assay.harness.run;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.Units;
import io.assay.harness.stats.Sample;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a row's figures say of single invocations and of the time that its iterations took. */
public final class Invocations {
    private Invocations() {}

    /** The share of the measured time in which the collector worked; empty where it is not known. */
    public static Optional<Double> collectorShare(Row row, CellsFile cells) {
        @Nullable Metric time = row.secondary().get("gc.time");
        // Rows that may stop early have shorter iterations than the others; older folders have one length for all.
        Object millis = forksOf(row, cells)
                .map(fork -> fork.get("iterationMillis"))
                .filter(Number.class::isInstance)
                .findFirst()
                .orElse(cells.run().get("iterationMillis"));
        if (time == null || !(millis instanceof Number length) || length.doubleValue() <= 0) {
            return Optional.empty();
        }
        double measured = measuredMillis(row, cells, length.doubleValue());
        double collecting = Arrays.stream(time.raw())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sum();
        return measured == 0 ? Optional.empty() : Optional.of(collecting / measured);
    }

    /** How long the iterations of a row took together: none is cut short, so the last invocation lies beyond its end. */
    private static double measuredMillis(Row row, CellsFile cells, double iteration) {
        long iterations = Arrays.stream(row.primary().raw())
                .mapToLong(fork -> fork.length)
                .sum();
        return nanos(row, operations(row, cells))
                .map(sample -> Arrays.stream(sample.forks())
                        .flatMapToDouble(Arrays::stream)
                        .map(nanos -> Math.ceil(iteration / (nanos / 1e6)) * nanos / 1e6)
                        .sum())
                .orElse(iterations * iteration);
    }

    /** What an invocation counts for. */
    static int operations(Row row, CellsFile cells) {
        return cells.cells().stream()
                .filter(cell -> cell.key().equals(row.key()))
                .map(CellsFile.CellState::operations)
                .findFirst()
                .orElse(1);
    }

    /** Nanoseconds an invocation; empty where the unit or a value is none. */
    static Optional<Sample> nanos(Row row, int operations) {
        if (!row.primary().usable()) {
            return Optional.empty();
        }
        double[][] raw = row.primary().raw();
        double[][] nanos = new double[raw.length][];
        for (int fork = 0; fork < raw.length; fork++) {
            nanos[fork] = new double[raw[fork].length];
            for (int i = 0; i < raw[fork].length; i++) {
                Optional<Double> value =
                        Units.nanosPerOperation(raw[fork][i], row.primary().unit());
                if (value.isEmpty() || !(value.get() > 0) || value.get().isInfinite()) {
                    return Optional.empty();
                }
                nanos[fork][i] = value.get() * operations;
            }
        }
        return Optional.of(new Sample(nanos));
    }

    /** The log of a row's forks. */
    public static Stream<Map<String, Object>> forksOf(Row row, CellsFile cells) {
        return cells.forks().stream()
                .filter(fork -> cellOf(fork, cells).filter(row.key()::equals).isPresent());
    }

    static Optional<RowKey> cellOf(Map<String, Object> fork, CellsFile cells) {
        return fork.get("cell") instanceof Number index
                        && index.intValue() < cells.cells().size()
                ? Optional.of(cells.cells().get(index.intValue()).key())
                : Optional.empty();
    }
}
