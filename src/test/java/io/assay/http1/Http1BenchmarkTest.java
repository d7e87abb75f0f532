package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.http1.peers.Http1Adapter;
import io.assay.http1.peers.MessageSum;
import io.assay.workload.Http1Inputs;
import io.assay.workload.Http1Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmark's own methods, called as JMH calls them. */
class Http1BenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 191, 192, 500})
    void itChecksItselfAtAnyCountAndCountsMessagesAndBytes(int count) throws Exception {
        Http1ParserBenchmark benchmark = benchmark(Http1Workload.PIPELINED);
        Http1ParserBenchmark.Counters counters = new Http1ParserBenchmark.Counters();
        for (int iteration = 0; iteration < 2; iteration++) {
            benchmark.rewind();
            for (int i = 0; i < count; i++) {
                benchmark.parse(counters);
            }
            benchmark.check();
        }
        assertEquals(2L * 16 * count, counters.items);
        long bytes = counters.bytes;
        benchmark.rewind();
        for (int i = 0; i < count; i++) {
            benchmark.parseAndRead(counters);
        }
        benchmark.check();
        assertEquals(3L * 16 * count, counters.items);
        assertEquals(bytes + bytes / 2, counters.bytes);
    }

    @Test
    void aWrongAnswerWhileTimedIsNoticed() throws Exception {
        Http1ParserBenchmark benchmark = benchmark(Http1Workload.BROWSER_GET);
        Http1Inputs inputs = Http1Workload.BROWSER_GET.inputs();
        Http1Adapter right = Http1Implementation.NETTY.over(inputs.bytes());
        benchmark.walk(
                new Http1Adapter() {
                    @Override
                    public void parse(int from, int to, MessageSum sum) throws Exception {
                        right.parse(inputs.from(1), inputs.to(1), sum);
                    }

                    @Override
                    public void parseAndRead(int from, int to, MessageSum sum) throws Exception {
                        right.parseAndRead(inputs.from(1), inputs.to(1), sum);
                    }
                },
                inputs);
        Http1ParserBenchmark.Counters counters = new Http1ParserBenchmark.Counters();
        benchmark.rewind();
        benchmark.parse(counters);
        assertThrows(IllegalStateException.class, benchmark::check);
        benchmark.rewind();
        benchmark.parseAndRead(counters);
        assertThrows(IllegalStateException.class, benchmark::check);
        benchmark.rewind();
        benchmark.check();
    }

    private static Http1ParserBenchmark benchmark(Http1Workload workload) throws Exception {
        Http1ParserBenchmark benchmark = new Http1ParserBenchmark();
        benchmark.workload = workload;
        benchmark.implementation = Http1Implementation.NETTY;
        benchmark.build();
        return benchmark;
    }
}
