package io.assay.inject.peers;

/** A container whose services come and go. One thread calls. */
public interface DynamicAdapter extends AutoCloseable {
    /** The names of the properties that each service of {@link #startAll} has. */
    String ITERATION = "iteration";

    /** See {@link #ITERATION}. */
    String LEVEL = "level";

    /**
     * In a new container, adds so many {@link LoggedService}s, each with its number and a log level as properties, and one
     * required dependency that it is given by callback: an {@link OwnLogger}, made for that service. Returns when all run.
     *
     * @return what stops them all
     */
    Runnable startAll(int services, FleetTally tally);

    /**
     * In a new container, adds B, which requires A, and A.
     *
     * @return what stops A, and so B first, and starts it again, and so B after it; its {@code close} stops both
     */
    Cycle startTwo(CycleTally tally);

    /**
     * As the other one, but the cycle drives itself, as the reference does it: B, when it has started, stops A, which stops B
     * first; B, when it has stopped, starts A again.
     *
     * @throws UnsupportedOperationException if the container cannot be told from inside a callback
     */
    Cycle startTwoDriven(CycleTally tally);

    /** Ends what the containers stand on. */
    @Override
    default void close() {}

    /** Two started services. */
    interface Cycle extends AutoCloseable {
        /** Stops and starts so many times. */
        void run(int times);

        @Override
        void close();
    }
}
