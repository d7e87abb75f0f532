package io.assay.future;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/** The state of a future that failed or was cancelled. One object serves a whole chain. */
final class Failure extends Special {
    final Throwable cause;

    Failure(Throwable cause) {
        this.cause = cause;
    }

    static Failure cancelled() {
        return new Failure(new Cancelled());
    }

    boolean isCancellation() {
        return cause instanceof CancellationException;
    }

    /** The failure as an unchecked exception; a fresh one, so that its trace shows who asked. */
    RuntimeException unchecked() {
        return isCancellation() ? cancellation() : new CompletionException(cause);
    }

    /** The cancellation as seen by who asks. */
    CancellationException cancellation() {
        CancellationException seen = new CancellationException(cause.getMessage());
        seen.initCause(cause);
        return seen;
    }

    /** Has no trace: where a future was cancelled says little, and to walk the stack costs a microsecond. */
    private static final class Cancelled extends CancellationException {
        private static final long serialVersionUID = 1;

        Cancelled() {
            super("the future was cancelled");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
