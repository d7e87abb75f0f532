package io.assay.net.http;

import io.assay.json.JsonCodec;
import io.assay.json.JsonException;
import io.assay.net.tcp.TcpConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** Writes the heads of responses, and bodies that are there as a whole (RFC 9112 sections 4 and 6, RFC 9110). */
final class ResponseWriter {
    static final byte[] CONTINUE = ascii("HTTP/1.1 100 Continue\r\n\r\n");

    private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");
    private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");
    private static final byte[] CLOSE = ascii("Connection: close\r\n");
    private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
    private static final byte[] END = ascii("\r\n");
    private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
    private static final byte[] NOTHING = {};
    /** A longer body is not copied once more to lie behind its head. */
    private static final int SHORT = 1024;
    /** RFC 9110 section 5.6.7: of fixed length, which {@link DateTimeFormatter#RFC_1123_DATE_TIME} is not. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "'Date: 'EEE, dd MMM yyyy HH:mm:ss 'GMT\r\n'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final byte[][] statusLines = new byte[600][];
    private final JsonCodec codec;
    private byte[] out = new byte[1024];
    private int length;
    private long dateSecond = Long.MIN_VALUE;
    private byte[] dateLine = NOTHING;

    ResponseWriter(JsonCodec codec) {
        this.codec = codec;
    }

    /**
     * Writes a response whose body is there.
     *
     * @throws JsonException when the object cannot be written; nothing was then
     */
    void whole(TcpConnection to, HttpResponse response, Persistence persistence, boolean head) throws JsonException {
        int left = format(response, persistence, head);
        to.write(out, 0, length);
        if (left > 0) to.write(response.json == null ? response.body : codec.buffer(), 0, left);
    }

    /**
     * Lays out the head of a response whose body is there, and a short body of JSON behind it, at the start of {@link #bytes}.
     *
     * @return bytes of the body that are left to be written
     * @throws JsonException when the object cannot be written
     */
    int format(HttpResponse response, Persistence persistence, boolean head) throws JsonException {
        int bodyLength = response.body.length;
        Object json = response.json;
        if (json != null) bodyLength = codec.write(json);
        begin(response, persistence);
        boolean bodyless = response.bodyless();
        if (!bodyless) {
            put(CONTENT_LENGTH);
            putNumber(bodyLength);
            put(END);
        }
        put(END);
        if (head || bodyless) return 0;
        if (json == null || bodyLength > SHORT) return bodyLength;
        put(codec.buffer(), bodyLength);
        return 0;
    }

    /** Where {@link #format} lays it out. */
    byte[] bytes() {
        return out;
    }

    /** How much of them it is. */
    int length() {
        return length;
    }

    /** Writes the head of a response whose body follows in chunks, or, for HTTP/1.0, until the end. */
    void chunkedHead(TcpConnection to, HttpResponse response, Persistence persistence, boolean chunked) {
        begin(response, persistence);
        if (chunked) put(CHUNKED);
        put(END);
        to.write(out, 0, length);
    }

    void chunk(TcpConnection to, byte[] bytes, int from, int end) {
        length = 0;
        put(ascii(Integer.toHexString(end - from)));
        put(END);
        to.write(out, 0, length);
        to.write(bytes, from, end);
        to.write(END);
    }

    /** The response that opens a WebSocket (RFC 6455 section 4.2.2). */
    static byte[] switching(String accept) {
        return ascii("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Accept: " + accept + "\r\n\r\n");
    }

    void lastChunk(TcpConnection to) {
        to.write(LAST_CHUNK);
    }

    private void begin(HttpResponse response, Persistence persistence) {
        length = 0;
        put(statusLine(response.status));
        put(date());
        put(response.fields);
        if (persistence == Persistence.CLOSE) put(CLOSE);
        if (persistence == Persistence.KEEP_ALIVE_1_0) put(KEEP_ALIVE);
    }

    private byte[] statusLine(int status) {
        byte[] line = statusLines[status];
        if (line == null) {
            line = ascii("HTTP/1.1 " + status + " " + Reasons.of(status) + "\r\n");
            statusLines[status] = line;
        }
        return line;
    }

    private byte[] date() {
        long second = System.currentTimeMillis() / 1_000;
        if (second != dateSecond) {
            dateSecond = second;
            dateLine = ascii(DATE.format(Instant.ofEpochSecond(second)));
        }
        return dateLine;
    }

    private void put(byte[] bytes) {
        put(bytes, bytes.length);
    }

    private void put(byte[] bytes, int count) {
        if (length + count > out.length) out = Arrays.copyOf(out, Math.max(out.length * 2, length + count));
        System.arraycopy(bytes, 0, out, length, count);
        length += count;
    }

    private void putNumber(int number) {
        int digits = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) digits++;
        if (length + digits > out.length) out = Arrays.copyOf(out, out.length * 2);
        length += digits;
        int at = length;
        int rest = number;
        for (int i = 0; i < digits; i++) {
            out[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What the head says of the connection (RFC 9112 section 9.3). */
    enum Persistence {
        /** Nothing: that is to keep it. */
        KEEP_ALIVE,
        /** To keep it, for a client of HTTP/1.0 that asked. */
        KEEP_ALIVE_1_0,
        /** It ends behind the response. */
        CLOSE
    }
}
