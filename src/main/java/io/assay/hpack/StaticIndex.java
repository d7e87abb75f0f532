package io.assay.hpack;

import java.util.Arrays;

/** A hash index without collisions over hashes that are known beforehand: one probe decides. */
final class StaticIndex {
    private static final int BITS = 10;
    private static final int TRIES = 1 << 20;

    private final int salt;
    private final int[] hashes = new int[1 << BITS];
    private final byte[] indexes = new byte[1 << BITS];

    /** Maps {@code hashes[i]} to {@code indexes[i]} for i from 1; equal hashes must have equal indexes. */
    StaticIndex(int[] hashes, int[] indexes) {
        int attempt = 1;
        while (!fill(hashes, indexes, salt(attempt))) {
            if (++attempt == TRIES) throw new IllegalStateException("no salt tells these hashes apart");
        }
        salt = salt(attempt);
    }

    private static int salt(int attempt) {
        return (attempt * 0x9E3779B1) | 1;
    }

    private boolean fill(int[] all, int[] to, int trial) {
        Arrays.fill(hashes, 0);
        Arrays.fill(indexes, (byte) 0);
        for (int i = 1; i < all.length; i++) {
            int slot = (all[i] * trial) >>> (Integer.SIZE - BITS);
            if (indexes[slot] != 0 && (hashes[slot] != all[i] || indexes[slot] != to[i])) return false;
            hashes[slot] = all[i];
            indexes[slot] = (byte) to[i];
        }
        return true;
    }

    /** The only index that may have this hash, or 0. */
    int candidate(int hash) {
        int slot = (hash * salt) >>> (Integer.SIZE - BITS);
        return hashes[slot] == hash ? indexes[slot] : 0;
    }
}
