package io.assay.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.router.peers.RouterAdapter;
import io.assay.workload.RouterWorkload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A router that does not do the work it is asked for counts no items. */
class RouterItemsTest {
    /** Gives every request one answer. */
    private record Stuck(int answer) implements RouterAdapter {
        @Override
        public int match(int method, byte[] bytes, int from, int to) {
            return answer;
        }

        @Override
        public int parameters() {
            return 0;
        }

        @Override
        public String parameter(int i) {
            throw new IndexOutOfBoundsException(i);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SMALL_HIT, -1, 0",
        "SMALL_HIT, -2, 0",
        "SMALL_HIT, 0, 7",
        "SMALL_HIT, 19, 7",
        "SMALL_MISS, -1, 7",
        "SMALL_MISS, -2, 0",
        "SMALL_MISS, 0, 0",
        "SMALL_WRONG_METHOD, -1, 0",
        "SMALL_WRONG_METHOD, -2, 7",
        "SMALL_WRONG_METHOD, 5, 0"
    })
    void onlyAnswersOfTheWorkloadsKindAreItems(RouterWorkload workload, int answer, long items) {
        RouterBenchmark benchmark = new RouterBenchmark();
        benchmark.workload = workload;
        benchmark.implementation = RouterImplementation.ASSAY;
        benchmark.walk(new Stuck(answer), workload.requests(workload.table(), 10));
        RouterBenchmark.Counters counters = new RouterBenchmark.Counters();
        for (int i = 0; i < 7; i++) {
            benchmark.match(counters);
        }
        assertEquals(items, counters.items);
        if (items == 0) {
            assertThrows(IllegalStateException.class, benchmark::check);
        }
    }
}
