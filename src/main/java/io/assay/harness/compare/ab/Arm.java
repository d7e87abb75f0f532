package io.assay.harness.compare.ab;

/** One fork of a block. */
enum Arm {
    BASE("base"),
    HEAD("head"),
    /** Base again: identical code. */
    CONTROL("control");

    private final String text;

    Arm(String text) {
        this.text = text;
    }

    /** As files and progress say it. */
    String text() {
        return text;
    }
}
