package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The benchmarks' own methods, called as JMH calls them, on every implementation. */
class DynamicImplementationTest {
    @ParameterizedTest
    @EnumSource
    void cycles(DynamicImplementation implementation) {
        StartStopBenchmark benchmark = new StartStopBenchmark();
        benchmark.implementation = implementation;
        benchmark.n = 20;
        StartStopBenchmark.Counters counters = new StartStopBenchmark.Counters();
        benchmark.build();
        try {
            benchmark.cycles(counters);
            benchmark.cyclesOnEightThreads();
        } finally {
            benchmark.close();
        }
        assertEquals(20, counters.items);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SPRING_LIFECYCLE")
    void everyServiceStartsWithItsLogger(DynamicImplementation implementation) {
        AdvancedStartBenchmark benchmark = new AdvancedStartBenchmark();
        benchmark.implementation = implementation;
        benchmark.n = 16;
        AdvancedStartBenchmark.Counters counters = new AdvancedStartBenchmark.Counters();
        benchmark.build();
        try {
            for (int turn = 0; turn < 2; turn++) {
                benchmark.stop();
                benchmark.start(counters);
            }
        } finally {
            benchmark.close();
        }
        assertEquals(64, counters.items);
    }
}
