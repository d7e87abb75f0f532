package io.assay.harness.matrix;

import io.assay.harness.result.RowKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a workload scales with threads, each of which does the whole of it: a line a profile.
 *
 * @param workload the workload, without its threads
 * @param unit of the times
 * @param lines a profile each
 */
public record ThreadScaling(RowKey workload, String unit, List<Line> lines) {
    /** The mode whose score is that of all threads together; the others' is a single thread's. */
    private static final String THROUGHPUT = "thrpt";

    /** Copies what can change. */
    public ThreadScaling {
        lines = List.copyOf(lines);
    }

    /**
     * One profile.
     *
     * @param profile the row's name
     * @param points by rising number of threads
     */
    public record Line(String profile, List<Point> points) {
        /** Copies what can change. */
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * One number of threads.
     *
     * @param threads how many
     * @param oversubscribed whether the machine has fewer cores: they take turns, which cannot be linear
     * @param cell what was measured
     * @param efficiency work done a second, as a share of what so many times one thread would do: 1 is linear; NaN where
     *     either is not measured
     * @param low lower end, from the ends of both intervals; NaN if unknown
     * @param high upper end
     */
    public record Point(int threads, boolean oversubscribed, Cell cell, double efficiency, double low, double high) {}

    /**
     * The lines of a table whose columns are a workload on several numbers of threads; none of any other.
     *
     * @param cores of the machine that it was measured on
     */
    public static List<ThreadScaling> of(MatrixTable table, double cores) {
        Map<RowKey, Map<Integer, Integer>> columns = new LinkedHashMap<>();
        for (int column = 0; column < table.columns().size(); column++) {
            RowKey key = table.columns().get(column).key();
            String threads = key.params().get(RowKey.THREADS);
            if (threads != null && threads.matches("[0-9]{1,6}")) {
                columns.computeIfAbsent(key.without(RowKey.THREADS), k -> new LinkedHashMap<>())
                        .put(Integer.parseInt(threads), column);
            }
        }
        List<ThreadScaling> scalings = new ArrayList<>();
        columns.forEach((workload, counts) -> {
            List<Line> lines = new ArrayList<>();
            for (int row = 0; row < table.rows().size(); row++) {
                lines.add(new Line(
                        table.rows().get(row).name(),
                        points(table, row, counts, cores, workload.mode().equals(THROUGHPUT))));
            }
            int first = counts.values().iterator().next();
            scalings.add(new ThreadScaling(workload, table.columns().get(first).unit(), lines));
        });
        return scalings;
    }

    private static List<Point> points(
            MatrixTable table, int row, Map<Integer, Integer> counts, double cores, boolean shared) {
        List<Point> points = new ArrayList<>();
        counts.keySet().stream().sorted().forEach(threads -> {
            Cell cell = table.cell(row, counts.getOrDefault(threads, 0));
            Figure own = cell.figures().get(Measure.TIME);
            Figure one = counts.containsKey(1)
                    ? table.cell(row, counts.getOrDefault(1, 0)).figures().get(Measure.TIME)
                    : null;
            int workers = shared ? threads : 1;
            points.add(
                    own == null || one == null
                            ? new Point(threads, threads > cores, cell, Double.NaN, Double.NaN, Double.NaN)
                            : new Point(
                                    threads,
                                    threads > cores,
                                    cell,
                                    one.value() / own.value() / workers,
                                    one.low() / own.high() / workers,
                                    one.high() / own.low() / workers));
        });
        return points;
    }
}
