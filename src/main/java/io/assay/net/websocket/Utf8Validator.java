package io.assay.net.websocket;

import io.assay.Checks;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * Whether octets that come in pieces are UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. Says
 * no at the first octet that cannot be right, wherever the pieces are cut. ASCII goes eight octets at a step. Not
 * thread-safe.
 */
public final class Utf8Validator {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHS = 0x8080808080808080L;

    /** Octets that the character in hand still needs, and the range of the next. */
    private int needed;

    private int low;
    private int high;

    /** A validator at the start of a text. */
    public Utf8Validator() {}

    /** Starts another text. */
    public void reset() {
        needed = 0;
    }

    /**
     * Takes the octets that come next.
     *
     * @return whether the text can still become right; after false the validator has to be reset
     * @throws IndexOutOfBoundsException when the range is not one of the array
     */
    public boolean feed(byte[] bytes, int from, int to) {
        if (Checks.ENABLED) Objects.checkFromToIndex(from, to, bytes.length);
        int at = from;
        while (at < to) {
            if (needed == 0) {
                at = afterAscii(bytes, at, to);
                if (at == to) return true;
                if (!lead(bytes[at++] & 0xFF)) return false;
            } else {
                int octet = bytes[at++] & 0xFF;
                if (octet < low || octet > high) return false;
                needed--;
                low = 0x80;
                high = 0xBF;
            }
        }
        return true;
    }

    /** Whether the text may end here: no character is open. */
    public boolean complete() {
        return needed == 0;
    }

    private static int afterAscii(byte[] bytes, int from, int to) {
        int at = from;
        // The first octet alone: in texts of other scripts one is rarely followed by seven of ASCII.
        if (bytes[at] < 0) return at;
        for (; at <= to - 8; at += 8) {
            long flags = (long) LONG.get(bytes, at) & HIGHS;
            if (flags != 0) return at + (Long.numberOfTrailingZeros(flags) >>> 3);
        }
        while (at < to && bytes[at] >= 0) at++;
        return at;
    }

    /** The table of RFC 3629 section 4: the first octet says how many follow and what the second may be. */
    private boolean lead(int octet) {
        low = 0x80;
        high = 0xBF;
        if (octet < 0xE0) {
            needed = 1;
            return octet >= 0xC2;
        }
        if (octet < 0xF0) {
            needed = 2;
            if (octet == 0xE0) low = 0xA0;
            if (octet == 0xED) high = 0x9F;
            return true;
        }
        needed = 3;
        if (octet == 0xF0) low = 0x90;
        if (octet == 0xF4) high = 0x8F;
        return octet <= 0xF4;
    }
}
