package io.assay.harness.stats;

/** What can be said of a row whose cost was measured twice. The text is the contract of every format. */
public enum Verdict {
    /** The interval of the ratio excludes 1 and the estimate reaches the threshold. */
    SLOWER("slower"),
    /** The same in the other direction. */
    FASTER("faster"),
    /** The whole interval lies within the threshold: equivalence is shown. */
    SAME("same"),
    /** Neither a change nor its absence is shown. */
    CANNOT_TELL("cannot tell"),
    /** One of the two sides holds no figures to compare. */
    UNUSABLE("unusable");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** As reports and JSON say it. */
    public String text() {
        return text;
    }
}
