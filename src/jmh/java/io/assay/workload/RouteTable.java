package io.assay.workload;

import java.util.ArrayList;
import java.util.List;

/** An ordered list of routes; immutable. */
public record RouteTable(String name, List<RouteSpec> routes) {
    /** Copies the list. */
    public RouteTable {
        routes = List.copyOf(routes);
    }

    /**
     * Parses a table.
     *
     * @param lines {@code METHOD template}, one route each
     */
    static RouteTable of(String name, List<String> lines) {
        List<RouteSpec> routes = new ArrayList<>(lines.size());
        for (String line : lines) {
            int space = line.indexOf(' ');
            RequestMethod method = RequestMethod.valueOf(line.substring(0, space));
            routes.add(new RouteSpec(routes.size(), method, RouteTemplate.parse(line.substring(space + 1))));
        }
        return new RouteTable(name, routes);
    }

    /**
     * The table for routers that know only whole-segment parameters: the routes that mix literals and parameters in one
     * segment are left out, the others keep their index.
     */
    public RouteTable withoutPartialSegments() {
        return new RouteTable(
                name,
                routes.stream().filter(r -> !r.template().hasPartialSegment()).toList());
    }
}
