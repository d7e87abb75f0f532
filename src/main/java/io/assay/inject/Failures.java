package io.assay.inject;

import org.jspecify.annotations.Nullable;

/**
 * Tells of failures. Where there is no {@link FailureListener}, or it throws as well, the thread's handler of uncaught
 * exceptions is told, as it would be of a thread that dies.
 */
final class Failures {
    private final @Nullable FailureListener listener;

    Failures(@Nullable FailureListener listener) {
        this.listener = listener;
    }

    void report(Node service, Throwable cause) {
        Throwable told = cause;
        if (listener != null) {
            try {
                listener.failed(service, cause);
                return;
            } catch (Throwable second) {
                if (second != cause) {
                    second.addSuppressed(cause);
                }
                told = second;
            }
        }
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, told);
    }
}
