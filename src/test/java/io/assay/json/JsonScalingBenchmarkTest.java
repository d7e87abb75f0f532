package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.workload.json.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of every declared size are written and read whole, and a wrong one is noticed. */
class JsonScalingBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {16, 17, 4096})
    void documentsOfEverySize(int n) throws JsonException {
        JsonScalingBenchmark benchmark = new JsonScalingBenchmark();
        benchmark.n = n;
        benchmark.build();
        for (int i = 0; i < 3; i++) {
            assertTrue(benchmark.serialize() > 60 * n);
            Rows page = benchmark.deserialize();
            assertEquals(n, page.rows.size());
        }
        benchmark.n = n + 1;
        assertThrows(IllegalStateException.class, benchmark::deserialize);
    }
}
