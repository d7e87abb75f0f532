package io.assay.inject;

import io.assay.harness.api.Labelled;
import io.assay.inject.peers.DynamicAdapter;
import io.assay.inject.peers.DynamicAdapters;
import java.util.function.Supplier;

/** Containers whose services come and go, as they are measured. What one does more or less than ours stands in its label. */
public enum DynamicImplementation implements Labelled {
    /** Ours. */
    ASSAY(
            "driven from outside without a loop: what comes of a call is done when it returns; driven by a service on a loop; "
                    + "loggers made for who asks",
            DynamicAdapters::assay),
    /** Felix' DependencyManager. */
    FELIX_DM(
            "DependencyManager in an OSGi framework that runs already; more work: a service registry with events, filters parsed, "
                    + "thread-safe; less: loggers are added with their service, as it has no factory for who asks",
            DynamicAdapters::felix),
    /** Spring's lifecycle. */
    SPRING_LIFECYCLE(
            "start and stop only: the whole context's SmartLifecycle beans, B depends on A; more work: events of the context; "
                    + "less: nothing is injected again",
            DynamicAdapters::springLifecycle),
    /** Calls by hand. */
    BOUND_CALLS("lower bound: the same callbacks called by hand; no container", DynamicAdapters::directCalls);

    private final String label;
    private final Supplier<DynamicAdapter> factory;

    DynamicImplementation(String label, Supplier<DynamicAdapter> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** Makes one; to be closed. */
    public DynamicAdapter make() {
        return factory.get();
    }
}
