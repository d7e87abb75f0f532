package io.assay.containers;

import io.assay.containers.peers.ContainerFactory;
import io.assay.harness.api.Cells;
import io.assay.harness.api.Complexity;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Heap;
import io.assay.harness.api.Sizes;
import io.assay.workload.Seeds;
import java.util.Random;
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
 * Queues of one thread that hold n elements: a turn of churn is an operation, filling and emptying is one for all n, and
 * {@code items} counts them. Every element that comes out is looked at.
 */
@State(Scope.Thread)
@Cells(ContainerCells.class)
@Sizes(from = 16, to = 1_048_576)
@Heap(mebibytes = 1024)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueBenchmark {
    /** Weighs queues before the first operation. */
    @State(Scope.Thread)
    public static class Held {
        long perEntry;

        /** Fills as many queues as it takes to see them in the heap. */
        @Setup
        public void weigh(QueueBenchmark benchmark) {
            perEntry = HeldBytes.perElement(benchmark.n, benchmark::filled, () -> benchmark.queue = null);
            benchmark.queue = benchmark.filled();
        }
    }

    /** The library. */
    @Param
    public ContainerImplementation implementation;

    /** Which queue. */
    public enum Kind {
        /** First in, first out. */
        FIFO,
        /** The least first. */
        PRIORITY
    }

    /** Which queue. */
    @Param
    public Kind workload;

    /** How many elements it holds. */
    @Param({"16", "4096", "1048576"})
    public int n;

    private ContainerFactory factory;
    private ObjectQueue<Integer> queue;
    private Integer[] elements;
    private int next;
    private int last = Integer.MIN_VALUE;

    /** Fills a queue. */
    @Setup
    public void build() {
        factory = implementation.factory();
        Random random = Seeds.random("queued elements");
        elements = new Integer[n];
        for (int i = 0; i < n; i++) elements[i] = random.nextInt(1 << 30);
        queue = filled();
    }

    private ObjectQueue<Integer> filled() {
        ObjectQueue<Integer> filled =
                workload == Kind.FIFO ? factory.fifoQueue(0) : factory.priorityQueue(0, Integer::compare);
        for (Integer element : elements) filled.offer(element);
        return filled;
    }

    /** Takes an element and puts another in: in a queue by priority one that is some way from the head. */
    @Benchmark
    @Complexity(max = "O(log n)")
    @Headline({"workload=PRIORITY", "n=4096"})
    public void removeChurn() {
        Integer head = queue.poll();
        boolean due = workload == Kind.FIFO ? elements[next].equals(head) : head != null && head >= last;
        if (!due) {
            throw new IllegalStateException(head + " came out before its turn");
        }
        if (workload == Kind.FIFO) {
            queue.offer(head);
        } else {
            last = head;
            int later = head + 1 + (elements[next] >>> 8);
            // Priorities only grow; before they overflow all begins anew.
            if (later < head) {
                queue = filled();
                last = Integer.MIN_VALUE;
            } else {
                queue.offer(later);
            }
        }
        next = next + 1 == n ? 0 : next + 1;
    }

    /** Fills an empty queue, which grows, and empties it. */
    @Benchmark
    @Complexity(max = "O(n log n)")
    public void fillAndDrain(WeighedElements weight, Held held) {
        ObjectQueue<Integer> filled = filled();
        int before = Integer.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            Integer head = filled.poll();
            if (head == null || (workload == Kind.FIFO ? !head.equals(elements[i]) : head < before)) {
                throw new IllegalStateException(head + " came out before its turn");
            }
            before = head;
        }
        if (filled.poll() != null) {
            throw new IllegalStateException("more came out than went in");
        }
        weight.count(n, held.perEntry);
    }
}
