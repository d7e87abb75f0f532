package io.assay.future;

/** Reports what a callback threw that has no future to fail. */
final class Uncaught {
    private Uncaught() {}

    /** To the handler of the current thread, which is the JDK's own place to configure this. */
    static void report(Throwable thrown) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        } catch (Throwable again) {
            // The handler is broken: standard error is the only place left.
            if (again != thrown) {
                again.addSuppressed(thrown);
            }
            again.printStackTrace();
        }
    }
}
