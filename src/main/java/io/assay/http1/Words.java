package io.assay.http1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight octets at a step: the first octet is the lowest, so that the lowest flag is the first hit. Flags are the high
 * bits of octets; no hit is missed, and where nothing else is said the lowest flag is exact. Those above it may be
 * false, since borrows and carries go upwards.
 */
final class Words {
    static final int CRLF = '\r' | ('\n' << 8);

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private Words() {}

    /** The eight octets at {@code at}, which must all be in the array. */
    static long word(byte[] b, int at) {
        return (long) LONG.get(b, at);
    }

    /** The eight octets at {@code at}; zeros stand for those behind the array's end. */
    static long wordOrZeros(byte[] b, int at) {
        return at <= b.length - 8 ? (long) LONG.get(b, at) : tail(b, at);
    }

    private static long tail(byte[] b, int at) {
        int behind = at + 8 - b.length;
        if (behind >= 8) return 0;
        if (b.length >= 8) return (long) LONG.get(b, b.length - 8) >>> (behind << 3);
        long word = 0;
        for (int i = b.length - 1; i >= at; i--) word = (word << 8) | (b[i] & 0xFF);
        return word;
    }

    /** The four octets at {@code at}, which must all be in the array. */
    static int half(byte[] b, int at) {
        return (int) INT.get(b, at);
    }

    /** Whether CRLF is at {@code at}; both octets must be in the array. */
    static boolean isCrlf(byte[] b, int at) {
        return (short) SHORT.get(b, at) == CRLF;
    }

    /** ASCII text of up to eight chars as a word, zeros behind it. */
    static long of(String text) {
        long word = 0;
        for (int i = text.length() - 1; i >= 0; i--) word = (word << 8) | text.charAt(i);
        return word;
    }

    static long repeat(int octet) {
        return octet * ONES;
    }

    /** Flags the octets that are equal to the repeated one. */
    static long equal(long word, long repeated) {
        long x = word ^ repeated;
        return (x - ONES) & ~x & HIGHS;
    }

    /**
     * Flags control characters, HTAB and DEL among them; octets from 0x80 on are text. Even the lowest flag may be false
     * in one case: 0xFF carries into a tilde behind it.
     */
    static long controls(long word) {
        return ((word - 0x20 * ONES) | (word + ONES)) & ~word & HIGHS;
    }

    /** Flags, exactly, all octets but letters, digits and {@code & ' ( ) * + , - . / : ; = ? @}. */
    static long suspectInTarget(long word) {
        long low = word & ~HIGHS;
        long below = ~(low + (0x80 - '&') * ONES);
        long above = low + (0x80 - '{') * ONES;
        long marks = (low + (0x80 - '[') * ONES) & ~(low + (0x80 - 'a') * ONES);
        long angles = ~(((low & ~(2 * ONES)) ^ '<' * ONES) + 0x7F * ONES);
        return (below | above | marks | angles | word) & HIGHS;
    }

    /** Flags, exactly, all octets but letters, digits, hyphens and full stops. */
    static long suspectInName(long word) {
        long low = word & ~HIGHS;
        long small = low | 0x20 * ONES;
        long letters = (small + (0x80 - 'a') * ONES) & ~(small + (0x80 - '{') * ONES);
        long others = (low + (0x80 - '-') * ONES) & ~(low + (0x80 - ':') * ONES) & ((low ^ '/' * ONES) + 0x7F * ONES);
        return (~(letters | others) | word) & HIGHS;
    }

    /** The index of the octet of the lowest flag. */
    static int first(long flags) {
        return Long.numberOfTrailingZeros(flags) >>> 3;
    }

    /** The lowest {@code octets} of a word, 0 to 7 of them. */
    static long lowest(long word, int octets) {
        return word & ~(-1L << (octets << 3));
    }
}
