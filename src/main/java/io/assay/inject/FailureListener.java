package io.assay.inject;

/** Hears of what goes wrong with services. */
@FunctionalInterface
public interface FailureListener {
    /**
     * Called on the container's thread, once for each failure.
     *
     * @param service the service; {@link Service#state} says whether it has failed by this, or goes on
     * @param cause what its code threw, or a {@link DependencyFailedException} or {@link DependencyLostException}
     */
    void failed(Service<?> service, Throwable cause);
}
