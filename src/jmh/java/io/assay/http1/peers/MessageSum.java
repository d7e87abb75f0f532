package io.assay.http1.peers;

import io.assay.workload.HeaderField;
import io.assay.workload.Http1Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was parsed and adds it up: counts and lengths, and of what was read the last characters, too. That is little
 * enough not to be what is measured, and a field or a body that was not read to its end changes the sum. Order of fields
 * does not matter, but a value under another's name does. While it collects it keeps the messages.
 */
public final class MessageSum {
    /** Room for the body of one message. */
    private static final int MAX_BODY = 1 << 16;

    private final byte[] body;
    private int bodyLength;
    private long sum;
    private long messages;
    private boolean collecting;
    private final List<ParsedMessage> collected = new ArrayList<>();
    private final List<HeaderField> fields = new ArrayList<>();
    private List<String> startLine = List.of();

    /** For messages of any workload. */
    public MessageSum() {
        this(MAX_BODY);
    }

    private MessageSum(int room) {
        body = new byte[room];
    }

    /** What {@link Http1Adapter#parse} adds for these messages. */
    public static long ofParsed(List<Http1Message> parsed) {
        MessageSum right = new MessageSum(0);
        parsed.forEach(right::addHead);
        return right.take();
    }

    /** What {@link Http1Adapter#parseAndRead} adds for these messages. */
    public static long ofRead(List<Http1Message> read) {
        MessageSum right = new MessageSum(
                read.stream().mapToInt(message -> message.body().length()).max().orElse(0));
        for (Http1Message message : read) {
            right.addHead(message);
            if (message.status() == 0) {
                right.request(message.method(), message.target(), message.version());
            } else {
                right.response(message.version(), message.status(), message.reason());
            }
            message.fields().forEach(field -> right.field(field.name(), field.value()));
            message.trailers().forEach(field -> right.field(field.name(), field.value()));
            right.copy(
                    message.body().getBytes(StandardCharsets.ISO_8859_1),
                    0,
                    message.body().length());
            right.bodyRead();
        }
        return right.take();
    }

    private void addHead(Http1Message message) {
        head(message.fields().size(), message.status() + message.target().length());
        body(message.body().length());
    }

    /** The sum over all messages since the last call. */
    public long take() {
        long taken = sum;
        sum = 0;
        return taken;
    }

    /** Number of messages since it was made. */
    public long messages() {
        return messages;
    }

    /** Starts to keep what is read. */
    void collect() {
        collecting = true;
        collected.clear();
    }

    /** The messages read since {@link #collect}; ends the collection. */
    List<ParsedMessage> collected() {
        collecting = false;
        return List.copyOf(collected);
    }

    /**
     * A head was parsed.
     *
     * @param count of fields
     * @param number length of a request's target, or status of a response
     */
    void head(int count, int number) {
        messages++;
        sum += 1_000_003L * count + number;
    }

    /** A body was parsed; its length counts, so that whoever loses a chunk has another sum. */
    void body(int length) {
        sum += 8_191L * length;
    }

    /** The start line of a request was read. */
    void request(String method, String target, String version) {
        request(method, target, "", version);
    }

    /** The start line of a request was read, by a parser that cuts the target at its question mark. */
    void request(String method, String path, String query, String version) {
        sum += 31L * method.length() + last(method) + 17L * last(query.isEmpty() ? path : query) + version.length();
        if (collecting) {
            startLine = List.of(method, query.isEmpty() ? path : path + "?" + query, version);
        }
    }

    /** The start line of a response was read. */
    void response(String version, int status, String reason) {
        sum += version.length() + 31L * reason.length() + 17L * last(reason);
        if (collecting) {
            startLine = List.of(version, String.valueOf(status), reason);
        }
    }

    /** A field was read, or a trailer. */
    void field(String name, String value) {
        // Bit 5 tells upper from lower case: parsers may give well-known names a spelling of their own.
        sum += (31L * name.length() + (last(name) | 0x20)) * (257L * value.length() + last(value) + 1);
        if (collecting) {
            fields.add(ParsedMessage.field(name, value));
        }
    }

    /** Reads a part of a body. */
    void copy(byte[] from, int at, int length) {
        System.arraycopy(from, at, body, bodyLength, length);
        bodyLength += length;
    }

    /** Reads a part of a body, up to the buffer's limit. */
    void copy(ByteBuffer from) {
        int length = from.remaining();
        from.get(body, bodyLength, length);
        bodyLength += length;
    }

    /** Where a body may be copied to, for libraries that do it by themselves; {@link #copied} tells how much it was. */
    byte[] body() {
        return body;
    }

    /** Offset in {@link #body} behind what was copied. */
    int bodyLength() {
        return bodyLength;
    }

    /** So many bytes were copied to {@link #body}. */
    void copied(int length) {
        bodyLength += length;
    }

    /** Ends a message that was read. */
    void bodyRead() {
        sum += bodyLength == 0 ? 0 : body[0] * 127L + body[bodyLength >> 1] * 31L + body[bodyLength - 1];
        if (collecting) {
            collected.add(new ParsedMessage(
                    startLine, List.copyOf(fields), new String(body, 0, bodyLength, StandardCharsets.ISO_8859_1)));
            fields.clear();
        }
        bodyLength = 0;
    }

    private static int last(@Nullable String text) {
        return text == null || text.isEmpty() ? 0 : text.charAt(text.length() - 1);
    }
}
