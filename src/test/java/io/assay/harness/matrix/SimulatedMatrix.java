package io.assay.harness.matrix;

import io.assay.harness.stats.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;

/** Tables whose truth is known: forks scatter log-normally about it, each workload in its own way. */
final class SimulatedMatrix {
    static final List<String> COLUMNS = List.of("coroutines", "events", "start", "start & stop");

    private static final double[] SPREADS = {0.004, 0.01, 0.03, 0.008};

    private final List<MatrixRow> rows;
    private final Random random;
    private final int forks;
    private BiPredicate<Integer, Integer> measured = (row, column) -> true;

    SimulatedMatrix(List<MatrixRow> rows, int forks, long seed) {
        this.rows = rows;
        this.random = new Random(seed);
        this.forks = forks;
    }

    /** The logarithm of a cell's true time. */
    interface Truth {
        double of(Map<String, String> settings, String workload);
    }

    SimulatedMatrix measuredOnly(BiPredicate<Integer, Integer> cells) {
        measured = cells;
        return this;
    }

    Effects.Told told(Truth truth) {
        List<List<Optional<Sample>>> times = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Optional<Sample>> line = new ArrayList<>();
            for (int column = 0; column < COLUMNS.size(); column++) {
                double centre = truth.of(rows.get(row).settings(), COLUMNS.get(column));
                double[][] raw = new double[forks][];
                for (int fork = 0; fork < forks; fork++) {
                    double level = centre + SPREADS[column] * random.nextGaussian();
                    raw[fork] = new double[] {Math.exp(level), Math.exp(level + 0.001 * random.nextGaussian())};
                }
                line.add(measured.test(row, column) ? Optional.of(new Sample(raw)) : Optional.empty());
            }
            times.add(line);
        }
        return Effects.of(new Grid(rows, COLUMNS, times));
    }

    /** The reference's five. */
    static List<MatrixRow> five() {
        return List.of(
                row("jdk", "g1", "on"),
                row("jdk", "parallel", "on"),
                row("jdk", "parallel", "off"),
                row("fastutil", "g1", "on"),
                row("fastutil", "parallel", "on"));
    }

    static MatrixRow row(String containers, String collector, String checks) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(MatrixRow.CONTAINERS, containers);
        settings.put(MatrixRow.COLLECTOR, collector);
        settings.put(MatrixRow.CHECKS, checks);
        settings.put(MatrixRow.JDK, "17");
        settings.put(MatrixRow.FLAGS, "");
        String name = containers + "-" + collector + "-" + checks;
        return new MatrixRow(name, name, "", settings);
    }
}
