package io.assay.router.peers;

import io.assay.workload.RequestMethod;
import io.assay.workload.RouteSpec;
import io.assay.workload.RouteTable;
import io.assay.workload.RouterRequests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Spring's {@link PathPattern}s. Spring has no tree: its handler mapping looks literal paths up in a map and else tries
 * every pattern of every method, then sorts those that matched. Here each method has a list of its own, sorted by
 * {@link PathPattern#SPECIFICITY_COMPARATOR} beforehand, so that the first match is the best and the search ends there:
 * that is less work than Spring's own mapping does.
 */
final class SpringRouter extends StringRouter {
    private record Mapping(PathPattern pattern, Target target) {}

    private record Mappings(Map<String, Target> literals, List<Mapping> patterns) {}

    private final Mappings[] mappings = new Mappings[RequestMethod.values().length];
    private Map<String, String> parameters = Map.of();

    SpringRouter(RouteTable table) {
        PathPatternParser parser = new PathPatternParser();
        for (int method = 0; method < mappings.length; method++) {
            mappings[method] = new Mappings(new HashMap<>(), new ArrayList<>());
        }
        for (RouteSpec route : table.routes()) {
            Mappings own = mappings[route.method().ordinal()];
            String template = route.template().withWildcard("{*NAME}");
            PathPattern pattern = parser.parse(template);
            Target target = new Target(route);
            if (pattern.hasPatternSyntax()) {
                own.patterns.add(new Mapping(pattern, target));
            } else {
                own.literals.put(template, target);
            }
        }
        for (Mappings own : mappings) {
            own.patterns.sort(Comparator.comparing(Mapping::pattern, PathPattern.SPECIFICITY_COMPARATOR));
        }
    }

    @Override
    int find(int method, String path) {
        Mappings own = mappings[method];
        Target literal = own.literals.get(path);
        if (literal != null) {
            return found(literal);
        }
        PathContainer parsed = PathContainer.parsePath(path);
        for (int i = 0; i < own.patterns.size(); i++) {
            Mapping mapping = own.patterns.get(i);
            PathPattern.PathMatchInfo match = mapping.pattern.matchAndExtract(parsed);
            if (match != null) {
                parameters = match.getUriVariables();
                return found(mapping.target);
            }
        }
        return servedByOthers(method, path, parsed) ? RouterRequests.METHOD_NOT_ALLOWED : RouterRequests.NOT_FOUND;
    }

    private boolean servedByOthers(int method, String path, PathContainer parsed) {
        for (int other = 0; other < mappings.length; other++) {
            if (other == method) {
                continue;
            }
            if (mappings[other].literals.containsKey(path)) {
                return true;
            }
            for (Mapping mapping : mappings[other].patterns) {
                if (mapping.pattern.matches(parsed)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String parameter(int i) {
        String value = parameters.get(name(i));
        // Spring's wildcard takes its slash along; no other value has one.
        return value.startsWith("/") ? value.substring(1) : value;
    }
}
