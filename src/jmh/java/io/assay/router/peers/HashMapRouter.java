package io.assay.router.peers;

import io.assay.workload.RequestMethod;
import io.assay.workload.RouteSpec;
import io.assay.workload.RouteTable;
import io.assay.workload.RouterRequests;
import java.util.HashMap;
import java.util.Map;

/** The lower bound on literal routes: one hash map a method, asked with a fresh string. Knows no parameters. */
final class HashMapRouter extends StringRouter {
    private final Map<String, Target>[] maps;

    @SuppressWarnings({"unchecked", "rawtypes"})
    HashMapRouter(RouteTable table) {
        maps = new Map[RequestMethod.values().length];
        for (int method = 0; method < maps.length; method++) {
            maps[method] = new HashMap<>();
        }
        for (RouteSpec route : table.routes()) {
            if (!route.template().names().isEmpty()) {
                throw new IllegalArgumentException("a hash map cannot serve " + route + ": use literal routes only");
            }
            maps[route.method().ordinal()].put(route.template().text(), new Target(route));
        }
    }

    @Override
    int find(int method, String path) {
        Target target = maps[method].get(path);
        if (target != null) {
            return found(target);
        }
        for (Map<String, Target> other : maps) {
            if (other.containsKey(path)) {
                return RouterRequests.METHOD_NOT_ALLOWED;
            }
        }
        return RouterRequests.NOT_FOUND;
    }

    @Override
    public String parameter(int i) {
        throw new IndexOutOfBoundsException(i);
    }
}
