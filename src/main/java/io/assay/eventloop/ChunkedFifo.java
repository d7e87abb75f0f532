package io.assay.eventloop;

import io.assay.containers.Containers;
import io.assay.containers.ObjectQueue;
import org.jspecify.annotations.Nullable;

/**
 * First in, first out, in arrays that are linked and never copied: an array that doubles holds, while it grows, up to three
 * times what it needs, and a backlog's peak is what a user sees of it. O(1) for add and poll, 4 bytes an item with
 * compressed references.
 */
final class ChunkedFifo extends Backlog {
    /** 4 KiB: neither a page fault of its own nor a humongous object, and the bookkeeping a thousandth of the items. */
    static final int LARGEST_CHUNK = 1_024;

    private static final int FIRST_CHUNK = 16;

    /** Full chunks between the first one and the last one. */
    private final ObjectQueue<@Nullable Object[]> between = Containers.ACTIVE.fifoQueue(16);

    private @Nullable Object[] head = new Object[FIRST_CHUNK];
    private @Nullable Object[] tail = head;
    private int headAt;
    private int tailAt;
    /** The chunk that was emptied last, so that a backlog which swings about a chunk's end allocates nothing. */
    private @Nullable Object @Nullable [] spare;

    @Override
    void add(Object item) {
        int at = tailAt;
        if (at == tail.length) {
            append();
            at = 0;
        }
        tail[at] = item;
        tailAt = at + 1;
    }

    @Override
    void add(Object item, int priority) {
        throw new UnsupportedOperationException(
                "this loop has no priorities; make it with EventLoop.builder().priorities(true)");
    }

    @Override
    @Nullable
    Object poll() {
        int at = headAt;
        if (head == tail) {
            if (at == tailAt) {
                return null;
            }
        } else if (at == head.length) {
            advance();
            at = 0;
        }
        @Nullable Object[] chunk = head;
        Object item = chunk[at];
        chunk[at] = null;
        headAt = at + 1;
        if (headAt == tailAt && chunk == tail) {
            // Empty: the next items go where these were, which is in the cache.
            headAt = 0;
            tailAt = 0;
        }
        return item;
    }

    @Override
    boolean isEmpty() {
        return head == tail && headAt == tailAt;
    }

    private void append() {
        if (head != tail) {
            between.offer(tail);
        }
        @Nullable Object[] chunk = spare;
        spare = null;
        // A spare from when the backlog was small is let go, or its chunks would stay small for ever.
        tail = chunk != null && chunk.length >= tail.length
                ? chunk
                : new Object[Math.min(LARGEST_CHUNK, 2 * tail.length)];
        tailAt = 0;
    }

    private void advance() {
        // Its items were nulled as they were taken.
        spare = head;
        @Nullable Object[] next = between.poll();
        head = next != null ? next : tail;
        headAt = 0;
    }
}
