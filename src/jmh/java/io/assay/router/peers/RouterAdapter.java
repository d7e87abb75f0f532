package io.assay.router.peers;

/**
 * A router as the benchmark sees it. Input is what an HTTP parser leaves: a method it has recognised, and the range of
 * the path in its buffer. Whoever wants a {@code String} makes a fresh one inside {@link #match}, because that is what
 * its server does for every request; so no hash is cached. Not thread-safe.
 */
public interface RouterAdapter {
    /**
     * Matches a request; afterwards every parameter can be read until the next call.
     *
     * @param method ordinal of {@link io.assay.workload.RequestMethod}
     * @param bytes the buffer
     * @param from offset of the path's first byte
     * @param to offset behind the path's last byte
     * @return index of the route, {@link io.assay.workload.RouterRequests#NOT_FOUND} or
     *     {@link io.assay.workload.RouterRequests#METHOD_NOT_ALLOWED}
     */
    int match(int method, byte[] bytes, int from, int to);

    /** Number of parameters of the route just matched; undefined when the last answer was no route. */
    int parameters();

    /**
     * A parameter of the route just matched, got the way the framework hands it to a handler: by position where it keeps
     * an array, by name where it keeps a map.
     *
     * @param i position in the template, from 0
     */
    String parameter(int i);
}
