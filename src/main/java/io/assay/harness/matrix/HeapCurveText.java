package io.assay.harness.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What each line of a heap curve says: by how much the cost rises from the most heap to the least. */
public final class HeapCurveText {
    private HeapCurveText() {}

    /** A sentence for each profile that was measured, and for each that was not. */
    public static List<String> sentences(HeapCurve curve) {
        return curve.lines().stream().map(HeapCurveText::sentence).toList();
    }

    private static String sentence(HeapCurve.Line line) {
        List<HeapCurve.Point> measured = line.points().stream()
                .filter(point -> point.cell().figure(Measure.TIME).isPresent())
                .toList();
        String said = line.profile() + ": ";
        if (measured.size() < 2) {
            return said
                    + (measured.isEmpty() ? "measured with none of the heaps" : "measured with one of the heaps alone")
                    + without(line);
        }
        HeapCurve.Point least = measured.get(0);
        HeapCurve.Point most = measured.get(measured.size() - 1);
        return said + "with " + least.multiple() + " times the smallest heap an operation takes "
                + times(least, most, Measure.TIME).orElse("?") + " as long as with " + most.multiple() + " times"
                + times(least, most, Measure.CPU_TIME)
                        .map(cpu -> ", and " + cpu + " the CPU time")
                        .orElse("")
                + without(line);
    }

    /** The ratio, with an interval from the ends of both: no narrower than what is known. */
    private static Optional<String> times(HeapCurve.Point least, HeapCurve.Point most, Measure measure) {
        Optional<Figure> with = most.cell().figure(measure);
        return least.cell().figure(measure).filter(figure -> with.isPresent()).map(figure -> {
            Figure base = with.get();
            String reach = figure.hasInterval() && base.hasInterval()
                    ? String.format(
                            Locale.ROOT, " [%.2f, %.2f]", figure.low() / base.high(), figure.high() / base.low())
                    : "";
            return String.format(Locale.ROOT, "%.2f%s times", figure.value() / base.value(), reach);
        });
    }

    private static String without(HeapCurve.Line line) {
        List<String> others = new ArrayList<>();
        for (HeapCurve.Point point : line.points()) {
            if (point.cell().state() != Cell.State.OK) {
                others.add(point.multiple() + "x " + point.cell().state().text());
            }
        }
        return others.isEmpty() ? "" : " (" + String.join(", ", others) + ")";
    }
}
