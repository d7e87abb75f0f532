package io.assay.net.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer. Immutable, unless its body's array is changed; one without a {@link BodySource} may answer any number of
 * requests. The server adds Date, Content-Length or Transfer-Encoding, and Connection.
 */
public final class HttpResponse {
    private static final byte[] NOTHING = {};
    private static final String JSON = "application/json";
    /** What the server says itself: said twice and differently, two readers would see two different responses. */
    private static final Set<String> OWN = Set.of("connection", "content-length", "date", "transfer-encoding");

    final int status;
    final byte[] fields;
    final byte[] body;
    final @Nullable Object json;
    final @Nullable BodySource source;

    private HttpResponse(int status, byte[] fields, byte[] body, @Nullable Object json, @Nullable BodySource source) {
        if (status < 200 || status > 599)
            throw new IllegalArgumentException("status " + status + " is not from 200 to 599");
        this.status = status;
        this.fields = fields;
        this.body = body;
        this.json = json;
        this.source = source;
    }

    /** An answer without a body. */
    public static HttpResponse of(int status) {
        return new HttpResponse(status, NOTHING, NOTHING, null, null);
    }

    /** Text, in UTF-8. */
    public static HttpResponse text(int status, String text) {
        return bytes(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of a media type. The array is not copied: it must not be changed until the answer was sent. */
    public static HttpResponse bytes(int status, String type, byte[] body) {
        return new HttpResponse(status, typed(type), body, null, null);
    }

    /** An object that the server's JSON types contain; written when the answer is. */
    public static HttpResponse json(int status, Object value) {
        return new HttpResponse(status, JSON_FIELD, NOTHING, value, null);
    }

    /** A body in chunks; once. */
    public static HttpResponse chunked(int status, String type, BodySource source) {
        return new HttpResponse(status, typed(type), NOTHING, null, source);
    }

    /**
     * This answer with one more field.
     *
     * @throws IllegalArgumentException when the name is no token or the value has a control: it could start another field; or
     *     for one of the fields that the server adds
     */
    public HttpResponse with(String name, String value) {
        if (OWN.contains(name.toLowerCase(Locale.ROOT)))
            throw new IllegalArgumentException("the server itself adds " + name);
        return withLine(name, value);
    }

    /** This answer with the offer to go on with another protocol, which Connection has to name too (RFC 9110 section 7.8). */
    HttpResponse offering(String protocol) {
        return withLine("Upgrade", protocol).withLine("Connection", "Upgrade");
    }

    private HttpResponse withLine(String name, String value) {
        byte[] line = line(name, value);
        byte[] all = new byte[fields.length + line.length];
        System.arraycopy(fields, 0, all, 0, fields.length);
        System.arraycopy(line, 0, all, fields.length, line.length);
        return new HttpResponse(status, all, body, json, source);
    }

    private static final byte[] JSON_FIELD = typed(JSON);

    private static byte[] typed(String type) {
        return line("Content-Type", type);
    }

    private static byte[] line(String name, String value) {
        boolean token = !name.isEmpty() && name.chars().allMatch(HttpResponse::isToken);
        boolean text = value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7F && c <= 0xFF));
        if (!token || !text) throw new IllegalArgumentException("no field of a response: " + name);
        return (name + ": " + value + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isToken(int c) {
        boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        return c < 0x80 && (letter || (c >= '0' && c <= '9') || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }

    /** Whether the status forbids a body, and with it a length and chunks (RFC 9110 section 6.4.1, RFC 9112 section 6.1). */
    boolean bodyless() {
        return status == 204 || status == 304;
    }

    /** The status code. */
    public int status() {
        return status;
    }
}
