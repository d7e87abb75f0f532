package io.assay.eventloop;

import java.util.concurrent.RejectedExecutionException;

/**
 * A loop that was told to quit did not take what it was given: it will never be dispatched, and is the caller's as
 * before.
 */
public final class PostRefusedException extends RejectedExecutionException {
    private static final long serialVersionUID = 1;

    PostRefusedException() {
        super("the loop was told to quit and takes no more");
    }
}
