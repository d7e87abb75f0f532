package io.assay.harness.compare;

import io.assay.harness.result.RowKey;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What a user may say of a comparison.
 *
 * @param threshold the relative change of a score that counts where the gate's file does not say otherwise; empty for
 *     the file's own default
 * @param controls rows whose code did not change, beside peers and bounds
 * @param gate thresholds and acceptances
 * @param failOnAny whether every slower row fails the gate; else only those that chance does not make of so many rows
 * @param clock what day it is, for acceptances that expire
 */
public record Options(OptionalDouble threshold, List<Pattern> controls, GateFile gate, boolean failOnAny, Clock clock) {
    /** Copies what can change. */
    public Options {
        controls = List.copyOf(controls);
    }

    /**
     * The relative change that counts: what the gate's file says of rows like this one, else what {@code threshold} says
     * of scores, else what the file says of all rows.
     *
     * @param metric {@link ComparedRow#SCORE}, or the name of a secondary metric
     */
    public double thresholdOf(String metric, RowKey key) {
        String name = ComparedRow.name(key);
        OptionalDouble ofScores = metric.equals(ComparedRow.SCORE) ? threshold : OptionalDouble.empty();
        return gate.threshold(metric, name, true)
                .map(GateFile.Threshold::change)
                .orElseGet(() -> ofScores.orElseGet(() -> gate.threshold(metric, name, false)
                        .map(GateFile.Threshold::change)
                        .orElse(Metrics.threshold(metric))));
    }

    /** Whether a metric of a row fails the gate where it grows. */
    boolean gates(String metric, RowKey key) {
        String name = ComparedRow.name(key);
        return Metrics.gatesByDefault(metric)
                || gate.threshold(metric, name, true).isPresent()
                || gate.threshold(metric, name, false).isPresent();
    }

    /** The same thresholds without the acceptances, for rows that a later gate will judge. */
    public Options withoutAcceptances() {
        return new Options(threshold, controls, new GateFile(gate.thresholds(), List.of()), failOnAny, clock);
    }

    /** Nothing said. */
    public static Options defaults() {
        return new Options(
                OptionalDouble.empty(), List.of(), GateFile.EMPTY, false, Clock.system(ZoneId.systemDefault()));
    }
}
