package io.assay.harness.matrix;

/**
 * A level of a factor, and the level that it is compared with.
 *
 * @param factor as {@link MatrixRow} names it
 * @param level what was chosen
 * @param base what would be otherwise
 */
record Choice(String factor, String level, String base) {
    Setting setting() {
        return new Setting(factor, level);
    }
}
