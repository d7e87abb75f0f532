package io.assay.harness.compare;

import io.assay.harness.stats.Change;
import io.assay.harness.stats.CommonShift;
import io.assay.harness.stats.Ratio;
import io.assay.harness.stats.Sample;
import io.assay.harness.stats.Verdict;
import io.assay.harness.stats.Verdicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The verdicts on one metric that is a time, over all rows: they share a variance model, and the machine's drift. */
final class Timings {
    /** A shift of all rows that is smaller than this hides in no verdict at the usual thresholds. */
    private static final double WORTH_TELLING = 0.01;

    private final List<Candidate> rows;
    private final Verdicts.Changes plain;
    private final Optional<CommonShift> shift;
    private final Verdicts.Changes decisive;
    private final List<Change> changes;

    /** @param rows those without a fault */
    Timings(List<Candidate> rows) {
        this.rows = rows;
        this.plain = Verdicts.of(rows.stream()
                .map(row -> new Verdicts.Pair(row.baseSample(), row.headSample(), row.threshold()))
                .toList());
        this.shift = CommonShift.of(ratios(true));
        this.decisive = shiftRemoved() ? withoutShift(shift.get()) : plain;
        this.changes = shiftRemoved() ? widened(shift.get()) : plain.rows();
    }

    /** Of the controls on the same JDK with the same flags, or of all the others. */
    private double[] ratios(boolean controls) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Candidate row = rows.get(i);
            boolean control = row.role() == ComparedRow.Role.CONTROL;
            boolean counts = controls
                    ? control && Conditions.alike(row.pair().base(), row.pair().head())
                    : !control;
            if (counts) {
                ratios.add(plain.rows().get(i).ratio().value());
            }
        }
        return ratios.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Verdicts.Changes withoutShift(CommonShift moved) {
        List<Verdicts.Pair> pairs = new ArrayList<>();
        for (Candidate row : rows) {
            Sample head = row.role() == ComparedRow.Role.CONTROL
                    ? row.headSample()
                    : scaled(row.headSample(), 1 / moved.value());
            pairs.add(new Verdicts.Pair(row.baseSample(), head, row.threshold()));
        }
        return Verdicts.of(pairs);
    }

    private List<Change> widened(CommonShift moved) {
        List<Change> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Change change = decisive.rows().get(i);
            all.add(
                    rows.get(i).role() == ComparedRow.Role.CONTROL
                            ? change
                            : widened(change, moved, rows.get(i).threshold()));
        }
        return all;
    }

    private static Sample scaled(Sample sample, double factor) {
        return new Sample(Arrays.stream(sample.forks())
                .map(fork -> Arrays.stream(fork).map(v -> v * factor).toArray())
                .toArray(double[][]::new));
    }

    /** What is not known of the shift is not known of the row: a verdict must hold with that as well. */
    private static Change widened(Change change, CommonShift moved, double threshold) {
        Ratio ratio = moved.widen(change.ratio());
        boolean holds = switch (change.verdict()) {
            case SLOWER -> ratio.low() > 1;
            case FASTER -> ratio.high() < 1;
            case SAME -> ratio.low() > 1 / (1 + threshold) && ratio.high() < 1 + threshold;
            case CANNOT_TELL, UNUSABLE -> true;
        };
        return new Change(
                ratio,
                holds ? change.verdict() : Verdict.CANNOT_TELL,
                change.smallestVisible(),
                change.forksForFivePercent(),
                change.warnings());
    }

    /** How the control group moved; empty if it is too small to tell. */
    Optional<CommonShift> shift() {
        return shift;
    }

    /** Whether the shift was taken out of the rows that are no controls. */
    boolean shiftRemoved() {
        return shift.filter(CommonShift::shown).isPresent();
    }

    /** The chance that a clean run calls any row slower. */
    double anyFalseRed() {
        return decisive.anyFalseRed();
    }

    /** The chance that it calls any row slower beyond what chance makes of so many. */
    double anyFalseCertain() {
        return decisive.anyFalseCertain();
    }

    /**
     * The rows, in the order given.
     *
     * @param certainOnly whether a row that may be chance is taken from the gate
     */
    List<ComparedRow> judged(boolean certainOnly) {
        List<ComparedRow> judged = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Candidate row = rows.get(i);
            Change change = changes.get(i);
            boolean doubtful = certainOnly
                    && row.role() == ComparedRow.Role.GATING
                    && change.verdict() == Verdict.SLOWER
                    && !decisive.certain().get(i);
            judged.add((doubtful ? row.uncertain() : row).judged(change));
        }
        return judged;
    }

    /** What moved all rows alike: taken out if the control group shows it, else only told. */
    Optional<String> remark() {
        if (shift.isPresent()) {
            return shift.filter(CommonShift::shown)
                    .map(moved -> "MACHINE_MOVED: the machine moved, not the code: the cost of " + moved.rows()
                            + " control rows became " + text(moved) + "; this is taken out of the other rows");
        }
        return CommonShift.of(ratios(false))
                .filter(CommonShift::shown)
                .filter(moved -> Math.abs(Math.log(moved.value())) >= WORTH_TELLING)
                .map(moved -> "SUITE_SHIFT: the cost of all " + moved.rows() + " rows became " + text(moved)
                        + " alike: the machine, or something that all of them use; without a control group nothing is"
                        + " taken out");
    }

    private static String text(CommonShift moved) {
        return String.format(
                Locale.ROOT, "%.3f times [%.3f, %.3f] what it was", moved.value(), moved.low(), moved.high());
    }
}
