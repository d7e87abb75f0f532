package io.assay.router.peers;

import io.assay.workload.RequestMethod;
import io.assay.workload.RouteSpec;
import io.assay.workload.RouteTable;
import io.assay.workload.RouterRequests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;

/**
 * Quarkus' {@link RequestMapper}, one a method as in its {@code ClassRoutingHandler} with all routes in one resource
 * class: after a miss the other methods' mappers are asked, which tells 405 from 404.
 */
final class QuarkusRouter extends StringRouter {
    private final String[] methods = new String[RequestMethod.values().length];
    private final Map<String, RequestMapper<Target>> mappers = new HashMap<>();
    private String[] parameters = {};

    QuarkusRouter(RouteTable table) {
        Map<String, ArrayList<RequestMapper.RequestPath<Target>>> paths = new HashMap<>();
        for (RequestMethod method : RequestMethod.values()) {
            methods[method.ordinal()] = method.name();
        }
        for (RouteSpec route : table.routes()) {
            URITemplate template = new URITemplate(route.template().withWildcard("{NAME:.*}"), false);
            paths.computeIfAbsent(methods[route.method().ordinal()], m -> new ArrayList<>())
                    .add(new RequestMapper.RequestPath<>(false, template, new Target(route)));
        }
        paths.forEach((method, list) -> mappers.put(method, new RequestMapper<>(list)));
    }

    @Override
    int find(int method, String path) {
        String name = methods[method];
        RequestMapper<Target> mapper = mappers.get(name);
        RequestMapper.RequestMatch<Target> match = mapper == null ? null : mapper.map(path);
        if (match == null) {
            return servedByOthers(name, path) ? RouterRequests.METHOD_NOT_ALLOWED : RouterRequests.NOT_FOUND;
        }
        parameters = match.pathParamValues;
        return found(match.value);
    }

    private boolean servedByOthers(String method, String path) {
        for (Map.Entry<String, RequestMapper<Target>> other : mappers.entrySet()) {
            if (!other.getKey().equals(method) && other.getValue().map(path) != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String parameter(int i) {
        return parameters[i];
    }
}
