package io.assay.net.serve;

/** When a handler answers. */
public enum Answering {
    /** Before it returns. */
    SYNC,
    /** By a future that a task of the loop completes, which the handler has posted. */
    ASYNC
}
