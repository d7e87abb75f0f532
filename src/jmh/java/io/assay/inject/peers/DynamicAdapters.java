package io.assay.inject.peers;

/** Makes the adapters of containers whose services come and go; each is to be closed. */
public final class DynamicAdapters {
    private DynamicAdapters() {}

    /** Ours. */
    public static DynamicAdapter assay() {
        return new AssayServices();
    }

    /** Felix' DependencyManager. */
    public static DynamicAdapter felix() {
        return new FelixServices();
    }

    /** Spring's lifecycle. */
    public static DynamicAdapter springLifecycle() {
        return new SpringLifecycle();
    }

    /** Calls by hand. */
    public static DynamicAdapter directCalls() {
        return new DirectCalls();
    }
}
