package io.assay.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a collector really costs: time and CPU time of a workload against the size of the heap, a line a profile. With much
 * heap every collector is cheap; how fast the cost rises as the heap shrinks is what tells them apart (Cai et al.,
 * <i>Distilling the real cost of production garbage collectors</i>, ISPASS 2022).
 *
 * @param workload the column
 * @param lines a profile each
 */
public record HeapCurve(MatrixColumnHead workload, List<Line> lines) {
    /** Heaps, as multiples of the smallest that any profile completes with. */
    public static final List<Double> MULTIPLES = List.of(1.2, 1.5, 2.0, 3.0, 6.0);

    private static final Pattern NAME = Pattern.compile("(.*) at ([0-9.]+)x");

    /** Copies what can change. */
    public HeapCurve {
        lines = List.copyOf(lines);
    }

    /**
     * One profile.
     *
     * @param profile its name
     * @param points by rising heap
     */
    public record Line(String profile, List<Point> points) {
        /** Copies what can change. */
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * One heap.
     *
     * @param multiple of the smallest
     * @param cell what was measured; out of memory is a result
     */
    public record Point(double multiple, Cell cell) {}

    /** How results name a profile at a multiple of the smallest heap. */
    public static String name(String profile, double multiple) {
        return profile + " at " + multiple + "x";
    }

    /** A profile without its multiple; what is no such name stays as it is. */
    static String line(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.lookingAt() ? parts.group(1) : name;
    }

    /** Whether the rows of a table are profiles at several heaps. */
    public static boolean isOf(List<MatrixRow> rows) {
        return rows.stream().anyMatch(row -> NAME.matcher(row.name()).matches());
    }

    /** The curves of a table whose rows are profiles at several heaps; none of any other. */
    public static List<HeapCurve> of(MatrixTable table) {
        List<HeapCurve> curves = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            Map<String, List<Point>> lines = new LinkedHashMap<>();
            for (int row = 0; row < table.rows().size(); row++) {
                Matcher name = NAME.matcher(table.rows().get(row).name());
                if (name.matches()) {
                    lines.computeIfAbsent(name.group(1), n -> new ArrayList<>())
                            .add(new Point(Double.parseDouble(name.group(2)), table.cell(row, column)));
                }
            }
            if (!lines.isEmpty()) {
                curves.add(new HeapCurve(
                        table.columns().get(column),
                        lines.entrySet().stream()
                                .map(line -> new Line(line.getKey(), line.getValue()))
                                .toList()));
            }
        }
        return curves;
    }
}
