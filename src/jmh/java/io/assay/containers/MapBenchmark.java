package io.assay.containers;

import io.assay.harness.api.Complexity;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Heap;
import io.assay.harness.api.Sizes;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Maps of n entries. A lookup and a turn of churn are an operation each; filling and walking are one operation for all n, and
 * {@code items} counts them. Every answer is looked at.
 */
@State(Scope.Thread)
@Sizes(from = 16, to = 1_048_576)
@Heap(mebibytes = 1024)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MapBenchmark {
    /** Weighs maps before the first operation. */
    @State(Scope.Thread)
    public static class Held {
        long perEntry;

        /** Fills as many maps as it takes to see them in the heap. */
        @Setup
        public void weigh(MapBenchmark benchmark) {
            perEntry = HeldBytes.perElement(benchmark.n, benchmark.map, benchmark::fill);
        }
    }

    /** The library. */
    @Param
    public ContainerImplementation implementation;

    /** The keys. */
    @Param
    public KeyKind workload;

    /** Entries. */
    @Param({"16", "256", "4096", "65536", "1048576"})
    public int n;

    private MapSubject<?> map;
    private int[] order;
    private long expected;
    private int next;
    private int oldest;

    /** Fills a map. */
    @Setup
    public void build() {
        map = MapSubject.of(workload, implementation.factory(), 2 * n);
        order = ContainerKeys.lookups(n);
        fill();
        for (int i = 0; i < n; i++) expected += i;
    }

    private void fill() {
        map.empty();
        for (int i = 0; i < n; i++) map.put(i);
        if (map.size() != n) {
            throw new IllegalStateException(map.size() + " entries where " + n + " were put");
        }
    }

    private int next() {
        int at = next;
        next = at + 1 == order.length ? 0 : at + 1;
        return order[at];
    }

    /** Looks up a key that is there. */
    @Benchmark
    @Complexity(max = "O(log n)")
    @Headline({"workload=INT", "n=65536"})
    public void getHit() {
        int key = next();
        Integer value = map.get(key);
        if (value == null || value != key) {
            throw new IllegalStateException("key " + key + " has the value " + value);
        }
    }

    /** Looks up a key that is not. */
    @Benchmark
    @Complexity(max = "O(log n)")
    public void getMiss() {
        int key = n + next();
        Integer value = map.get(key);
        if (value != null) {
            throw new IllegalStateException("key " + key + " was never put and has the value " + value);
        }
    }

    /** Fills an empty map, which grows. */
    @Benchmark
    @Complexity(max = "O(n log n)")
    public void put(Elements counters) {
        fill();
        counters.items += n;
    }

    /** Walks all entries. */
    @Benchmark
    @Complexity(max = "O(n log n)")
    public void iterate(WeighedElements weight, Held held) {
        if (map.sum() != expected) {
            throw new IllegalStateException("the walk missed an entry, or saw one twice");
        }
        weight.count(n, held.perEntry);
    }

    /** Removes the oldest entry and puts a new one. */
    @Benchmark
    @Complexity(max = "O(log n)")
    public void removeChurn() {
        int gone = oldest;
        int come = gone < n ? gone + n : gone - n;
        Integer removed = map.remove(gone);
        if (removed == null || removed != gone || map.put(come) != null) {
            throw new IllegalStateException("key " + gone + " was removed with the value " + removed);
        }
        oldest = gone + 1 == 2 * n ? 0 : gone + 1;
    }
}
