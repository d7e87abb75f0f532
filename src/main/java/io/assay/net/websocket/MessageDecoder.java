package io.assay.net.websocket;

import io.assay.Checks;
import io.assay.net.ArrayPool;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the messages of one direction of a connection in bytes that come in any split (RFC 6455 sections 5 to 8). A
 * message that is there as a whole, in one frame, is handed on where it lies; others are put together.
 *
 * <p><b>The contract of {@code decode}.</b> It is given the bytes that come next, gives what is in them to the sink, and
 * returns how many of them it is done with, or {@link #REFUSED}: then {@link #error()} says why, for good. It is done with all of
 * them, unless the sink called {@link #pause}; go on with the byte behind, after the sink's call. What comes behind a
 * close is skipped. Payload is unmasked <em>in place</em>: the range's bytes are changed, the others never.
 *
 * <p>Messages, their order and the error are the same however the bytes are split; text is refused at the first octet
 * that cannot be UTF-8, though its frame or message has not ended. Memory is that of the message that is under way, up to
 * the limits, and only as far as its bytes have come. Not thread-safe.
 */
public final class MessageDecoder {
    /** The bytes were refused. */
    public static final int REFUSED = -1;

    private static final int NO_MESSAGE = 0;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int MAX_CONTROL = 125;

    private final WebSocketLimits limits;
    private final FrameHead head;
    private final MessageBuffer message;
    private final Utf8Validator utf8 = new Utf8Validator();
    /** A head that is cut, then a control frame's payload that is: the two are never there at once. */
    private byte @Nullable [] cut;

    private int cutLength;
    private int messageOpcode = NO_MESSAGE;
    private int fragments;
    private boolean inPayload;
    private long remaining;
    private boolean paused;
    private boolean closed;

    private @Nullable WebSocketError error;

    /** A decoder of what clients send, where {@code fromClient}, else of what servers send; with arrays of its own. */
    public MessageDecoder(boolean fromClient, WebSocketLimits limits) {
        this(fromClient, limits, new ArrayPool(0));
    }

    /** A decoder whose arrays come from a pool. */
    public MessageDecoder(boolean fromClient, WebSocketLimits limits, ArrayPool pool) {
        this.limits = limits;
        head = new FrameHead(fromClient);
        message = new MessageBuffer(pool);
    }

    /**
     * Decodes {@code bytes[from,to)}; the contract is that of the class.
     *
     * @throws IndexOutOfBoundsException when the range is not one of the array
     */
    public int decode(byte[] bytes, int from, int to, MessageSink sink) {
        if (Checks.ENABLED) Objects.checkFromToIndex(from, to, bytes.length);
        if (error != null) return REFUSED;
        paused = false;
        int at = from;
        while (!closed && !paused) {
            if (!inPayload) {
                if (at == to) return at - from;
                int n = readHead(bytes, at, to);
                if (n < 0) return REFUSED;
                at += n;
                if (!inPayload) return at - from;
            }
            int n = (int) Math.min(remaining, to - at);
            if (n == 0 && remaining > 0) return at - from;
            if (head.key != 0) Masking.apply(bytes, at, at + n, head.key, head.length - remaining);
            remaining -= n;
            inPayload = remaining > 0;
            boolean right =
                    Opcode.isControl(head.opcode) ? control(bytes, at, at + n, sink) : data(bytes, at, at + n, sink);
            if (!right) return REFUSED;
            at += n;
        }
        return closed ? to - from : at - from;
    }

    /**
     * Reads a head; if it is cut, keeps what is there.
     *
     * @return the bytes that were taken of this range, or {@link #REFUSED}
     */
    private int readHead(byte[] bytes, int from, int to) {
        boolean inMessage = messageOpcode != NO_MESSAGE;
        if (cutLength == 0) {
            int n = head.read(bytes, from, to, inMessage);
            if (n > 0) return begin() ? n : REFUSED;
            if (n < 0) return refuse(head.error);
            keep(bytes, from, to);
            return to - from;
        }
        byte[] kept = cut();
        int at = from;
        while (at < to) {
            kept[cutLength++] = bytes[at++];
            int n = head.read(kept, 0, cutLength, inMessage);
            if (n < 0) return refuse(head.error);
            if (n > 0) {
                cutLength = 0;
                return begin() ? at - from : REFUSED;
            }
        }
        return at - from;
    }

    /** Begins the payload of a frame whose head is whole. */
    private boolean begin() {
        if (!Opcode.isControl(head.opcode)) {
            if (head.length > limits.maxFrame()) return refused(WebSocketError.FRAME_TOO_LONG);
            if (head.length > limits.maxMessage() - message.length) return refused(WebSocketError.MESSAGE_TOO_LONG);
            if (head.opcode != 0) {
                messageOpcode = head.opcode;
                fragments = 0;
                utf8.reset();
            }
            if (++fragments > limits.maxFragments()) return refused(WebSocketError.TOO_MANY_FRAGMENTS);
        }
        remaining = head.length;
        inPayload = true;
        return true;
    }

    private boolean data(byte[] bytes, int from, int to, MessageSink sink) {
        boolean last = remaining == 0 && head.fin;
        if (messageOpcode == TEXT && (!utf8.feed(bytes, from, to) || (last && !utf8.complete()))) {
            return refused(WebSocketError.BAD_UTF8);
        }
        if (!last) {
            message.append(bytes, from, to - from);
        } else if (message.length == 0) {
            deliver(sink, bytes, from, to);
        } else {
            message.append(bytes, from, to - from);
            deliver(sink, message.bytes, 0, message.length);
            message.clear();
        }
        return true;
    }

    private void deliver(MessageSink sink, byte[] bytes, int from, int to) {
        boolean text = messageOpcode == TEXT;
        messageOpcode = NO_MESSAGE;
        if (text) {
            sink.text(bytes, from, to);
        } else {
            sink.binary(bytes, from, to);
        }
    }

    private boolean control(byte[] bytes, int from, int to, MessageSink sink) {
        if (remaining > 0) {
            keep(bytes, from, to);
            return true;
        }
        if (cutLength == 0) return control(sink, bytes, from, to);
        keep(bytes, from, to);
        int length = cutLength;
        cutLength = 0;
        return control(sink, cut(), 0, length);
    }

    private boolean control(MessageSink sink, byte[] bytes, int from, int to) {
        if (head.opcode == CLOSE) return close(sink, bytes, from, to);
        if (head.opcode == PING) {
            sink.ping(bytes, from, to);
        } else {
            sink.pong(bytes, from, to);
        }
        return true;
    }

    private boolean close(MessageSink sink, byte[] bytes, int from, int to) {
        int code = CloseCode.NONE;
        int reason = from;
        if (to - from == 1) return refused(WebSocketError.BAD_CLOSE);
        if (to > from) {
            code = (bytes[from] & 0xFF) << 8 | (bytes[from + 1] & 0xFF);
            reason += 2;
            if (!CloseCode.isValid(code)) return refused(WebSocketError.BAD_CLOSE_CODE);
            utf8.reset();
            if (!utf8.feed(bytes, reason, to) || !utf8.complete()) return refused(WebSocketError.BAD_UTF8);
        }
        closed = true;
        message.clear();
        sink.close(code, bytes, reason, to);
        return true;
    }

    private void keep(byte[] bytes, int from, int to) {
        System.arraycopy(bytes, from, cut(), cutLength, to - from);
        cutLength += to - from;
    }

    private byte[] cut() {
        byte[] kept = cut;
        if (kept == null) {
            kept = new byte[MAX_CONTROL];
            cut = kept;
        }
        return kept;
    }

    private boolean refused(WebSocketError why) {
        refuse(why);
        return false;
    }

    private int refuse(@Nullable WebSocketError why) {
        error = why;
        release();
        return REFUSED;
    }

    /** From the sink: {@code decode} returns after this call of the sink, though there are more bytes. */
    public void pause() {
        paused = true;
    }

    /** Gives the arrays of a message under way back to the pool, for a connection that has ended. */
    public void release() {
        message.clear();
        cut = null;
        cutLength = 0;
    }

    /** Why the bytes were refused; null when they were not. */
    public @Nullable WebSocketError error() {
        return error;
    }

    /** Whether a close has come. */
    public boolean closed() {
        return closed;
    }

    /** Bytes of the message under way that are held. */
    public int held() {
        return message.length;
    }
}
