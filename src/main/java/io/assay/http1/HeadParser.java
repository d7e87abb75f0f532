package io.assay.http1;

import io.assay.Checks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Parses the heads of one direction of a connection, one after the other, in place.
 *
 * <p><b>The contract of {@code parse}.</b> It is given the bytes from the head's first byte on, as many as are there,
 * and returns
 *
 * <ul>
 *   <li>a positive number: the head is whole and so many bytes long, the empty line included. The accessors tell what
 *       is in it until {@code parse} is called again, which then starts another head. What follows is the body, or the
 *       next head.
 *   <li>{@link #NEED_MORE}: the head is right so far, but not whole. Call again with the same bytes and more behind
 *       them. They may have been moved to another place or array. The parser goes on where it stopped: the work is
 *       linear in the length of the head, even if each byte comes alone.
 *   <li>{@link #REFUSED}: {@link #error()} and {@link #errorOffset()} say why and where. It is refused as soon as the
 *       bytes can no longer become a head, and from then on, until {@link #reset()}.
 * </ul>
 *
 * All offsets and ranges are relative to the head's first byte. Result, error and offset are the same however the bytes
 * are split. Bytes behind the range that was given are never taken into account, and no buffer's position or limit is
 * changed.
 *
 * <p>An accessor that gives a string reads the bytes of the last {@code parse}, so they must still be there. The parser
 * keeps a reference to that array. Bytes outside the heap are copied to an array of the parser's own first.
 *
 * <p>Nothing is allocated while parsing, but for arrays that grow, up to the limits, to the largest head so far. Not
 * thread-safe.
 */
public abstract sealed class HeadParser permits RequestParser, ResponseParser {
    /** The head is not whole yet. */
    public static final int NEED_MORE = 0;
    /** The bytes were refused. */
    public static final int REFUSED = -1;

    private static final int PARSING = 0;
    private static final int WHOLE = 1;
    private static final int FAILED = 2;

    final Fields fields = new Fields();
    final Refusal refusal = new Refusal();
    final MessageFraming framing = new MessageFraming();
    final Strictness strictness;

    private final StartLine line;
    private final FieldScanner scanner;
    private final Window window = new Window();
    private final int maxHead;

    private int phase = PARSING;
    /** Bytes of the head that are done with. */
    private int parsed;

    HeadParser(StartLineFactory factory, Http1Limits limits, Strictness strictness) {
        this.strictness = strictness;
        line = factory.create(refusal, limits, strictness);
        scanner = new FieldScanner(fields, refusal, limits, strictness);
        maxHead = limits.maxHead();
        reset();
    }

    interface StartLineFactory {
        StartLine create(Refusal refusal, Http1Limits limits, Strictness strictness);
    }

    /**
     * Parses {@code buffer[from,to)}; the contract is that of the class.
     *
     * @throws IndexOutOfBoundsException when the range is not one of the array
     * @throws IllegalArgumentException when there are fewer bytes than in the call before, which needed more
     */
    public final int parse(byte[] buffer, int from, int to) {
        if (Checks.ENABLED) Objects.checkFromToIndex(from, to, buffer.length);
        if (phase != PARSING) {
            if (phase == FAILED) return REFUSED;
            reset();
        }
        return advance(buffer, from, to);
    }

    /**
     * Parses what is between position and limit; the contract is that of the class.
     *
     * @throws IllegalArgumentException when there are fewer bytes than in the call before, which needed more
     */
    public final int parse(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            int from = buffer.arrayOffset() + buffer.position();
            return parse(buffer.array(), from, from + buffer.remaining());
        }
        if (phase == FAILED) return REFUSED;
        if (phase == WHOLE) reset();
        int available = buffer.remaining();
        int result;
        do {
            window.extend(buffer, buffer.position(), available, parsed);
            result = advance(window.bytes, 0, window.length);
        } while (result == NEED_MORE && window.length < available);
        return result;
    }

    /**
     * Parses {@code length} bytes at {@code offset}; the contract is that of the class.
     *
     * @throws IndexOutOfBoundsException when the range is not one of the buffer
     * @throws IllegalArgumentException when there are fewer bytes than in the call before, which needed more
     */
    public final int parse(DirectBuffer buffer, int offset, int length) {
        if (Checks.ENABLED) Objects.checkFromIndexSize(offset, length, buffer.capacity());
        byte[] array = buffer.byteArray();
        if (array != null) {
            int from = buffer.wrapAdjustment() + offset;
            return parse(array, from, from + length);
        }
        if (phase == FAILED) return REFUSED;
        if (phase == WHOLE) reset();
        int result;
        do {
            window.extend(buffer, offset, length, parsed);
            result = advance(window.bytes, 0, window.length);
        } while (result == NEED_MORE && window.length < length);
        return result;
    }

    private int advance(byte[] b, int from, int to) {
        int available = to - from;
        if (available < parsed) throw new IllegalArgumentException("fewer bytes than were given before");
        fields.buffer = b;
        fields.base = from;
        int end = available > maxHead ? from + maxHead : to;
        int at = from + parsed;
        if (!line.done()) at = line.run(b, from, at, end);
        if (at >= 0 && line.done()) at = scanner.run(b, from, at, end);
        if (at < 0) return fail();
        parsed = at - from;
        if (scanner.done()) {
            if (check(parsed) < 0) return fail();
            phase = WHOLE;
            return parsed;
        }
        if (parsed == maxHead) {
            refusal.set(Http1Error.HEAD_TOO_LONG, maxHead);
            return fail();
        }
        return NEED_MORE;
    }

    private int fail() {
        phase = FAILED;
        // A Content-Length or coding that was read before the refusal must not frame anything.
        framing.clear();
        return REFUSED;
    }

    final StartLine startLine() {
        return line;
    }

    /** What can be said of a whole head alone; negative if it was refused. */
    abstract int check(int length);

    /** Forgets the head that was begun or refused, and with it the bytes: the next call starts another. */
    public final void reset() {
        phase = PARSING;
        parsed = 0;
        window.length = 0;
        refusal.clear();
        framing.clear();
        line.begin();
        scanner.begin();
    }

    /** Why the bytes were refused; null when they were not. */
    public final @Nullable Http1Error error() {
        return refusal.error;
    }

    /** Offset of what was refused from the head's first byte, or -1. A limit's error is at the first byte above it. */
    public final int errorOffset() {
        return refusal.offset;
    }

    /** The fields of the head; always the same object. */
    public final Fields fields() {
        return fields;
    }

    /** The d of {@code HTTP/1.d}; above 1 the rules are those of 1 (RFC 9110 section 2.5). */
    public final int minorVersion() {
        return line.minorVersion;
    }

    /** The number of bytes that Content-Length announces, or -1 without that field. */
    public final long contentLength() {
        return framing.contentLength;
    }

    /** Whether Connection lets the connection persist (RFC 9112 section 9.3). */
    final boolean persistent() {
        if (!fields.contains(HeaderName.CONNECTION)) return line.minorVersion > 0;
        if (ListElements.contains(fields, HeaderName.CONNECTION, "close")) return false;
        return line.minorVersion > 0 || ListElements.contains(fields, HeaderName.CONNECTION, "keep-alive");
    }

    /** Whether Upgrade is there and Connection names it, in HTTP/1.1 (RFC 9110 section 7.8). */
    final boolean upgrades() {
        return line.minorVersion > 0
                && fields.contains(HeaderName.UPGRADE)
                && ListElements.contains(fields, HeaderName.CONNECTION, "upgrade");
    }

    /** Octets looked at for this head; counted only where assertions are on. */
    final int steps() {
        return line.steps + scanner.steps;
    }

    final String string(int from, int to) {
        return new String(fields.buffer, fields.base + from, to - from, StandardCharsets.ISO_8859_1);
    }
}
