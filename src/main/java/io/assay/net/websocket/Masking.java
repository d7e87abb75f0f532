package io.assay.net.websocket;

import io.assay.Checks;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/** Masks and unmasks payload, which is one and the same (RFC 6455 section 5.3): four steps of eight octets at a time. */
public final class Masking {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Masking() {}

    /**
     * Masks {@code bytes[from,to)} in place.
     *
     * @param key the masking key as a number: its first octet on the wire is the highest
     * @param offset how many octets of the frame's payload come before {@code from}; only its last two bits count
     * @throws IndexOutOfBoundsException when the range is not one of the array
     */
    public static void apply(byte[] bytes, int from, int to, int key, long offset) {
        if (Checks.ENABLED) Objects.checkFromToIndex(from, to, bytes.length);
        int turned = turned(key, offset);
        long word = Integer.toUnsignedLong(turned) | ((long) turned << 32);
        int at = from;
        // Four independent words a turn keep both load ports and the store port busy; the loop's own cost is shared.
        for (; at <= to - 32; at += 32) {
            LONG.set(bytes, at, (long) LONG.get(bytes, at) ^ word);
            LONG.set(bytes, at + 8, (long) LONG.get(bytes, at + 8) ^ word);
            LONG.set(bytes, at + 16, (long) LONG.get(bytes, at + 16) ^ word);
            LONG.set(bytes, at + 24, (long) LONG.get(bytes, at + 24) ^ word);
        }
        for (; at <= to - 8; at += 8) {
            LONG.set(bytes, at, (long) LONG.get(bytes, at) ^ word);
        }
        for (long rest = word; at < to; at++, rest >>>= 8) {
            bytes[at] ^= (byte) rest;
        }
    }

    /** The key in the order of memory, so that its lowest octet masks the next octet of the payload. */
    private static int turned(int key, long offset) {
        return Integer.rotateRight(Integer.reverseBytes(key), (int) (offset & 3) << 3);
    }

    /**
     * The same an octet at a time, as the RFC writes it: what {@link #apply} is tested against and compared with.
     *
     * @throws IndexOutOfBoundsException when the range is not one of the array
     */
    public static void applyByBytes(byte[] bytes, int from, int to, int key, long offset) {
        if (Checks.ENABLED) Objects.checkFromToIndex(from, to, bytes.length);
        int position = (int) (offset & 3);
        for (int i = from; i < to; i++) {
            bytes[i] ^= (byte) (key >>> (24 - (position << 3)));
            position = (position + 1) & 3;
        }
    }
}
