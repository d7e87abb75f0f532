package io.assay.queue;

/** What a thread may have to wait for inside one call, from the strongest promise to the weakest. */
public enum Progress {
    /** For nobody: the call ends after a bounded number of its own steps. */
    WAIT_FREE,
    /** For nobody who stands still: a call may have to try again, but only because another one got on. */
    LOCK_FREE,
    /**
     * As {@link #LOCK_FREE} within a chunk; at its end one producer adds the next chunk, and while it does, preempted or
     * not, the other producers spin.
     */
    WAITS_FOR_CHUNK,
    /** For a lock, whoever holds it and however long it is preempted. */
    LOCKED
}
