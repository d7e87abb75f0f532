package io.assay.harness.compare;

import io.assay.harness.result.RowKey;
import io.assay.harness.stats.Change;
import io.assay.harness.stats.Verdict;
import io.assay.harness.stats.Warning;
import java.util.ArrayList;
import java.util.List;

/**
 * One metric of one row, measured twice.
 *
 * @param key benchmark, mode, parameters, as the base names them
 * @param metric {@link #SCORE}, or the name of a secondary metric
 * @param unit of {@code base} and {@code head}; a head in another unit is converted
 * @param base what the row measured before, in the unit; NaN if unknown
 * @param head what it measured after, in the unit; NaN if unknown
 * @param change ratio of the costs (head over base, above 1 is slower, whatever the mode) with interval and verdict. A
 *     ratio that is not defined is NaN
 * @param threshold the relative change that counted, 0.03 for 3%
 * @param baseForks forks of the base
 * @param headForks forks of the head
 * @param role what the row is to the gate
 * @param warnings what a reader must know before believing it, each a kind, a colon and a sentence
 */
public record ComparedRow(
        RowKey key,
        String metric,
        String unit,
        double base,
        double head,
        Change change,
        double threshold,
        int baseForks,
        int headForks,
        Role role,
        List<String> warnings) {
    /** The metric of the primary row. */
    public static final String SCORE = "score";

    /** What a row is to the gate. */
    public enum Role {
        /** Slower fails the gate. */
        GATING("gating"),
        /** Its code did not change: what moves it moved the machine. */
        CONTROL("control"),
        /** Told, but never judged by the gate. */
        SHOWN("shown"),
        /** Slower, but among so many rows that chance may have made it so: told, and no reason to fail. */
        UNCERTAIN("uncertain"),
        /** A fork of it failed while it was measured: fails the gate, and nobody can accept it. */
        FAILED("failed"),
        /** Slower, which somebody has accepted with a reason. */
        ACCEPTED("accepted");

        private final String text;

        Role(String text) {
            this.text = text;
        }

        /** As JSON says it. */
        public String text() {
            return text;
        }
    }

    /** Copies what can change. */
    public ComparedRow {
        warnings = List.copyOf(warnings);
    }

    /** What can be said of the row. */
    public Verdict verdict() {
        return change.verdict();
    }

    /** The smaller number of forks: what the verdict rests on. */
    public int forks() {
        return Math.min(baseForks, headForks);
    }

    /** Whether it fails the gate. */
    public boolean fails() {
        return role == Role.FAILED || (role == Role.GATING && verdict() == Verdict.SLOWER);
    }

    /** Whether it is the primary metric. */
    public boolean isScore() {
        return metric.equals(SCORE);
    }

    /** The name that patterns are held against: the full name, and the parameters in brackets if there are any. */
    public String name() {
        return name(key);
    }

    static String name(RowKey key) {
        return key.params().isEmpty() ? key.benchmark() : key.benchmark() + "[" + key.paramText() + "]";
    }

    /** The same in another role, with one more thing to know. */
    ComparedRow as(Role other, String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new ComparedRow(key, metric, unit, base, head, change, threshold, baseForks, headForks, other, more);
    }

    /** A warning of the analysers as a row holds it. */
    static String text(Warning warning) {
        return warning.kind() + ": " + warning.message();
    }
}
