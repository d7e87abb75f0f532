package io.assay.inject;

/** How many instances there are of a component that is added once. */
public enum Scope {
    /** One, that all share. To have several, add the component several times. */
    SINGLETON,
    /**
     * One for each dependency that asks, and each {@link ServiceContainer#request}. It knows who asks
     * ({@link Creation#asking}), and goes when who asked is removed.
     */
    PER_REQUEST
}
