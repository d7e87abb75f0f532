package io.assay.eventloop.jitter;

/** Something that runs a task at a fixed rate, on a thread of its own. */
public interface Scheduler extends AutoCloseable {
    /** Runs a task from so many nanoseconds on, again and again. */
    void start(Runnable task, long delay, long period);

    /** Ends the task; it does not run any more when this returns. */
    void cancel();

    @Override
    void close();
}
