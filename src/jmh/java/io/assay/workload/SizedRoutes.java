package io.assay.workload;

/** Route tables of any size, and as many distinct requests whatever the size: only the number of routes differs. */
public final class SizedRoutes {
    /** The largest table. */
    public static final int MOST = 8192;

    private static final int ROUTES_A_COLLECTION = 10;
    private static final int REQUESTS = 8192;

    private SizedRoutes() {}

    /**
     * The first routes of a gateway in front of many services.
     *
     * @param n number of routes, 1 to {@link #MOST}
     */
    public static RouteTable table(int n) {
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException(n + " routes; there are 1 to " + MOST);
        }
        int whole = (n + ROUTES_A_COLLECTION - 1) / ROUTES_A_COLLECTION * ROUTES_A_COLLECTION;
        return new RouteTable("sized-" + n, RouteTables.large(whole).routes().subList(0, n));
    }

    /** Requests that the routes of a table answer. */
    public static RouterRequests requests(RouteTable table) {
        return new RouterRequests(RequestKind.HIT.requests(table, REQUESTS));
    }
}
