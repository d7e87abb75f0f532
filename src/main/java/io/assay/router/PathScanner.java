package io.assay.router;

/** Finds the slashes of a path, 64 bytes at a step. */
final class PathScanner {
    /** Bytes that must be readable behind a path: a step reads all of its 64. */
    static final int SLACK = 64;

    private static final int STEP = 64;
    /** Positions written at a time, wanted or not: cheaper than a loop whose length nobody can guess. */
    private static final int BATCH = 8;

    private static final long SLASHES = 0x2F2F2F2F2F2F2F2FL;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH_BITS = ~LOW_BITS;
    /** Sends the high bit of byte i to bit 56 + i: the sums of their exponents meet there and nowhere else. */
    private static final long GATHER = 0x0002040810204081L;

    private PathScanner() {}

    static int positionsFor(int deepest) {
        return deepest + 2 + STEP + 2 * BATCH;
    }

    /**
     * Writes the positions of the slashes in {@code b[from,to)}, which starts with one, and then {@code to}.
     *
     * @return segments, at most {@code deepest + 1}: what is deeper is left out, no template reaches there
     */
    static int split(byte[] b, int from, int to, int[] positions, int deepest) {
        int found = 0;
        for (int at = from; ; at += STEP) {
            int left = to - at;
            // Half a step for short paths; more tiers would be branches that lengths of paths make unpredictable.
            long mask = left < 32 ? half(b, at) : half(b, at) | (half(b, at + 32) << 32);
            if (left < STEP) mask = (mask & ((1L << left) - 1)) | (1L << left);
            int next = found + Long.bitCount(mask);
            while (true) {
                for (int i = 0; i < BATCH; i++) {
                    positions[found + i] = at + Long.numberOfTrailingZeros(mask);
                    mask &= mask - 1;
                }
                found += BATCH;
                if (found >= next) break;
            }
            found = next;
            if (left < STEP) return Math.min(found - 1, deepest + 1);
            if (found > deepest + 1) return deepest + 1;
        }
    }

    private static long half(byte[] b, int at) {
        return slashesInWord(b, at)
                | (slashesInWord(b, at + 8) << 8)
                | (slashesInWord(b, at + 16) << 16)
                | (slashesInWord(b, at + 24) << 24);
    }

    private static long slashesInWord(byte[] b, int at) {
        long x = SegmentKey.word(b, at) ^ SLASHES;
        long zeros = ~(((x & LOW_BITS) + LOW_BITS) | x) & HIGH_BITS;
        return (zeros * GATHER) >>> 56;
    }

    static boolean holds(byte[] b, int from, int to, byte wanted) {
        for (int i = from; i < to; i++) {
            if (b[i] == wanted) return true;
        }
        return false;
    }
}
