package io.assay.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A message while it is written: every part goes to the wire and to what a parser has to find there. */
final class Http1Draft {
    private static final String VERSION = "HTTP/1.1";
    private static final String END = "\r\n";

    private final String method;
    private final String target;
    private final int status;
    private final String reason;
    private final boolean lowerCase;
    private final StringBuilder wire;
    private final List<HeaderField> fields = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();

    private Http1Draft(String method, String target, int status, String reason, String startLine, boolean lowerCase) {
        this.method = method;
        this.target = target;
        this.status = status;
        this.reason = reason;
        this.lowerCase = lowerCase;
        wire = new StringBuilder(startLine).append(END);
    }

    /**
     * A request.
     *
     * @param lowerCase whether the client writes field names in lower case
     */
    static Http1Draft request(String method, String target, boolean lowerCase) {
        return new Http1Draft(method, target, 0, "", method + " " + target + " " + VERSION, lowerCase);
    }

    /** A response. */
    static Http1Draft response(int status, String reason, boolean lowerCase) {
        return new Http1Draft("", "", status, reason, VERSION + " " + status + " " + reason, lowerCase);
    }

    Http1Draft add(String name, String value) {
        return add(name, " ", value, "");
    }

    Http1Draft addIf(boolean present, String name, String value) {
        return present ? add(name, value) : this;
    }

    /** A field with this white space around its value. */
    Http1Draft add(String name, String before, String value, String behind) {
        String written = written(name);
        fields.add(new HeaderField(written, value));
        wire.append(written)
                .append(':')
                .append(before)
                .append(value)
                .append(behind)
                .append(END);
        return this;
    }

    /** Ends the head of a message without a body. */
    Http1Message head() {
        wire.append(END);
        return message(List.of());
    }

    /** Ends the head and adds a body, whose length a field has to say. */
    Http1Message body(String text) {
        wire.append(END).append(text);
        body.append(text);
        return message(List.of());
    }

    /** Ends the head of a message whose body comes in chunks. */
    Http1Draft chunks() {
        wire.append(END);
        return this;
    }

    /**
     * One chunk.
     *
     * @param extension nothing, or a semicolon and what follows it
     */
    Http1Draft chunk(String data, String extension) {
        wire.append(Integer.toHexString(data.length()))
                .append(extension)
                .append(END)
                .append(data)
                .append(END);
        body.append(data);
        return this;
    }

    /** The last chunk, and behind it a trailer field. */
    Http1Message trailer(String name, String value) {
        String written = written(name);
        wire.append("0" + END).append(written).append(": ").append(value).append(END + END);
        return message(List.of(new HeaderField(written, value)));
    }

    private String written(String name) {
        return lowerCase ? name.toLowerCase(Locale.ROOT) : name;
    }

    private Http1Message message(List<HeaderField> trailers) {
        return new Http1Message(
                method,
                target,
                VERSION,
                status,
                reason,
                List.copyOf(fields),
                body.toString(),
                trailers,
                wire.toString());
    }
}
