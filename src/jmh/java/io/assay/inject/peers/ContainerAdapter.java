package io.assay.inject.peers;

import io.assay.workload.inject.Components;

/** A container over the components that it was made with. One thread calls. */
public interface ContainerAdapter extends AutoCloseable {
    /** The components. */
    Components components();

    /**
     * Tells a new container of all components, in the graph's order, and starts it: when this returns every component has been
     * made.
     *
     * @throws RuntimeException what the container throws when it cannot
     */
    Running start();

    /** What the container counted that it visited of the graph's edges in the last start; 0 where it does not count. */
    default long edgesVisited() {
        return 0;
    }

    /** Milliseconds that were spent while code was compiled, for containers that work then; 0 for others. */
    default long compileMillis() {
        return 0;
    }

    /** Ends what {@link #start} stands on. */
    @Override
    default void close() {}

    /** A started container. */
    interface Running extends AutoCloseable {
        /** The component of this number, as the container's users ask for it: by class, or else as the label says. */
        Object get(int number);

        /** Stops it. */
        @Override
        default void close() {}
    }
}
