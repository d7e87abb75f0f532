package io.assay.router.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.router.RouterImplementation;
import io.assay.router.RouterScalingBenchmark;
import io.assay.workload.SizedRoutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every implementation answers for any number of routes. */
class RouterScalingBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {16, 37, 1024})
    void everyImplementationChecksItself(int n) {
        for (RouterImplementation implementation : RouterImplementation.values()) {
            if (implementation != RouterImplementation.BOUND_HASHMAP) {
                RouterScalingBenchmark benchmark = new RouterScalingBenchmark();
                benchmark.n = n;
                benchmark.implementation = implementation;
                benchmark.build();
                benchmark.rewind();
                for (int i = 0; i < 100; i++) {
                    benchmark.match();
                }
                benchmark.check();
            }
        }
    }

    @Test
    void tablesHaveTheSizeTheySay() {
        assertEquals(16, SizedRoutes.table(16).routes().size());
        assertEquals(
                SizedRoutes.MOST, SizedRoutes.table(SizedRoutes.MOST).routes().size());
        assertThrows(IllegalArgumentException.class, () -> SizedRoutes.table(0));
        assertThrows(IllegalArgumentException.class, () -> SizedRoutes.table(SizedRoutes.MOST + 1));
    }
}
