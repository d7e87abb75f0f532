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
 * Sets of n elements. A lookup and a turn of churn are an operation each; filling and walking are one operation for all n,
 * and {@code items} counts them. Every answer is looked at.
 */
@State(Scope.Thread)
@Sizes(from = 16, to = 1_048_576)
@Heap(mebibytes = 1024)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SetBenchmark {
    /** Weighs sets before the first operation. */
    @State(Scope.Thread)
    public static class Held {
        long perEntry;

        /** Fills as many sets as it takes to see them in the heap. */
        @Setup
        public void weigh(SetBenchmark benchmark) {
            perEntry = HeldBytes.perElement(benchmark.n, benchmark.set, benchmark::fill);
        }
    }

    /** The library. */
    @Param
    public ContainerImplementation implementation;

    /** The elements. */
    @Param
    public KeyKind workload;

    /** How many. */
    @Param({"16", "4096", "1048576"})
    public int n;

    private SetSubject<?> set;
    private int[] order;
    private long expected;
    private int next;
    private int oldest;

    /** Fills a set. */
    @Setup
    public void build() {
        set = SetSubject.of(workload, implementation.factory(), 2 * n);
        order = ContainerKeys.lookups(n);
        fill();
        for (int i = 0; i < n; i++) expected += set.sum(i);
    }

    private void fill() {
        set.empty();
        for (int i = 0; i < n; i++) set.add(i);
        if (set.size() != n) {
            throw new IllegalStateException(set.size() + " elements where " + n + " were added");
        }
    }

    private int next() {
        int at = next;
        next = at + 1 == order.length ? 0 : at + 1;
        return order[at];
    }

    /** Asks for an element that is there. */
    @Benchmark
    @Complexity(max = "O(log n)")
    @Headline({"workload=INT", "n=4096"})
    public void containsHit() {
        if (!set.contains(next())) {
            throw new IllegalStateException("an element that was added is not there");
        }
    }

    /** Asks for an element that is not. */
    @Benchmark
    @Complexity(max = "O(log n)")
    public void containsMiss() {
        if (set.contains(n + next())) {
            throw new IllegalStateException("an element that was never added is there");
        }
    }

    /** Fills an empty set, which grows. */
    @Benchmark
    @Complexity(max = "O(n log n)")
    public void add(Elements counters) {
        fill();
        counters.items += n;
    }

    /** Walks all elements. */
    @Benchmark
    @Complexity(max = "O(n log n)")
    public void iterate(WeighedElements weight, Held held) {
        if (set.sum() != expected) {
            throw new IllegalStateException("the walk missed an element, or saw one twice");
        }
        weight.count(n, held.perEntry);
    }

    /** Removes the oldest element and adds a new one. */
    @Benchmark
    @Complexity(max = "O(log n)")
    public void removeChurn() {
        int gone = oldest;
        if (!set.remove(gone) || !set.add(gone < n ? gone + n : gone - n)) {
            throw new IllegalStateException("element " + gone + " was not there, or the new one was");
        }
        oldest = gone + 1 == 2 * n ? 0 : gone + 1;
    }
}
