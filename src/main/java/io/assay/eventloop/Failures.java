package io.assay.eventloop;

import org.jspecify.annotations.Nullable;

/**
 * The last resort of failures: where the loop has no {@link FailureHandler}, or it throws as well, the thread's handler of
 * uncaught exceptions is told, as it would be of a thread that dies.
 */
final class Failures implements FailureHandler {
    private final @Nullable FailureHandler handler;

    Failures(@Nullable FailureHandler handler) {
        this.handler = handler;
    }

    @Override
    public void failed(Object source, Throwable failure) {
        Throwable told = failure;
        if (handler != null) {
            try {
                handler.failed(source, failure);
                return;
            } catch (Throwable second) {
                if (second != failure) {
                    second.addSuppressed(failure);
                }
                told = second;
            }
        }
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, told);
    }
}
