package io.assay.http1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message as its recipient understood it.
 *
 * @param start method, target and minor version, or minor version and status
 * @param fields name in lower case and value, in order
 * @param body one char a byte; null while it has not ended
 */
record Message(String start, List<Field> fields, String body) {
    Message ended(String wholeBody) {
        return new Message(start, fields, wholeBody);
    }

    /** A field, its name in lower case. */
    record Field(String name, String value) {
        Field {
            name = name.toLowerCase(Locale.ROOT);
        }
    }

    static Message head(String start, List<Field> fields) {
        return new Message(start, new ArrayList<>(fields), null);
    }
}
