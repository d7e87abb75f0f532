package io.assay.router.peers;

import io.assay.workload.RequestMethod;
import io.assay.workload.RouteSpec;
import io.assay.workload.RouteTable;
import io.assay.workload.RouterRequests;
import io.undertow.util.CopyOnWriteMap;
import io.undertow.util.HttpString;
import io.undertow.util.PathTemplateMatcher;
import java.util.Map;

/**
 * Undertow's {@code RoutingHandler} without the exchange: a {@link PathTemplateMatcher} for each method in the same kind
 * of map, and after a miss one matcher over all methods, which tells 405 from 404.
 */
final class UndertowRouter extends StringRouter {
    private final HttpString[] methods = new HttpString[RequestMethod.values().length];
    private final Map<HttpString, PathTemplateMatcher<Target>> matchers = new CopyOnWriteMap<>();
    private final PathTemplateMatcher<Target> allMethods = new PathTemplateMatcher<>();
    private Map<String, String> parameters = Map.of();

    UndertowRouter(RouteTable table) {
        for (RequestMethod method : RequestMethod.values()) {
            methods[method.ordinal()] = new HttpString(method.name());
        }
        for (RouteSpec route : table.routes()) {
            // Undertow's wildcard is nameless: its value is the parameter "*".
            String template = route.template().withWildcard("*");
            Target target = new Target(route);
            if (!template.equals(route.template().text())) {
                target.names[target.names.length - 1] = "*";
            }
            HttpString method = methods[route.method().ordinal()];
            PathTemplateMatcher<Target> matcher = matchers.get(method);
            if (matcher == null) {
                matcher = new PathTemplateMatcher<>();
                matchers.put(method, matcher);
            }
            matcher.add(template, target);
            if (allMethods.match(template) == null) {
                allMethods.add(template, target);
            }
        }
    }

    @Override
    int find(int method, String path) {
        PathTemplateMatcher<Target> matcher = matchers.get(methods[method]);
        PathTemplateMatcher.PathMatchResult<Target> match = matcher == null ? null : matcher.match(path);
        if (match == null) {
            return allMethods.match(path) == null ? RouterRequests.NOT_FOUND : RouterRequests.METHOD_NOT_ALLOWED;
        }
        parameters = match.getParameters();
        return found(match.getValue());
    }

    @Override
    public String parameter(int i) {
        return parameters.get(name(i));
    }
}
