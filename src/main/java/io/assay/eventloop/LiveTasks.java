package io.assay.eventloop;

import org.jspecify.annotations.Nullable;

/** A loop's tasks that began and have not ended, linked through themselves; the loop's thread alone. */
final class LiveTasks {
    private @Nullable Task first;

    void add(Task task) {
        Task next = first;
        task.nextLive = next;
        if (next != null) {
            next.previousLive = task;
        }
        first = task;
    }

    void remove(Task task) {
        Task previous = task.previousLive;
        Task next = task.nextLive;
        if (previous == null) {
            first = next;
        } else {
            previous.nextLive = next;
        }
        if (next != null) {
            next.previousLive = previous;
        }
        task.nextLive = null;
        task.previousLive = null;
    }

    /**
     * Tells each task, the youngest first, that its loop has ended. Where even the report of a task's failure fails, the
     * others are told before that comes out.
     */
    void abandon() {
        Throwable thrown = null;
        for (Task task = first; task != null; task = first) {
            try {
                task.abandon();
            } catch (RuntimeException | Error failure) {
                if (thrown == null) {
                    thrown = failure;
                } else if (thrown != failure) {
                    thrown.addSuppressed(failure);
                }
            }
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException failure) {
            throw failure;
        }
    }
}
