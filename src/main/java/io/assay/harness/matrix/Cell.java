package io.assay.harness.matrix;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One workload under one profile.
 *
 * @param state what became of it
 * @param reason why there are no figures, in a sentence; empty where there are
 * @param figures by measure; those that were not measured are absent
 * @param heapMebibytes heap of its forks
 * @param forks how many measured
 * @param inForce what all its forks ran under, read from inside each: {@code collector}, {@code heapMebibytes},
 *     {@code containers}, {@code checks}; empty where it was not read in every one
 */
public record Cell(
        State state,
        String reason,
        Map<Measure, Figure> figures,
        int heapMebibytes,
        int forks,
        Map<String, String> inForce) {
    /** Copies what can change. */
    public Cell {
        Map<Measure, Figure> sorted = new EnumMap<>(Measure.class);
        sorted.putAll(figures);
        figures = Collections.unmodifiableMap(sorted);
        // In one order: files that say the same are the same.
        inForce = Collections.unmodifiableMap(new TreeMap<>(inForce));
    }

    /** What became of a cell. */
    public enum State {
        /** All its forks measured. */
        OK("ok"),
        /** Its heap was exhausted: a result, not a failure. */
        OUT_OF_MEMORY("out of memory"),
        /** With so little heap it went on collecting until it was ended: a result, not a failure. */
        TOO_SLOW("too slow"),
        /** A fork failed otherwise. */
        FAILED("failed"),
        /** The JDK or the machine lacks what the profile asks for. */
        NOT_HERE("n/a"),
        /** Left out, by the budget or because the run was ended. */
        LEFT_OUT("left out");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /** For people and for JSON. */
        public String text() {
            return text;
        }
    }

    /** A figure, where it was measured. */
    public Optional<Figure> figure(Measure measure) {
        return Optional.ofNullable(figures.get(measure));
    }
}
