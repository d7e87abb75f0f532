package io.assay.http1;

import io.assay.Checks;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the data of message bodies, in place (RFC 9112 sections 6 and 7). Always strict.
 *
 * <p><b>The contract of {@code parse}.</b> It is given the bytes that come next and returns {@link #REFUSED}, or how
 * many of them it is done with: go on with the byte behind those. {@link #dataLength()} of them, from
 * {@link #dataStart()} on, are data of the body. Then
 *
 * <ul>
 *   <li>if {@link #done()}, the body has ended, and the next message starts there;
 *   <li>otherwise, if there was no data, more bytes are needed behind those it is not done with. Those are only ever
 *       trailer fields, which are ranges and so must be there as a whole: at most {@link Http1Limits#maxTrailers()}.
 * </ul>
 *
 * <pre>{@code
 * body.begin(head.framing(), head.contentLength());
 * while (!body.done()) {
 *     int n = body.parse(bytes, from, to);
 *     if (n < 0) throw refused(body.error());
 *     if (body.dataLength() > 0) take(bytes, from + body.dataStart(), body.dataLength());
 *     else if (!body.done()) to += readBehind(bytes, to);
 *     from += n;
 * }
 * }</pre>
 *
 * The data, its end and errors are the same however the bytes are split. An error is final until the next body begins.
 * Nothing is allocated, but for arrays that grow to the largest trailer section. Not thread-safe.
 */
public final class BodyParser {
    /** The bytes were refused. */
    public static final int REFUSED = -1;

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int DATA = 2;
    private static final int LINE = 3;
    private static final int TRAILERS = 4;

    /** Chunk lines in buffers outside the heap are copied in pieces of this. */
    private static final int PIECE = 64;

    private final Refusal refusal = new Refusal();
    private final ChunkLine line;
    private final Trailers trailers;
    private final Window window = new Window();
    private final byte[] piece = new byte[PIECE];

    private int state = DONE;
    private Framing framing = Framing.NONE;
    private long remaining;
    private int dataStart;
    private int dataLength;
    /** Bytes of the body that are done with, and where in it the error was. */
    private long consumed;

    private long errorOffset = -1;

    /** A parser with {@link Http1Limits#DEFAULT}. */
    public BodyParser() {
        this(Http1Limits.DEFAULT);
    }

    /** A parser. */
    public BodyParser(Http1Limits limits) {
        line = new ChunkLine(refusal, limits);
        trailers = new Trailers(refusal, limits);
    }

    /**
     * Begins a body.
     *
     * @param contentLength with {@link Framing#LENGTH} the number of bytes; otherwise not looked at
     * @throws IllegalArgumentException when the length is needed and negative
     */
    public void begin(Framing framing, long contentLength) {
        this.framing = framing;
        boolean length = framing == Framing.LENGTH;
        if (length && contentLength < 0) throw new IllegalArgumentException("a length of " + contentLength);
        boolean empty = framing == Framing.NONE || framing == Framing.TUNNEL || (length && contentLength == 0);
        state = empty ? DONE : framing == Framing.CHUNKED ? LINE : DATA;
        remaining = length ? contentLength : Long.MAX_VALUE;
        consumed = 0;
        dataStart = 0;
        dataLength = 0;
        errorOffset = -1;
        refusal.clear();
        line.beginBody();
        trailers.begin();
        window.length = 0;
    }

    /**
     * Parses {@code buffer[from,to)}; the contract is that of the class.
     *
     * @throws IndexOutOfBoundsException when the range is not one of the array
     */
    public int parse(byte[] buffer, int from, int to) {
        if (Checks.ENABLED) Objects.checkFromToIndex(from, to, buffer.length);
        dataLength = 0;
        int at = from;
        while (state >= LINE && (at < to || state == TRAILERS)) {
            boolean inLine = state == LINE;
            int n = inLine ? afterLine(line.run(buffer, at, to)) : afterTrailers(trailers.run(buffer, at, to));
            if (n < 0) return fail(at - from);
            at += n;
            if (!inLine) break;
        }
        return take(at - from, to - from);
    }

    /** Parses what is between position and limit; the contract is that of the class. */
    public int parse(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            int from = buffer.arrayOffset() + buffer.position();
            return parse(buffer.array(), from, from + buffer.remaining());
        }
        dataLength = 0;
        int from = buffer.position();
        int length = buffer.remaining();
        int at = 0;
        while (state >= LINE && (at < length || state == TRAILERS)) {
            int left = length - at;
            int size = Math.min(left, PIECE);
            if (state == LINE) {
                buffer.get(from + at, piece, 0, size);
            } else {
                window.extend(buffer, from + at, left, trailers.parsed);
            }
            int n = state == LINE ? afterLine(line.run(piece, 0, size)) : copiedTrailers();
            if (n < 0) return fail(at);
            at += n;
            if (state == TRAILERS && window.length >= length - at) break;
        }
        return take(at, length);
    }

    /**
     * Parses {@code length} bytes at {@code offset}; the contract is that of the class.
     *
     * @throws IndexOutOfBoundsException when the range is not one of the buffer
     */
    public int parse(DirectBuffer buffer, int offset, int length) {
        if (Checks.ENABLED) Objects.checkFromIndexSize(offset, length, buffer.capacity());
        byte[] array = buffer.byteArray();
        if (array != null) {
            int from = buffer.wrapAdjustment() + offset;
            return parse(array, from, from + length);
        }
        dataLength = 0;
        int at = 0;
        while (state >= LINE && (at < length || state == TRAILERS)) {
            int left = length - at;
            int size = Math.min(left, PIECE);
            if (state == LINE) {
                buffer.getBytes(offset + at, piece, 0, size);
            } else {
                window.extend(buffer, offset + at, left, trailers.parsed);
            }
            int n = state == LINE ? afterLine(line.run(piece, 0, size)) : copiedTrailers();
            if (n < 0) return fail(at);
            at += n;
            if (state == TRAILERS && window.length >= length - at) break;
        }
        return take(at, length);
    }

    private int copiedTrailers() {
        return afterTrailers(trailers.run(window.bytes, 0, window.length));
    }

    private int afterLine(int n) {
        if (n >= 0 && line.whole()) {
            remaining = line.size;
            state = remaining == 0 ? TRAILERS : DATA;
        }
        return n;
    }

    private int afterTrailers(int n) {
        if (n > 0) state = DONE;
        return n;
    }

    /** Takes what data there is behind {@code at} of {@code length} bytes. */
    private int take(int at, int length) {
        int done = at;
        dataStart = at;
        if (state == DATA) {
            dataLength = (int) Math.min(remaining, length - at);
            done += dataLength;
            if (framing != Framing.UNTIL_CLOSE) remaining -= dataLength;
            if (remaining == 0) endOfData();
        }
        if (state == FAILED) return REFUSED;
        consumed += done;
        return done;
    }

    private void endOfData() {
        if (framing == Framing.CHUNKED) {
            line.beginBehindData();
            state = LINE;
        } else {
            state = DONE;
        }
    }

    private int fail(int at) {
        state = FAILED;
        errorOffset = consumed + at + refusal.offset;
        return REFUSED;
    }

    /**
     * Says that the connection was closed.
     *
     * @return whether the body is whole: false when bytes are missing, or were refused
     */
    public boolean endOfInput() {
        if (state == DATA && framing == Framing.UNTIL_CLOSE) state = DONE;
        return state == DONE;
    }

    /** Whether the body has ended. */
    public boolean done() {
        return state == DONE;
    }

    /** Where the data starts, from the first byte that the last {@code parse} was given. */
    public int dataStart() {
        return dataStart;
    }

    /** Number of bytes of data that the last {@code parse} found. */
    public int dataLength() {
        return dataLength;
    }

    /**
     * The trailer fields of a chunked body that has ended, never to be merged with the head's (RFC 9110 section 6.5.1);
     * always the same object. Their ranges are relative to the section's start, {@link #trailersLength()} bytes before
     * the body's end. Strings are read from the bytes of the last {@code parse}.
     */
    public Fields trailers() {
        return trailers.fields;
    }

    /** Bytes of the trailer section, with its last empty line, of a chunked body that has ended; else 0. */
    public int trailersLength() {
        return state == DONE ? trailers.parsed : 0;
    }

    /** Why the bytes were refused; null when they were not. */
    public @Nullable Http1Error error() {
        return refusal.error;
    }

    /** Offset of what was refused from the body's first byte, or -1. */
    public long errorOffset() {
        return errorOffset;
    }
}
