package io.assay.eventloop;

import org.jspecify.annotations.Nullable;

/** What a loop has taken and not yet dispatched; the loop's thread alone. */
abstract class Backlog {
    Backlog() {}

    /** Puts an item behind all of the same priority. */
    abstract void add(Object item, int priority);

    /** Puts an item behind all of the default priority. */
    abstract void add(Object item);

    /** Takes the first of the most urgent items, or {@code null} when there is none. */
    abstract @Nullable Object poll();

    abstract boolean isEmpty();
}
