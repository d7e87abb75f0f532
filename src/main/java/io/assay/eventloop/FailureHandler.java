package io.assay.eventloop;

/** Is told what user code threw on a loop's thread. The loop goes on with the next handler, timer or event. */
@FunctionalInterface
public interface FailureHandler {
    /**
     * Hears of one failure, on the loop's thread.
     *
     * @param source the event that was handled, the timer's action or the task that ran
     * @param failure what was thrown, an {@link Error} as well
     */
    void failed(Object source, Throwable failure);
}
