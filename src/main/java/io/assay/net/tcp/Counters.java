package io.assay.net.tcp;

import io.assay.net.ArrayPool;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts that the loop's thread writes and any thread reads: opaque stores, which cost what plain ones do. */
final class Counters {
    static final int ACCEPTED = 0;
    static final int CONNECTED = 1;
    static final int CLOSED = 2;
    static final int TIMED_OUT = 3;
    static final int FAILED = 4;
    static final int ACCEPT_FAILURES = 5;
    static final int BYTES_READ = 6;
    static final int BYTES_WRITTEN = 7;
    static final int BUFFERS = 8;

    private final AtomicLongArray counts = new AtomicLongArray(BUFFERS + 1);

    void add(int index, long more) {
        counts.setOpaque(index, counts.getPlain(index) + more);
    }

    NetCounts snapshot(ArrayPool arrays) {
        return new NetCounts(
                counts.getOpaque(ACCEPTED),
                counts.getOpaque(CONNECTED),
                counts.getOpaque(CLOSED),
                counts.getOpaque(TIMED_OUT),
                counts.getOpaque(FAILED),
                counts.getOpaque(ACCEPT_FAILURES),
                counts.getOpaque(BYTES_READ),
                counts.getOpaque(BYTES_WRITTEN),
                counts.getOpaque(BUFFERS) + arrays.outstanding(),
                counts.getOpaque(BUFFERS) * ChunkPool.CHUNK + arrays.outstandingBytes());
    }
}
