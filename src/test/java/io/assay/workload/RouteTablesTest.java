package io.assay.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RouteTablesTest {
    @Test
    void githubHasItsPublishedShape() {
        List<RouteSpec> routes = RouteTables.github().routes();
        assertEquals(1_223, routes.size());
        assertEquals(
                811, routes.stream().map(r -> r.template().text()).distinct().count());
        assertEquals(
                5,
                routes.stream().mapToInt(r -> r.template().names().size()).max().orElseThrow());
        assertEquals(
                List.of("/repos/{owner}/{repo}/compare/{base}...{head}"),
                routes.stream()
                        .filter(r -> r.template().hasPartialSegment())
                        .map(r -> r.template().text())
                        .toList());
    }

    @Test
    void smallLargeTableIsTheStartOfTheLargeOne() {
        List<RouteSpec> large = RouteTables.large(10_000).routes();
        assertEquals(10_000, large.size());
        List<RouteSpec> start = RouteTables.large(100).routes();
        assertEquals(100, start.size());
        for (int i = 0; i < start.size(); i++) {
            assertEquals(start.get(i).template().text(), large.get(i).template().text());
        }
        assertTrue(large.stream().noneMatch(r -> r.template().names().isEmpty()), "every route has a parameter");
    }

    @Test
    void literalsHaveNoParameters() {
        List<RouteSpec> routes = RouteTables.literals().routes();
        assertEquals(500, routes.size());
        assertTrue(routes.stream().allMatch(r -> r.template().names().isEmpty()));
    }

    @ParameterizedTest
    @EnumSource(RouterWorkload.class)
    void noRouteIsThereTwice(RouterWorkload workload) {
        Set<String> shapes = new HashSet<>();
        for (RouteSpec route : workload.table().routes()) {
            String shape = route.method() + " " + route.template().text().replaceAll("\\{[^}]*}", "{}");
            assertTrue(shapes.add(shape), shape);
        }
    }

    @Test
    void narrowedTableKeepsTheIndexes() {
        RouteTable narrowed = RouteTables.github().withoutPartialSegments();
        assertEquals(1_222, narrowed.routes().size());
        RouteSpec last = narrowed.routes().get(1_221);
        assertEquals(1_222, last.index());
    }

    @Test
    void wildcardIsSpelledAnew() {
        assertEquals("/s/{*rest}", RouteTemplate.parse("/s/*rest").withWildcard("{*NAME}"));
        assertEquals("/s/{rest}", RouteTemplate.parse("/s/{rest}").withWildcard("{*NAME}"));
    }
}
