package io.assay.harness.compare;

import io.assay.harness.stats.CommonShift;
import io.assay.harness.stats.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What two results say of each other: everything that a report needs, wherever they came from.
 *
 * @param base how the user named the older result
 * @param head how the user named the newer result
 * @param rows one for each metric that both sides measured, in the order of the base
 * @param unmatched rows that one side lacks
 * @param notices what differs in how the two were measured: read it first
 * @param warnings what must be known of the comparison as a whole, each a kind, a colon and a sentence
 * @param shift how the scores of the control group moved; empty if there are too few controls to tell
 * @param shiftRemoved whether that was taken out of the other rows
 * @param anyFalseRed the chance that at least one score is called slower although nothing changed
 * @param anyFalseFail the chance that any score fails the gate although nothing changed
 * @param gate what the gate says, one line a row that fails or that was accepted
 */
public record Comparison(
        String base,
        String head,
        List<ComparedRow> rows,
        List<Unmatched> unmatched,
        List<String> notices,
        List<String> warnings,
        Optional<CommonShift> shift,
        boolean shiftRemoved,
        double anyFalseRed,
        double anyFalseFail,
        List<String> gate) {
    /** Copies what can change. */
    public Comparison {
        rows = List.copyOf(rows);
        unmatched = List.copyOf(unmatched);
        notices = List.copyOf(notices);
        warnings = List.copyOf(warnings);
        gate = List.copyOf(gate);
    }

    /** A comparison whose every slower row fails the gate. */
    public Comparison(
            String base,
            String head,
            List<ComparedRow> rows,
            List<Unmatched> unmatched,
            List<String> notices,
            List<String> warnings,
            Optional<CommonShift> shift,
            boolean shiftRemoved,
            double anyFalseRed,
            List<String> gate) {
        this(base, head, rows, unmatched, notices, warnings, shift, shiftRemoved, anyFalseRed, anyFalseRed, gate);
    }

    /** How many rows, controls left out, have this verdict. */
    public long count(Verdict verdict) {
        return rows.stream()
                .filter(row -> row.role() != ComparedRow.Role.CONTROL && row.verdict() == verdict)
                .count();
    }

    /** Whether the gate is red. */
    public boolean failed() {
        return rows.stream().anyMatch(ComparedRow::fails);
    }
}
