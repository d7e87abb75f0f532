package io.assay.router;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Two words that hold a segment of up to 16 bytes entirely (they overlap between 8 and 16), and the hash of a segment.
 * Building and matching must agree on both. Every word is read whole, so an array needs {@link #SLACK} bytes behind
 * the segment; what lies there does not matter.
 */
final class SegmentKey {
    static final int SLACK = 8;
    /** Longest segment that the two words and the length identify. */
    static final int EXACT = 16;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private SegmentKey() {}

    static long word(byte[] b, int at) {
        return (long) WORDS.get(b, at);
    }

    /** The bytes of a word that belong to a segment of this length; two shifts, since one by 64 would be one by 0. */
    static long mask(int length) {
        int half = Math.min(length, Long.BYTES) << 2;
        return (1L << half << half) - 1;
    }

    static long first(byte[] b, int start, int length) {
        return word(b, start) & mask(length);
    }

    static long last(byte[] b, int start, int length) {
        return word(b, Math.max(start, start + length - Long.BYTES)) & mask(length);
    }

    /** One to one for most keys; what mixes it is the multiplication by a table's salt. */
    static long hash(long first, long last, int length) {
        return (first ^ Long.rotateLeft(last, 5)) + length;
    }

    /**
     * For literals that {@link #hash}, being linear, does not tell apart: mixes both words, the length and the middle
     * of a segment above {@link #EXACT} bytes. A step can be undone, so what meets under one seed parts under another.
     */
    static long deepHash(long seed, long first, long last, byte[] b, int start, int length) {
        long h = mix(first ^ seed);
        h = mix(h ^ last);
        h = mix(h ^ length);
        for (int i = start + Long.BYTES; i < start + length - Long.BYTES; i += Long.BYTES) h = mix(h ^ word(b, i));
        return h;
    }

    private static long mix(long h) {
        long product = h * MIX;
        return product ^ (product >>> 32);
    }
}
