package io.assay.json.processor;

import java.util.Set;

/**
 * How values of a type are written and read, as expressions of Java.
 *
 * @param type the declared type
 * @param writer a statement, {@code $} for the value
 * @param reader an expression
 * @param helpers methods and constants that these need
 */
record Shape(String type, String writer, String reader, Set<String> helpers) {
    String write(String value) {
        return writer.replace("$", value);
    }
}
