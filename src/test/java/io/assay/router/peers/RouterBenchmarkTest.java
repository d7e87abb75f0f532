package io.assay.router.peers;

import io.assay.router.RouterBenchmark;
import io.assay.router.RouterImplementation;
import io.assay.workload.RouterWorkload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
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
}
