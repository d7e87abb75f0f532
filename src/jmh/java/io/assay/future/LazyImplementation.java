package io.assay.future;

import io.assay.future.peers.LazyAdapter;
import io.assay.future.peers.LazyAdapters;
import io.assay.harness.api.Labelled;
import java.util.function.Supplier;

/** The lazy libraries: other work than futures do, so a group apart. */
public enum LazyImplementation implements Labelled {
    /** Ours. */
    ASSAY("eager, for scale; a listener at the end", LazyAdapters::assay),
    /** Mutiny. */
    MUTINY("lazy Uni; more work: builds the chain twice, once to describe and once to subscribe", LazyAdapters::mutiny),
    /** Reactor. */
    REACTOR("lazy Mono, Sinks.one as the promise; more work: as Mutiny's, and back-pressure", LazyAdapters::reactor),
    /** RxJava. */
    RXJAVA("lazy Single, SingleSubject as the promise; more work: as Mutiny's", LazyAdapters::rxJava);

    private final String label;
    private final Supplier<LazyAdapter> factory;

    LazyImplementation(String label, Supplier<LazyAdapter> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** Makes the library's adapter. */
    public LazyAdapter build() {
        return factory.get();
    }
}
