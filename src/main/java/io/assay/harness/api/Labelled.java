package io.assay.harness.api;

/**
 * Worn by the enum of a benchmark's {@code implementation} parameter: what each implementation does more or less than
 * the others. Reports print it beside the figures.
 */
public interface Labelled {
    /** How the implementation was set up, and what work it does beyond or short of the others; one line. */
    String label();
}
