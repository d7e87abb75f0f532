package io.assay.hpack;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Byte ranges, eight bytes at a step: header strings are so short that the entry of a library routine costs more than
 * its work.
 */
final class Words {
    /** Bytes that a writer by words may touch behind the end of what it writes. */
    static final int SLACK = 8;

    private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    static final long MIX = 0x9E3779B97F4A7C15L;
    /** Above this the library's copy, with its wide registers, wins. */
    private static final int COPY_BY_WORDS = 64;
    /** Above this the library's comparison wins, for the same reason. */
    private static final int EQUAL_BY_WORDS = 256;

    private Words() {}

    static long bigEndian(byte[] b, int at) {
        return (long) BIG.get(b, at);
    }

    static long littleEndian(byte[] b, int at) {
        return (long) LONG.get(b, at);
    }

    static void putBigEndian(byte[] b, int at, long word) {
        BIG.set(b, at, word);
    }

    /** The low byte first. */
    static void putPair(byte[] b, int at, int pair) {
        SHORT.set(b, at, (short) pair);
    }

    /**
     * Copies {@code length} bytes; {@link #SLACK} bytes behind them in {@code out} may change. Few branches, as in
     * {@link #equal}: of up to 32 bytes four words, which overlap, from where the length says.
     */
    static void copy(byte[] in, int from, byte[] out, int at, int length) {
        if (length > COPY_BY_WORDS) {
            System.arraycopy(in, from, out, at, length);
        } else if (length > 32) {
            copy32(in, from, out, at, 32);
            copy32(in, from + length - 32, out, at + length - 32, 32);
        } else if (length >= 8) {
            copy32(in, from, out, at, length);
        } else {
            LONG.set(out, at, few(in, from, length));
        }
    }

    private static void copy32(byte[] in, int from, byte[] out, int at, int length) {
        int last = length - 8;
        int second = Math.min(8, last);
        int third = last - second;
        long a = littleEndian(in, from);
        long b = littleEndian(in, from + second);
        long c = littleEndian(in, from + third);
        long d = littleEndian(in, from + last);
        LONG.set(out, at, a);
        LONG.set(out, at + second, b);
        LONG.set(out, at + third, c);
        LONG.set(out, at + last, d);
    }

    /**
     * Few branches, and the same ones for lengths that are much alike: words from both ends, which meet or overlap. Its
     * code is small, because a compiled method that is large is called and not inlined.
     */
    static boolean equal(byte[] a, int aFrom, byte[] b, int bFrom, int length) {
        if (length > 16) return equalBeyond16(a, aFrom, b, bFrom, length);
        if (length >= 8) {
            int last = length - 8;
            return ((littleEndian(a, aFrom) ^ littleEndian(b, bFrom))
                            | (littleEndian(a, aFrom + last) ^ littleEndian(b, bFrom + last)))
                    == 0;
        }
        if (length >= 4) {
            int last = length - 4;
            return (((int) INT.get(a, aFrom) ^ (int) INT.get(b, bFrom))
                            | ((int) INT.get(a, aFrom + last) ^ (int) INT.get(b, bFrom + last)))
                    == 0;
        }
        if (length == 0) return true;
        int middle = length >> 1;
        int last = length - 1;
        return ((a[aFrom] ^ b[bFrom]) | (a[aFrom + middle] ^ b[bFrom + middle]) | (a[aFrom + last] ^ b[bFrom + last]))
                == 0;
    }

    private static boolean equalBeyond16(byte[] a, int aFrom, byte[] b, int bFrom, int length) {
        if (length > EQUAL_BY_WORDS) return Arrays.equals(a, aFrom, aFrom + length, b, bFrom, bFrom + length);
        int i = 0;
        for (; i < length - 32; i += 32) {
            if ((differs16(a, aFrom + i, b, bFrom + i) | differs16(a, aFrom + i + 16, b, bFrom + i + 16)) != 0) {
                return false;
            }
        }
        int half = Math.min(i, length - 16);
        return (differs16(a, aFrom + half, b, bFrom + half) | differs16(a, aFrom + length - 16, b, bFrom + length - 16))
                == 0;
    }

    private static long differs16(byte[] a, int aFrom, byte[] b, int bFrom) {
        return (littleEndian(a, aFrom) ^ littleEndian(b, bFrom))
                | (littleEndian(a, aFrom + 8) ^ littleEndian(b, bFrom + 8));
    }

    /** Equal hashes for equal bytes and seeds, and 32 bits that all depend on every byte. */
    static int hash(byte[] b, int from, int to, int seed) {
        int length = to - from;
        long h = (seed ^ ((long) length << 32)) * MIX;
        if (length >= 8) {
            // Chains side by side, because one multiplication waits for the other.
            long g = h ^ MIX;
            int i = from;
            for (; i < to - 32; i += 32) {
                h = step(step(h, littleEndian(b, i)), littleEndian(b, i + 8));
                g = step(step(g, littleEndian(b, i + 16)), littleEndian(b, i + 24));
            }
            // The last 32 bytes, or all where they are fewer: four words, which overlap.
            i = Math.max(from, to - 32);
            int last = to - 8;
            h = step(step(h, littleEndian(b, i)), littleEndian(b, Math.min(i + 8, last)));
            g = step(step(g, littleEndian(b, Math.max(i, to - 16))), littleEndian(b, last));
            h ^= Long.rotateLeft(g, 2);
        } else {
            h ^= few(b, from, length);
        }
        h = (h ^ (h >>> 32)) * MIX;
        return (int) (h >>> 32);
    }

    private static long step(long h, long word) {
        return Long.rotateLeft((h ^ word) * MIX, 29);
    }

    /** Fewer than eight bytes, in their order and with zeros behind them. */
    static long few(byte[] b, int from, int length) {
        if (length >= 4) {
            return ((int) INT.get(b, from) & 0xFFFFFFFFL)
                    | ((int) INT.get(b, from + length - 4) & 0xFFFFFFFFL) << (8 * (length - 4));
        }
        if (length == 0) return 0;
        int middle = length >> 1;
        return (b[from] & 0xFF)
                | (b[from + middle] & 0xFF) << (8 * middle)
                | (b[from + length - 1] & 0xFF) << (8 * (length - 1));
    }
}
