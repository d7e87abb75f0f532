package io.assay.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a step, the first in the lowest bits. */
final class Words {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private Words() {}

    static long get(byte[] b, int at) {
        return (long) LONG.get(b, at);
    }

    static void set(byte[] b, int at, long word) {
        LONG.set(b, at, word);
    }

    static int getInt(byte[] b, int at) {
        return (int) INT.get(b, at);
    }

    static void setInt(byte[] b, int at, int word) {
        INT.set(b, at, word);
    }

    /**
     * Marks the bytes that cannot stand in a string as they are: quote, backslash, controls, and all from 0x80 on. The lowest
     * mark is exact; a borrow may set false ones above it.
     */
    static long special(long word) {
        // With bit 1 turned the quote is a space, and controls stay below it.
        long low = (word ^ (2 * ONES)) - 0x21 * ONES;
        long backslash = (word ^ ('\\' * ONES)) - ONES;
        return (low | backslash | word) & HIGHS;
    }

    /** How many of sixteen bytes stand in a string as they are, up to the first that does not; no branch on which half it is in. */
    static int plain(byte[] b, int at) {
        int one = first(special(get(b, at)));
        int two = first(special(get(b, at + 8)));
        return one + (two & -(one >>> 3));
    }

    /** Index of the lowest marked byte; 8 where none is. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** The first up to seven bytes of an array as a word, zeros above. */
    static long head(byte[] b, int length) {
        if (length >= 4) {
            return (getInt(b, 0) & 0xFFFFFFFFL) | (getInt(b, length - 4) & 0xFFFFFFFFL) << ((length - 4) << 3);
        }
        if (length == 0) return 0;
        int middle = length >>> 1;
        int last = length - 1;
        return (b[0] & 0xFFL) | (b[middle] & 0xFFL) << (middle << 3) | (b[last] & 0xFFL) << (last << 3);
    }
}
