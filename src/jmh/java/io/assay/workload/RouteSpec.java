package io.assay.workload;

/**
 * One route of a table.
 *
 * @param index the answer that a router gives for it; stays the same when a table is narrowed
 */
public record RouteSpec(int index, RequestMethod method, RouteTemplate template) {}
