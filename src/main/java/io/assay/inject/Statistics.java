package io.assay.inject;

/**
 * What a container holds and what it has done so far. The counts are exact: that work grows linearly is a test, not a
 * matter of clocks.
 *
 * @param services services that are not removed, those made per request among them
 * @param active those of them that are active
 * @param edges dependencies of these services: one for each that is declared, and one for each service in a list
 * @param edgesVisited how often an edge was looked at: bound, released, asked for its provider, or told of one
 * @param steps how often a service was looked at by the container's work list
 * @param starts how often a service became active
 * @param stops how often an active service had to stop
 */
public record Statistics(
        long services, long active, long edges, long edgesVisited, long steps, long starts, long stops) {}
