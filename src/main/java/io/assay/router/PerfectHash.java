package io.assay.router;

import org.jspecify.annotations.Nullable;

/**
 * Slots without collisions for a small set of hashes: slot = {@code hash * salt >>> salt}, where the low six bits of
 * the salt, all that a shift looks at, are chosen for the table's size, and the others are tried until no two hashes
 * meet. One probe then decides; there is no chain whose length a branch predictor would have to guess.
 *
 * @param salt 0 for a table of one slot
 * @param slots the slot of each hash
 * @param size slots in the table, a power of two
 */
@SuppressWarnings("ArrayRecordComponent") // a parcel between two classes, never compared
record PerfectHash(long salt, int[] slots, int size) {
    private static final int TRIES = 256;
    private static final int MAX_SPREAD_BITS = 8;

    static int slot(long hash, long salt) {
        return (int) ((hash * salt) >>> salt);
    }

    /** Null when no salt tells the hashes apart, as when two are equal: the caller hashes otherwise. */
    static @Nullable PerfectHash of(long[] hashes) {
        if (hashes.length <= 1) return new PerfectHash(0, new int[hashes.length], 1);
        int smallest = ceilLog2(hashes.length);
        for (int bits = smallest; bits <= smallest + MAX_SPREAD_BITS; bits++) {
            int[] owner = new int[1 << bits];
            for (int attempt = 1; attempt <= TRIES; attempt++) {
                long salt = salt(bits, attempt);
                int[] slots = tryAll(hashes, salt, owner, attempt);
                if (slots != null) return new PerfectHash(salt, slots, 1 << bits);
            }
        }
        return null;
    }

    /** One of many salts for a table of {@code 1 << bits} slots, the same on every run; 0 for one slot. */
    static long salt(int bits, int attempt) {
        if (bits == 0) return 0;
        long mixed = (attempt + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (mixed & -Long.SIZE) | (Long.SIZE - bits);
    }

    static int ceilLog2(int n) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(n - 1);
    }

    private static int @Nullable [] tryAll(long[] hashes, long salt, int[] owner, int attempt) {
        for (long hash : hashes) {
            int slot = slot(hash, salt);
            if (owner[slot] == attempt) return null;
            owner[slot] = attempt;
        }
        int[] slots = new int[hashes.length];
        for (int i = 0; i < slots.length; i++) slots[i] = slot(hashes[i], salt);
        return slots;
    }
}
