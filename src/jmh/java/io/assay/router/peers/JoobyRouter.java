package io.assay.router.peers;

import io.assay.workload.RequestMethod;
import io.assay.workload.RouteSpec;
import io.assay.workload.RouteTable;
import io.assay.workload.RouterRequests;
import io.jooby.Context;
import io.jooby.Route;
import io.jooby.Router;
import io.jooby.internal.JoobyTree;
import java.util.Map;

/** Jooby's route tree, which it calls Chi: a radix tree over characters with the methods in its leaves. */
final class JoobyRouter extends StringRouter {
    /** Jooby keeps handlers in its routes; this one carries the target to the answer. */
    private record Handler(Target target) implements Route.Handler {
        @Override
        public Object apply(Context context) {
            throw new IllegalStateException("the benchmark routes and never handles");
        }
    }

    private final String[] methods = new String[RequestMethod.values().length];
    private final JoobyTree tree = new JoobyTree();
    private Map<String, String> parameters = Map.of();

    JoobyRouter(RouteTable table) {
        for (RequestMethod method : RequestMethod.values()) {
            methods[method.ordinal()] = method.name();
        }
        for (RouteSpec route : table.routes()) {
            tree.insert(new Route(
                    methods[route.method().ordinal()],
                    route.template().withWildcard("*NAME"),
                    new Handler(new Target(route))));
        }
    }

    @Override
    int find(int method, String path) {
        Router.Match match = tree.find(methods[method], path);
        Route.Handler handler = match.route().getHandler();
        if (!match.matches()) {
            return handler == Route.NOT_FOUND || handler == Route.FAVICON
                    ? RouterRequests.NOT_FOUND
                    : RouterRequests.METHOD_NOT_ALLOWED;
        }
        parameters = match.pathMap();
        return found(((Handler) handler).target);
    }

    @Override
    public String parameter(int i) {
        return parameters.get(name(i));
    }
}
