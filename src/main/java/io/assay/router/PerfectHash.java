package io.assay.router;

import org.jspecify.annotations.Nullable;

/**
 * Slots without collisions for a small set of hashes: slot = {@code hash * salt >>> shift}, with a 24-bit salt found by
 * trying. One probe then decides, so a lookup has no loop whose length a branch predictor would have to guess.
 *
 * @param word salt (24 bits), shift (8 bits) and, for the caller to fill, a base (32 bits)
 * @param slots the slot of each hash
 * @param size slots in the table, a power of two
 */
@SuppressWarnings("ArrayRecordComponent") // a parcel between two classes, never compared
record PerfectHash(long word, int[] slots, int size) {
    private static final int TRIES = 256;
    private static final int MAX_SPREAD_BITS = 8;

    static int slot(long hash, long word) {
        return (int) ((hash * (word >>> 40)) >>> (int) (word >>> 32));
    }

    /** Null when no salt tells the hashes apart, as when two are equal: the caller takes another seed. */
    static @Nullable PerfectHash of(long[] hashes) {
        // A salt of 0 sends everything to slot 0, without the shift by 64 that the machine does not have.
        if (hashes.length <= 1) return new PerfectHash(0, new int[hashes.length], 1);
        int smallest = ceilLog2(hashes.length);
        for (int bits = smallest; bits <= smallest + MAX_SPREAD_BITS; bits++) {
            int[] owner = new int[1 << bits];
            for (int attempt = 1; attempt <= TRIES; attempt++) {
                long word = word(bits, attempt);
                int[] slots = tryAll(hashes, word, owner, attempt);
                if (slots != null) return new PerfectHash(word, slots, 1 << bits);
            }
        }
        return null;
    }

    static long word(int bits, int attempt) {
        // Odd multiples of a golden ratio: far apart, and the same for the same table on every run.
        long salt = (((2L * attempt + 1) * 0x9E3779B1L) & 0xFFFFFF) | 1;
        return (salt << 40) | ((long) (Long.SIZE - bits) << 32);
    }

    static int ceilLog2(int n) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(n - 1);
    }

    private static int @Nullable [] tryAll(long[] hashes, long word, int[] owner, int attempt) {
        for (long hash : hashes) {
            int slot = slot(hash, word);
            if (owner[slot] == attempt) return null;
            owner[slot] = attempt;
        }
        int[] slots = new int[hashes.length];
        for (int i = 0; i < slots.length; i++) slots[i] = slot(hashes[i], word);
        return slots;
    }
}
