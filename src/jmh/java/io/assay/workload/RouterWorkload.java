package io.assay.workload;

import java.util.List;
import java.util.function.Supplier;

/** The workloads of the router family: a route table and the requests that are put to it. */
public enum RouterWorkload {
    /** GitHub's REST API, 1,223 operations; each is asked for eight times with other values. */
    GITHUB_HIT(RouteTables::github, RequestKind.HIT, 8 * 1_223),
    /** GitHub's REST API, paths it does not have. */
    GITHUB_MISS(RouteTables::github, RequestKind.MISS, 8 * 1_223),
    /** GitHub's REST API, methods that its paths do not have. */
    GITHUB_WRONG_METHOD(RouteTables::github, RequestKind.WRONG_METHOD, 8 * 1_223),
    /** 20 routes of a shop, one with a wildcard. */
    SMALL_HIT(RouteTables::small, RequestKind.HIT, 4_096),
    /** 20 routes of a shop, paths it does not have. */
    SMALL_MISS(RouteTables::small, RequestKind.MISS, 4_096),
    /** 20 routes of a shop, methods that its paths do not have. */
    SMALL_WRONG_METHOD(RouteTables::small, RequestKind.WRONG_METHOD, 4_096),
    /** 100 generated routes, and as many distinct requests as {@link #LARGE_HIT}: only the number of routes differs. */
    LARGE_100_HIT(() -> RouteTables.large(100), RequestKind.HIT, 16_384),
    /** 10,000 generated routes. */
    LARGE_HIT(() -> RouteTables.large(10_000), RequestKind.HIT, 16_384),
    /** 10,000 generated routes, paths they do not have. */
    LARGE_MISS(() -> RouteTables.large(10_000), RequestKind.MISS, 16_384),
    /** 10,000 generated routes, methods that their paths do not have. */
    LARGE_WRONG_METHOD(() -> RouteTables.large(10_000), RequestKind.WRONG_METHOD, 16_384),
    /** 500 literal routes in sixteen different orders, so that no predictor learns the sequence. */
    STATIC_HIT(RouteTables::literals, RequestKind.HIT, 16 * 500),
    /** 500 literal routes, paths they do not have. */
    STATIC_MISS(RouteTables::literals, RequestKind.MISS, 16 * 500),
    /** 500 literal routes, methods that their paths do not have. */
    STATIC_WRONG_METHOD(RouteTables::literals, RequestKind.WRONG_METHOD, 16 * 500);

    private final Supplier<RouteTable> table;
    private final RequestKind kind;
    private final int count;

    RouterWorkload(Supplier<RouteTable> table, RequestKind kind, int count) {
        this.table = table;
        this.kind = kind;
        this.count = count;
    }

    /** The routes, made anew at each call. */
    public RouteTable table() {
        return table.get();
    }

    /** What the requests are meant to find. */
    public RequestKind kind() {
        return kind;
    }

    /** Number of requests. */
    public int count() {
        return count;
    }

    /**
     * The requests: the same bytes whatever the table, made from {@link #table()}, with the answers that a router gives
     * which knows the routes in {@code known}.
     *
     * @param known {@link #table()} or a narrowed form of it
     */
    public RouterRequests requests(RouteTable known) {
        return requests(known, count);
    }

    /** The first requests of this workload, for a look that must not take long. */
    public RouterRequests requests(RouteTable known, int atMost) {
        RouteTable full = table();
        List<RequestKind.Request> requests = kind.requests(full, Math.min(count, atMost));
        if (known.routes().size() != full.routes().size()) {
            PlainRouter narrowed = new PlainRouter(known);
            requests.replaceAll(
                    r -> new RequestKind.Request(r.method(), r.path(), narrowed.match(r.method(), r.path())));
        }
        return new RouterRequests(requests);
    }
}
