package io.assay.containers;

import io.assay.harness.api.Cells;
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
 * Lists of n elements. A get is an operation; filling, walking and emptying from the end are one operation for all n, and
 * {@code items} counts them. Every answer is looked at.
 */
@State(Scope.Thread)
@Cells(ContainerCells.class)
@Sizes(from = 16, to = 1_048_576)
@Heap(mebibytes = 1024)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ListBenchmark {
    /** Weighs lists before the first operation. */
    @State(Scope.Thread)
    public static class Held {
        long perEntry;

        /** Fills as many lists as it takes to see them in the heap. */
        @Setup
        public void weigh(ListBenchmark benchmark) {
            perEntry = HeldBytes.perElement(benchmark.n, benchmark.list, benchmark::fill);
        }
    }

    /** The library. */
    @Param
    public ContainerImplementation implementation;

    /** The elements. */
    @Param
    public ElementKind workload;

    /** How many. */
    @Param({"16", "4096", "1048576"})
    public int n;

    private ListSubject<?> list;
    private int[] order;
    private int next;

    /** Fills a list. */
    @Setup
    public void build() {
        list = ListSubject.of(workload, implementation.factory(), n);
        order = ContainerKeys.lookups(n);
        fill();
    }

    private void fill() {
        list.empty();
        for (int i = 0; i < n; i++) list.add(i);
        if (list.size() != n) {
            throw new IllegalStateException(list.size() + " elements where " + n + " were added");
        }
    }

    /** Gets an element. */
    @Benchmark
    @Complexity(max = "O(log n)")
    public void get() {
        int index = order[next];
        next = next + 1 == order.length ? 0 : next + 1;
        if (list.get(index) != index) {
            throw new IllegalStateException("another element at " + index);
        }
    }

    /** Fills an empty list, which grows. */
    @Benchmark
    @Complexity(max = "O(n log n)")
    @Headline({"workload=INT_LIST", "n=4096"})
    public void add(Elements counters) {
        fill();
        counters.items += n;
    }

    /** Walks all elements. */
    @Benchmark
    @Complexity(max = "O(n log n)")
    public void iterate(WeighedElements weight, Held held) {
        if (list.sum() != (long) n * (n - 1) / 2) {
            throw new IllegalStateException("the walk missed an element, or saw one twice");
        }
        weight.count(n, held.perEntry);
    }

    /** Removes the last and adds it again. */
    @Benchmark
    @Complexity(max = "O(log n)")
    public void removeChurn() {
        if (list.removeAt(n - 1) != n - 1 || !list.add(n - 1)) {
            throw new IllegalStateException("another element was last");
        }
    }
}
