package io.assay.net.websocket;

import io.assay.Checks;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Writes frames (RFC 6455 section 5.2), head and payload behind each other, so that one write sends both. Lengths are
 * minimal. Stateless; each method returns the index behind the last byte that it wrote.
 */
public final class FrameEncoder {
    /** The longest head: that of a masked frame of 64 KiB or more. */
    public static final int LONGEST_HEAD = FrameHead.LONGEST;

    private static final int FIN = 0x80;
    private static final int MASK = 0x80;
    private static final int MAX_CONTROL = 125;

    private FrameEncoder() {}

    /** Bytes of a head. */
    public static int headLength(long payload, boolean masked) {
        int length = payload < 126 ? 2 : payload < 1 << 16 ? 4 : 10;
        return masked ? length + 4 : length;
    }

    /**
     * Writes the head of a server's frame, of at most 10 bytes; the payload goes behind it as it is.
     *
     * @throws IllegalArgumentException for a control frame that is fragmented or has more than 125 bytes
     * @throws IndexOutOfBoundsException where there is no room
     */
    public static int head(byte[] out, int at, boolean fin, Opcode opcode, long payload) {
        return head(out, at, fin, opcode, payload, 0);
    }

    /**
     * Writes the head of a client's frame, of at most 14 bytes; the payload goes behind it masked with the key
     * ({@link Masking#apply}), which has to be unpredictable and another for each frame (section 5.3).
     */
    public static int maskedHead(byte[] out, int at, boolean fin, Opcode opcode, long payload, int key) {
        int end = head(out, at, fin, opcode, payload, MASK);
        for (int shift = 24; shift >= 0; shift -= 8) out[end++] = (byte) (key >>> shift);
        return end;
    }

    private static int head(byte[] out, int at, boolean fin, Opcode opcode, long payload, int mask) {
        if (Checks.ENABLED) {
            boolean fits = payload >= 0 && (!opcode.isControl() || (fin && payload <= MAX_CONTROL));
            if (!fits) throw new IllegalArgumentException("a " + opcode + " of " + payload + " bytes, fin " + fin);
            Objects.checkFromIndexSize(at, headLength(payload, mask != 0), out.length);
        }
        out[at] = (byte) ((fin ? FIN : 0) | opcode.code());
        if (payload < 126) {
            out[at + 1] = (byte) (mask | (int) payload);
            return at + 2;
        }
        if (payload < 1 << 16) {
            out[at + 1] = (byte) (mask | 126);
            return number(out, at + 2, payload, 2);
        }
        out[at + 1] = (byte) (mask | 127);
        return number(out, at + 2, payload, 8);
    }

    private static int number(byte[] out, int at, long number, int octets) {
        for (int i = 0; i < octets; i++) out[at + i] = (byte) (number >>> ((octets - 1 - i) << 3));
        return at + octets;
    }

    /** Writes a server's frame, head and payload. */
    public static int frame(byte[] out, int at, boolean fin, Opcode opcode, byte[] payload, int from, int to) {
        int start = head(out, at, fin, opcode, to - from);
        System.arraycopy(payload, from, out, start, to - from);
        return start + to - from;
    }

    /** Writes a client's frame, head and masked payload; the payload that was given stays as it is. */
    public static int maskedFrame(
            byte[] out, int at, boolean fin, Opcode opcode, byte[] payload, int from, int to, int key) {
        int start = maskedHead(out, at, fin, opcode, to - from, key);
        int end = start + to - from;
        System.arraycopy(payload, from, out, start, to - from);
        Masking.apply(out, start, end, key, 0);
        return end;
    }

    /**
     * The payload of a close frame.
     *
     * @param code one that {@link CloseCode#isValid} allows, or {@link CloseCode#NONE} for an empty one, without a reason
     * @param reason at most 123 bytes of UTF-8
     * @throws IllegalArgumentException when it would break the RFC
     */
    public static byte[] closePayload(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        if (code == CloseCode.NONE && text.length == 0) return text;
        if (!CloseCode.isValid(code)) throw new IllegalArgumentException("close code " + code + " must not be sent");
        if (text.length > MAX_CONTROL - 2) {
            throw new IllegalArgumentException("a reason of " + text.length + " bytes; at most " + (MAX_CONTROL - 2));
        }
        byte[] payload = new byte[2 + text.length];
        number(payload, 0, code, 2);
        System.arraycopy(text, 0, payload, 2, text.length);
        return payload;
    }
}
