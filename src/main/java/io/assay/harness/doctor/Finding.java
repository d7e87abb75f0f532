package io.assay.harness.doctor;

/**
 * What one check saw. Immutable.
 *
 * @param name what was looked at, in two words at most
 * @param observed what was seen there
 * @param advice commands or steps, with their undoing where they change the machine; empty if there is nothing to do
 */
public record Finding(Severity severity, String name, String observed, String advice) {
    /** How much it matters, least first. */
    public enum Severity {
        /** As it should be. */
        OK,
        /** To be known when figures are read; they are still good. */
        NOTE,
        /** Makes figures noisier, or some of them unavailable. */
        WARN,
        /** Figures taken now mislead, or cannot be taken. */
        BAD
    }

    static Finding ok(String name, String observed) {
        return new Finding(Severity.OK, name, observed, "");
    }

    static Finding note(String name, String observed, String advice) {
        return new Finding(Severity.NOTE, name, observed, advice);
    }

    static Finding warn(String name, String observed, String advice) {
        return new Finding(Severity.WARN, name, observed, advice);
    }

    static Finding bad(String name, String observed, String advice) {
        return new Finding(Severity.BAD, name, observed, advice);
    }

    /** {@code OK} up to the first limit, {@code NOTE} up to the second, {@code WARN} up to the third, {@code BAD} above. */
    static Finding graded(
            String name, double value, double note, double warn, double bad, String observed, String advice) {
        return value <= note
                ? ok(name, observed)
                : new Finding(
                        value <= warn ? Severity.NOTE : value <= bad ? Severity.WARN : Severity.BAD,
                        name,
                        observed,
                        advice);
    }
}
