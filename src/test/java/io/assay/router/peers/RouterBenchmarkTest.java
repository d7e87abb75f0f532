package io.assay.router.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.harness.api.Headline;
import io.assay.router.RouterBenchmark;
import io.assay.router.RouterImplementation;
import io.assay.workload.RouterWorkload;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.infra.Blackhole;

/** The benchmark's own methods, called as JMH calls them. */
class RouterBenchmarkTest {
    private final RouterBenchmark benchmark = new RouterBenchmark();
    private final Blackhole sink = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    private final RouterBenchmark.Counters counters = new RouterBenchmark.Counters();

    @BeforeEach
    void build() {
        benchmark.workload = RouterWorkload.SMALL_HIT;
        benchmark.implementation = RouterImplementation.ASSAY;
        benchmark.build();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_095, 4_096, 10_000})
    void bothMethodsCheckThemselvesAtAnyCount(int count) {
        ask(count);
    }

    private void ask(int count) {
        benchmark.rewind();
        for (int i = 0; i < count; i++) {
            benchmark.match(counters);
        }
        benchmark.check();
        benchmark.rewind();
        for (int i = 0; i < count; i++) {
            benchmark.matchAndRead(counters, sink);
        }
        benchmark.check();
    }

    @ParameterizedTest
    @EnumSource(RouterImplementation.class)
    void everyLookupOfEveryKindIsAnItem(RouterImplementation implementation) {
        String prefix = implementation == RouterImplementation.BOUND_HASHMAP ? "STATIC_" : "SMALL_";
        for (RouterWorkload workload : RouterWorkload.values()) {
            if (workload.name().startsWith(prefix)) {
                benchmark.workload = workload;
                benchmark.implementation = implementation;
                benchmark.build();
                counters.items = 0;
                ask(1_000);
                assertEquals(2_000, counters.items, workload.name());
            }
        }
    }

    @Test
    void allButTheCopyingVariantAreHeadlines() throws NoSuchMethodException {
        String routers = Stream.of(RouterImplementation.values())
                .filter(implementation -> implementation != RouterImplementation.ASSAY_COPY)
                .map(Enum::name)
                .collect(Collectors.joining(",", "implementation=", ""));
        Headline match = RouterBenchmark.class
                .getMethod("match", RouterBenchmark.Counters.class)
                .getAnnotation(Headline.class);
        Headline read = RouterBenchmark.class
                .getMethod("matchAndRead", RouterBenchmark.Counters.class, Blackhole.class)
                .getAnnotation(Headline.class);
        assertEquals(routers, match.value()[1]);
        assertEquals(routers, read.value()[1]);
    }
}
