package io.assay.hpack;

import io.assay.hpack.HpackEncoderOptions.Indexing;
import java.util.Arrays;

/**
 * Decides which literals enter the dynamic table. While the table has room every entry is free. A full one is a queue:
 * each insertion brings all entries nearer to their eviction, so it must be worth that. Whether values of a name come
 * again is learnt as they come; a value of a name that never repeats enters when it is seen a second time.
 */
final class IndexingPolicy {
    /** Names by hash, values lately not indexed by hash; what collides costs bytes and nothing else. */
    private static final int NAMES = 256;

    private static final int FORGOTTEN = 256;

    /** Insertions without a hit after which a name's values count as unique. */
    private static final byte NEW_NAME = 6;

    private static final byte SEEN_AGAIN = 3;
    private static final byte HIT = 2;
    private static final byte BEST = 24;

    /** Above this a static name costs a literal without indexing, whose prefix is shorter, one byte more. */
    private static final int CHEAP_NAME = 14;

    private final Indexing indexing;
    private final byte[] scores = new byte[NAMES];
    private final int[] forgotten = new int[FORGOTTEN];

    IndexingPolicy(Indexing indexing) {
        this.indexing = indexing;
        Arrays.fill(scores, NEW_NAME);
    }

    /** A value of the name was found in the table. */
    void hit(int nameHash) {
        int name = nameHash & (NAMES - 1);
        if (scores[name] < BEST) scores[name] += HIT;
    }

    /**
     * Whether a field of this size, 32 included, shall be inserted.
     *
     * @param nameIndex where its name is indexed, 0 for nowhere
     */
    boolean wants(int nameHash, int fieldHash, int size, int nameIndex, EncoderTable table) {
        int capacity = table.capacity();
        if (size > capacity || indexing == Indexing.NEVER) return false;
        if (indexing == Indexing.ALWAYS) return true;
        int name = nameHash & (NAMES - 1);
        if (table.size() + size <= capacity) return inserted(name);
        boolean huge = size > capacity / 2 && table.usedSize() > 0;
        if (scores[name] > (huge ? NEW_NAME : 0)) return inserted(name);
        if (nameIndex == 0 && size <= capacity / 4) return true;
        int place = fieldHash & (FORGOTTEN - 1);
        if (forgotten[place] == fieldHash) {
            scores[name] = SEEN_AGAIN;
            return true;
        }
        // A useful entry is sent again once in a round of the queue, of which this would be size / capacity.
        if (nameIndex > CHEAP_NAME && (long) size * table.usedSize() < capacity) return true;
        forgotten[place] = fieldHash;
        return false;
    }

    private boolean inserted(int name) {
        if (scores[name] > 0) scores[name]--;
        return true;
    }
}
