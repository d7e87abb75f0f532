package io.assay.http1.peers;

import io.assay.workload.HeaderField;
import io.assay.workload.Http1Message;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a parser read. Names are in lower case, because some give well-known names a spelling of their own, and trailers
 * stand behind the fields.
 *
 * @param startLine method, target and version, or version, status and reason
 */
record ParsedMessage(List<String> startLine, List<HeaderField> fields, String body) {
    /** What should have been read. */
    static ParsedMessage of(Http1Message message) {
        List<String> startLine = message.status() == 0
                ? List.of(message.method(), message.target(), message.version())
                : List.of(message.version(), String.valueOf(message.status()), message.reason());
        return new ParsedMessage(
                startLine,
                Stream.concat(message.fields().stream(), message.trailers().stream())
                        .map(field -> field(field.name(), field.value()))
                        .toList(),
                message.body());
    }

    static HeaderField field(String name, String value) {
        return new HeaderField(name.toLowerCase(Locale.ROOT), value);
    }

    /** The same with the fields in the order of their names: libraries that keep a map have an order of their own. */
    ParsedMessage sorted() {
        return new ParsedMessage(
                startLine,
                fields.stream().sorted(Comparator.comparing(HeaderField::name)).toList(),
                body);
    }
}
