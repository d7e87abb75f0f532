package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.json.peers.JsonAdapter;
import io.assay.json.peers.JsonVerifier;
import io.assay.workload.json.JsonWorkload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Blackhole;

/** The benchmark counts what it did, and fails on a wrong answer that came while timed. */
class JsonBenchmarkTest {
    private final Blackhole sink = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
    private final JsonDirections.Counters counters = new JsonDirections.Counters();

    private static JsonBenchmark benchmark(JsonImplementation implementation, JsonWorkload workload) throws Exception {
        JsonBenchmark benchmark = new JsonBenchmark();
        benchmark.implementation = implementation;
        benchmark.workload = workload;
        return benchmark;
    }

    @Test
    void documentsAndBytesAreCounted() throws Exception {
        for (JsonImplementation implementation : List.of(JsonImplementation.ASSAY, JsonImplementation.BOUND_MEMCPY)) {
            JsonBenchmark benchmark = benchmark(implementation, JsonWorkload.PING);
            benchmark.build();
            benchmark.rewind();
            counters.items = 0;
            counters.bytes = 0;
            List<byte[]> documents = JsonVerifier.documents(JsonWorkload.PING.type(), JsonWorkload.PING.objects());
            long bytes = documents.stream().mapToLong(d -> d.length).sum();
            for (int i = 0; i < documents.size(); i++) {
                benchmark.serialize(counters, sink);
                benchmark.deserialize(counters, sink);
                benchmark.roundTrip(counters, sink);
            }
            benchmark.check();
            assertEquals(3L * documents.size(), counters.items);
            assertEquals(3 * bytes, counters.bytes);
        }
    }

    /** Right until it is timed: then it forgets a byte, or gives the object before. */
    private static final class Spoilt implements JsonAdapter {
        private final JsonAdapter right;
        private final boolean writes;
        private final Object first;

        Spoilt(JsonAdapter right, boolean writes, Object first) {
            this.right = right;
            this.writes = writes;
            this.first = first;
        }

        @Override
        public byte[] write(Object value) throws Exception {
            return right.write(writes ? first : value);
        }

        @Override
        public int length() {
            return right.length();
        }

        @Override
        public Object read(byte[] document, int length) throws Exception {
            return writes ? right.read(document, length) : first;
        }
    }

    @Test
    void aWrongAnswerWhileTimedFails() throws Exception {
        Class<?> type = JsonWorkload.ISSUE.type();
        List<Object> objects = JsonWorkload.ISSUE.objects();
        List<byte[]> documents = JsonVerifier.documents(type, objects);
        JsonAdapter right = JsonImplementation.ASSAY.over(type, objects, documents);
        for (boolean writes : new boolean[] {true, false}) {
            JsonBenchmark benchmark = benchmark(JsonImplementation.ASSAY, JsonWorkload.ISSUE);
            benchmark.walk(right, objects, documents);
            JsonBenchmark spoilt = benchmark(JsonImplementation.ASSAY, JsonWorkload.ISSUE);
            spoilt.walk(right, objects, documents);
            spoilt.swap(new Spoilt(right, writes, objects.get(0)));
            for (JsonBenchmark each : List.of(benchmark, spoilt)) {
                each.rewind();
                for (int i = 0; i < 10; i++) {
                    if (writes) {
                        each.serialize(counters, sink);
                    } else {
                        each.deserialize(counters, sink);
                    }
                }
            }
            benchmark.check();
            assertThrows(IllegalStateException.class, spoilt::check);
            spoilt.rewind();
            for (int i = 0; i < 10; i++) spoilt.roundTrip(counters, sink);
            assertThrows(IllegalStateException.class, spoilt::check);
        }
    }
}
