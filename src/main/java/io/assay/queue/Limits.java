package io.assay.queue;

import io.assay.Checks;

/** Checks of arguments that several classes share. */
final class Limits {
    /** The largest power of two that an array may have as its length. */
    static final int MOST = 1 << 30;

    private Limits() {}

    static void drain(int limit) {
        if (Checks.ENABLED && limit < 0) {
            throw new IllegalArgumentException("a drain's limit must be at least 0, not " + limit);
        }
    }

    /** Not behind the switch: it guards an allocation, not an inner loop. */
    static void capacity(int items) {
        if (items < 1 || items > MOST) {
            throw new IllegalArgumentException("a queue's capacity must be 1 to " + MOST + ", not " + items);
        }
    }

    /** The least power of two that is not less. */
    static int powerOfTwo(int items) {
        return items == 1 ? 1 : Integer.highestOneBit(items - 1) << 1;
    }
}
