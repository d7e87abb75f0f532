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

    /** Copies {@code length} bytes; {@link #SLACK} bytes behind them in {@code out} may change. */
    static void copy(byte[] in, int from, byte[] out, int at, int length) {
        int words = (length + 7) & -8;
        if (words > COPY_BY_WORDS || from > in.length - words) {
            System.arraycopy(in, from, out, at, length);
        } else {
            for (int i = 0; i < length; i += 8) LONG.set(out, at + i, (long) LONG.get(in, from + i));
        }
    }

    /**
     * Few branches, and the same ones for lengths that are much alike: words from both ends, which meet or overlap. Its
     * code is small, because a compiled method that is large is called and not inlined.
     */
    static boolean equal(byte[] a, int aFrom, byte[] b, int bFrom, int length) {
        if (length > 16) return Arrays.equals(a, aFrom, aFrom + length, b, bFrom, bFrom + length);
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
            if (i < to - 16) {
                h = step(h, littleEndian(b, i));
                g = step(g, littleEndian(b, i + 8));
                i = to - 16;
            }
            h = step(h, littleEndian(b, Math.min(i, to - 8)));
            h ^= Long.rotateLeft(step(g, littleEndian(b, to - 8)), 2);
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
