package io.assay.router;

import io.assay.harness.api.Labelled;
import io.assay.router.peers.RouterAdapter;
import io.assay.router.peers.RouterAdapters;
import io.assay.workload.RouteTable;
import io.assay.workload.RouterRequests;
import java.util.function.Function;

/** The routers that are measured. What one does more or less than ours stands in its label. */
public enum RouterImplementation implements Labelled {
    /** Ours, on the bytes where they lie. */
    ASSAY(
            true,
            "in place: 64 readable bytes behind the path; parameters are ranges until they are read",
            RouterAdapters::assay),
    /** Ours, on bytes that it has to copy. */
    ASSAY_COPY(
            true,
            "one exact-size array a path: copied before it is matched; parameters are ranges until they are read",
            RouterAdapters::assay) {
        @Override
        public RouterRequests layOut(RouterRequests requests) {
            return requests.tight();
        }
    },
    /** Ours, on a fresh string. */
    ASSAY_STRING(true, "fresh String; parameters are ranges until they are read", RouterAdapters::assayString),
    /** Undertow's {@code PathTemplateMatcher}. */
    UNDERTOW(
            false,
            "a matcher a method, one over all methods behind a miss; raw parameters in a map; an empty segment matches a "
                    + "parameter; no partial segments",
            RouterAdapters::undertow),
    /** Jooby's {@code Chi}. */
    JOOBY(
            false,
            "raw parameters in a map; makes a Route object for each miss; a partial segment's value ends at the first "
                    + "character of the literal behind it, so one with a dot does not fit {base}...{head}",
            RouterAdapters::jooby),
    /** Quarkus' {@code RequestMapper}. */
    QUARKUS(
            true,
            "all routes in one resource class; routes with one stem are tried one by one; raw parameters in an array; a "
                    + "trailing slash more is accepted",
            RouterAdapters::quarkus),
    /** Armeria's router with its cache off. */
    ARMERIA(
            false,
            "route cache off; more work: percent-decodes parameters; no partial segments but by regex",
            RouterAdapters::armeria),
    /** Spring's {@code PathPattern}. */
    SPRING(
            false,
            "patterns tried one by one, sorted beforehand, a list a method; more work: percent-decodes and takes ;matrix "
                    + "parameters off; ranks the fewer parameters higher, so {basehead} before {base}...{head}",
            RouterAdapters::spring),
    /** A hash map a method: literal routes only, the least that a router over strings can do. */
    BOUND_HASHMAP(false, "lower bound: fresh String, one map lookup, literal routes only", RouterAdapters::hashMap);

    private final boolean partialSegments;
    private final String label;
    private final Function<RouteTable, RouterAdapter> factory;

    RouterImplementation(boolean partialSegments, String label, Function<RouteTable, RouterAdapter> factory) {
        this.partialSegments = partialSegments;
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /**
     * The part of a table that this router can answer for. One that has no partial segments, or ranks them behind whole
     * ones, leaves such a route out: a request for it finds the sibling with a whole-segment parameter, which is the right
     * answer then (in GitHub's table one route of 1,223).
     */
    public RouteTable known(RouteTable table) {
        return partialSegments ? table : table.withoutPartialSegments();
    }

    /** The requests as this router is to find them in memory. */
    public RouterRequests layOut(RouterRequests requests) {
        return requests;
    }

    /** Builds the router over {@link #known} routes. */
    public RouterAdapter build(RouteTable table) {
        return factory.apply(known(table));
    }
}
