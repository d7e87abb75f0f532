package io.assay.harness.compare;

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

    /** Nothing said. */
    public static Options defaults() {
        return new Options(
                OptionalDouble.empty(), List.of(), GateFile.EMPTY, false, Clock.system(ZoneId.systemDefault()));
    }
}
