package io.assay.net.tcp;

/** What hangs on a selection key. */
interface Selectable {
    /** Handles what the system says is ready; on the loop's thread. */
    void ready(int operations);
}
