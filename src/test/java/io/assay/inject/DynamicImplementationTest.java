package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** The benchmarks' own methods, called as JMH calls them, on every implementation. */
class DynamicImplementationTest {
    static Stream<Arguments> cycles() {
        CycleCells cells = new CycleCells();
        return Arrays.stream(DynamicImplementation.values())
                .flatMap(implementation -> Arrays.stream(CycleDriver.values())
                        .filter(driver -> cells.reasonNotToRun(Map.of(
                                        "implementation", implementation.name(), "driver", driver.name(), "n", "20"))
                                == null)
                        .map(driver -> Arguments.of(implementation, driver)));
    }

    @ParameterizedTest
    @MethodSource
    void cycles(DynamicImplementation implementation, CycleDriver driver) {
        StartStopBenchmark benchmark = new StartStopBenchmark();
        benchmark.implementation = implementation;
        benchmark.driver = driver;
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
