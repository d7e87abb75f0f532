package io.assay.inject;

/** Makes the instances of a component. */
@FunctionalInterface
public interface Creator<T> {
    /**
     * Makes an instance; on the container's thread.
     *
     * @param creation what there is to make it of
     * @throws Exception why it cannot be made; the service has then failed to start
     */
    T create(Creation creation) throws Exception;
}
