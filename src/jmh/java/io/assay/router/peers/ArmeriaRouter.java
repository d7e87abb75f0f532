package io.assay.router.peers;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.server.ArmeriaTrie;
import com.linecorp.armeria.server.Route;
import com.linecorp.armeria.server.Routed;
import com.linecorp.armeria.server.Router;
import io.assay.workload.RequestMethod;
import io.assay.workload.RouteSpec;
import io.assay.workload.RouteTable;
import io.assay.workload.RouterRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Armeria's router: a trie that finds candidates, each with a regular expression that takes the parameters out. */
final class ArmeriaRouter extends StringRouter {
    static {
        // Armeria remembers a 405 as an exception; by default some of them are made anew with a stack trace.
        System.setProperty("com.linecorp.armeria.verboseExceptions", "never");
    }

    private record Service(Route route, Target target) {}

    private final HttpMethod[] methods = new HttpMethod[RequestMethod.values().length];
    private final Router<Service> router;
    private Map<String, String> parameters = Map.of();

    ArmeriaRouter(RouteTable table) {
        for (RequestMethod method : RequestMethod.values()) {
            methods[method.ordinal()] = HttpMethod.valueOf(method.name());
        }
        List<Service> services = new ArrayList<>();
        for (RouteSpec spec : table.routes()) {
            Route route = Route.builder()
                    .methods(methods[spec.method().ordinal()])
                    .path(spec.template().withWildcard("{*NAME}"))
                    .build();
            services.add(new Service(route, new Target(spec)));
        }
        router = ArmeriaTrie.build(services, Service::route);
    }

    @Override
    int find(int method, String path) {
        ArmeriaContext context = new ArmeriaContext(methods[method], path);
        Routed<Service> routed = router.find(context);
        if (!routed.isPresent()) {
            return context.deferredStatusException() == null
                    ? RouterRequests.NOT_FOUND
                    : RouterRequests.METHOD_NOT_ALLOWED;
        }
        parameters = routed.routingResult().pathParams();
        return found(routed.value().target);
    }

    @Override
    public String parameter(int i) {
        return parameters.get(name(i));
    }
}
