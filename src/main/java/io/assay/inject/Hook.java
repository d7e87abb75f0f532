package io.assay.inject;

import io.assay.future.Future;

/** What a component's services do when they start or stop, where their class is no {@link Lifecycle}; the laws are the same. */
@FunctionalInterface
public interface Hook<T> {
    /** Starts or stops the instance; as {@link Lifecycle#start} and {@link Lifecycle#stop}. */
    Future<?> run(T instance) throws Exception;
}
