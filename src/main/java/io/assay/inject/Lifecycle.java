package io.assay.inject;

import io.assay.future.Future;

/**
 * What a service does when it starts and stops, for instances that want to know. Both run on the container's thread, and
 * must not block: what takes time returns a future. A component without this starts and stops at once.
 */
public interface Lifecycle {
    /** The future of what is done already. */
    Future<?> DONE = Future.value(true);

    /**
     * Starts the service. All its required dependencies are active, and stay so until it has stopped.
     *
     * @return {@link #DONE}, or a future that is done when the service is; if that fails, the service has failed
     * @throws Exception why the service cannot start
     */
    default Future<?> start() throws Exception {
        return DONE;
    }

    /**
     * Stops the service. All that depended on it have stopped.
     *
     * @return {@link #DONE}, or a future that is done when the service has stopped; a failure is reported, and the service
     *     counts as stopped
     * @throws Exception what went wrong; it is reported, and the service counts as stopped
     */
    default Future<?> stop() throws Exception {
        return DONE;
    }
}
