package io.assay.hpack;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

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

    private static final long MIX = 0x9E3779B97F4A7C15L;
    /** Above this the library's copy, with its wide registers, wins. */
    private static final int COPY_BY_WORDS = 64;

    private Words() {}

    static long bigEndian(byte[] b, int at) {
        return (long) BIG.get(b, at);
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

    static boolean equal(byte[] a, int aFrom, byte[] b, int bFrom, int length) {
        if (length >= 8) {
            for (int i = 0; i < length - 8; i += 8) {
                if ((long) LONG.get(a, aFrom + i) != (long) LONG.get(b, bFrom + i)) return false;
            }
            // The last word overlaps the one before it: no loop over single bytes.
            return (long) LONG.get(a, aFrom + length - 8) == (long) LONG.get(b, bFrom + length - 8);
        }
        return few(a, aFrom, length) == few(b, bFrom, length);
    }

    /** Equal hashes for equal bytes and seeds, and 32 bits that all depend on every byte. */
    static int hash(byte[] b, int from, int to, int seed) {
        int length = to - from;
        long h = (seed ^ ((long) length << 32)) * MIX;
        if (length >= 8) {
            // Two chains side by side, because one multiplication waits for the other.
            long g = h ^ MIX;
            int i = from;
            for (; i < to - 16; i += 16) {
                h = Long.rotateLeft((h ^ (long) LONG.get(b, i)) * MIX, 29);
                g = Long.rotateLeft((g ^ (long) LONG.get(b, i + 8)) * MIX, 31);
            }
            if (i < to - 8) h = Long.rotateLeft((h ^ (long) LONG.get(b, i)) * MIX, 29);
            h ^= Long.rotateLeft((g ^ (long) LONG.get(b, to - 8)) * MIX, 31);
        } else {
            h ^= few(b, from, length);
        }
        h = (h ^ (h >>> 32)) * MIX;
        return (int) (h >>> 32);
    }

    /** Fewer than eight bytes in one word, the same for the same bytes. */
    private static long few(byte[] b, int from, int length) {
        if (length >= 4) {
            return ((int) INT.get(b, from) & 0xFFFFFFFFL) | (long) (int) INT.get(b, from + length - 4) << 32;
        }
        if (length == 0) return 0;
        return (b[from] & 0xFF) | (b[from + (length >> 1)] & 0xFF) << 8 | (b[from + length - 1] & 0xFF) << 16;
    }
}
