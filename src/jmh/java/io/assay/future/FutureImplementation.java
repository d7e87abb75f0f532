package io.assay.future;

import io.assay.future.peers.FutureAdapter;
import io.assay.future.peers.FutureAdapters;
import io.assay.harness.api.Labelled;
import io.assay.workload.TokenTable;
import java.util.function.Function;

/**
 * The futures that are measured: eager ones, that run their functions once, when the result comes; and a floor, to show how
 * much of a workload's time its objects and atomic steps take.
 */
public enum FutureImplementation implements Labelled {
    /** Ours. */
    ASSAY("callbacks on the completing thread; all is a list of the values", FutureAdapters::assay),
    /** The JDK's. */
    COMPLETABLE_FUTURE(
            "allOf has no values: they are read from the inputs afterwards; less work: a loop of flatMaps on what is done "
                    + "overflows the stack",
            FutureAdapters::jdk),
    /** Netty's {@code DefaultPromise}. */
    NETTY(
            "on ImmediateEventExecutor; has no combinators: each is a promise and a listener by hand; less work: all counts "
                    + "on one thread, without atomics",
            FutureAdapters::netty),
    /** trane-io. */
    TRANE(
            "0.3.2; more work: carries thread-local context; less work: a loop of flatMaps on what is done overflows the stack",
            FutureAdapters::trane),
    /** Vert.x. */
    VERTX(
            "on no context; loses the result of a chain of 100,000; less work: that of a loop of flatMaps on what is done too",
            FutureAdapters::vertx),
    /** Guava. */
    GUAVA(
            "with directExecutor; a chain of 100,000 overflows the stack; more work: cancelling reaches inputs; less work: a loop of "
                    + "flatMaps on what is done overflows it too",
            FutureAdapters::guava),
    /** Objects, calls and atomic steps alone. */
    BOUND_OBJECTS(
            "lower bound: an object a future, the function's call, an atomic step to register, to complete, and an input of all; one waits for "
                    + "each, nothing throws, is cancelled or counts depth",
            FutureAdapters::bare);

    /** The libraries, without the floor: for the headline of the simplest workload. */
    static final String LIBRARIES = "implementation=ASSAY,COMPLETABLE_FUTURE,NETTY,TRANE,VERTX,GUAVA";

    /** Those in the headlines of the other workloads. */
    static final String HEADLINED = "implementation=ASSAY,COMPLETABLE_FUTURE,NETTY,TRANE";

    private final String label;
    private final Function<TokenTable, FutureAdapter<?, ?>> factory;

    FutureImplementation(String label, Function<TokenTable, FutureAdapter<?, ?>> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** Makes the library's adapter. */
    public FutureAdapter<?, ?> build(TokenTable table) {
        return factory.apply(table);
    }
}
