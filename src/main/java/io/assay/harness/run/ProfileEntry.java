package io.assay.harness.run;

/**
 * One line of a profile file.
 *
 * @param file the file, as the user would name it
 * @param line its number, from 1
 * @param key what stands before the {@code =}
 * @param value what stands behind it
 */
record ProfileEntry(String file, int line, String key, String value) {
    /** {@code file:line}, as compilers print it. */
    String place() {
        return file + ":" + line;
    }
}
