package io.assay.router.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.router.RouterBenchmark;
import io.assay.router.RouterCells;
import io.assay.router.RouterImplementation;
import io.assay.workload.RouteTable;
import io.assay.workload.RouterRequests;
import io.assay.workload.RouterWorkload;
import java.lang.reflect.Field;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

/** Every cell that the benchmark runs gives the right answers; the cells are taken from the benchmark itself. */
class RouterCorrectnessTest {
    /** Requests put to a router that tries 10,000 patterns one by one, half a millisecond each. */
    private static final int SAMPLE = 512;

    /**
     * A peer is asked this part of a workload's requests, which are shuffled: of GitHub's routes each twice, with other values.
     * Ours are asked all, as every router is before it is timed.
     */
    private static final int PART = 4;

    private static final Map<RouterWorkload, RouteTable> TABLES = new EnumMap<>(RouterWorkload.class);
    private static final Map<String, RouterRequests> REQUESTS = new HashMap<>();
    private static final Map<String, RouterAdapter> ROUTERS = new HashMap<>();

    @AfterAll
    static void forget() {
        TABLES.clear();
        REQUESTS.clear();
        ROUTERS.clear();
    }

    static Stream<Arguments> cells() throws NoSuchFieldException {
        Object[] workloads = values("workload");
        return Stream.of(values("implementation"))
                .flatMap(i -> Stream.of(workloads).map(w -> Arguments.of(i, w)))
                .filter(cell -> new RouterCells()
                                .reasonNotToRun(Map.of(
                                        "implementation",
                                        cell.get()[0].toString(),
                                        "workload",
                                        cell.get()[1].toString()))
                        == null);
    }

    /** The values that JMH takes for an enum parameter without a list of its own. */
    private static Object[] values(String parameter) throws NoSuchFieldException {
        Field field = RouterBenchmark.class.getField(parameter);
        assertEquals(Param.BLANK_ARGS, field.getAnnotation(Param.class).value()[0], "no list of its own");
        return field.getType().getEnumConstants();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void answersAreRight(RouterImplementation implementation, RouterWorkload workload) {
        RouteTable table = TABLES.computeIfAbsent(workload, RouterWorkload::table);
        RouteTable known = implementation.known(table);
        String routes = table.name() + " " + known.routes().size();
        RouterRequests requests = implementation.layOut(
                REQUESTS.computeIfAbsent(workload + " on " + routes, key -> workload.requests(known)));
        RouterAdapter router =
                ROUTERS.computeIfAbsent(implementation + " on " + routes, key -> implementation.build(table));
        int count = count(implementation, workload);
        assertEquals(count, RouterVerifier.verify(implementation.name(), router, requests, count));
    }

    private static int count(RouterImplementation implementation, RouterWorkload workload) {
        if (implementation == RouterImplementation.SPRING && workload == RouterWorkload.LARGE_HIT) {
            return SAMPLE;
        }
        boolean ours = implementation.name().startsWith("ASSAY");
        return ours ? workload.count() : workload.count() / PART;
    }

    @Test
    void verifierNoticesAWrongRouteAndAWrongParameter() {
        RouteTable table = RouterWorkload.SMALL_HIT.table();
        RouterRequests requests = RouterWorkload.SMALL_HIT.requests(table, 100);
        RouterAdapter right = RouterImplementation.JOOBY.build(table);
        assertThrows(
                IllegalStateException.class, () -> RouterVerifier.verify("wrong", new Wrong(right, 1, ""), requests));
        assertThrows(
                IllegalStateException.class, () -> RouterVerifier.verify("wrong", new Wrong(right, 0, "x"), requests));
        RouterVerifier.verify("right", new Wrong(right, 0, ""), requests);
    }

    /** Shifts every answer, and appends to every parameter. */
    private record Wrong(RouterAdapter router, int shift, String suffix) implements RouterAdapter {
        @Override
        public int match(int method, byte[] bytes, int from, int to) {
            return router.match(method, bytes, from, to) + shift;
        }

        @Override
        public int parameters() {
            return router.parameters();
        }

        @Override
        public String parameter(int i) {
            return router.parameter(i) + suffix;
        }
    }

    @Test
    void cellsWithoutMeaningAreDeclared() {
        assertNotNull(reason("BOUND_HASHMAP", "GITHUB_HIT"));
        assertNull(reason("BOUND_HASHMAP", "STATIC_MISS"));
        assertNotNull(reason("SPRING", "LARGE_MISS"));
        assertNull(reason("SPRING", "LARGE_HIT"));
        assertNull(reason("SPRING", "LARGE_100_HIT"));
        assertNull(reason("UNDERTOW", "LARGE_MISS"));
    }

    private static String reason(String implementation, String workload) {
        return new RouterCells().reasonNotToRun(Map.of("implementation", implementation, "workload", workload));
    }

    @Test
    void everyImplementationSaysHowItWasSetUp() {
        for (RouterImplementation implementation : RouterImplementation.values()) {
            assertFalse(implementation.label().isBlank(), implementation.name());
        }
    }
}
