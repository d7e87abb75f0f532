package io.assay.queue;

import io.assay.harness.api.Headline;
import io.assay.queue.peers.Message;
import io.assay.queue.peers.QueueAdapter;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Offers and polls on one thread: what the calls cost where no cache line has to come from another core. It hands nothing
 * over; it is the floor of what does, and shows what our contract costs over the bare queue.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandoffCallBenchmark {
    private static final int CAPACITY = 1_024;

    /** Tells how many messages a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Messages. */
        public long items;
    }

    /** How many are inside at once. */
    @Param
    public Batch workload;

    /** The queue. */
    @Param
    public QueueImplementation implementation;

    private final Message[] messages = new Message[CAPACITY];
    private final Consumer<Message> check = this::check;
    private QueueAdapter queue;
    private int offered;
    private int taken;

    /** Makes the messages. */
    @Setup(Level.Trial)
    public void open() {
        open(implementation.create(CAPACITY));
    }

    /** Takes a queue. */
    void open(QueueAdapter adapter) {
        queue = adapter;
        for (int i = 0; i < messages.length; i++) messages[i] = new Message(0, i);
    }

    /**
     * Offers a batch and takes it.
     *
     * @throws IllegalStateException if a message is refused, lost, doubled or out of order
     */
    @Benchmark
    @Headline({"workload=ONE", "implementation=ASSAY,ASSAY_VARHANDLE_ARRAY,DISRUPTOR,JDK_BLOCKING,BOUND_JCTOOLS_ARRAY"})
    @Headline({"workload=BATCH_256", "implementation=ASSAY,DISRUPTOR,BOUND_JCTOOLS_ARRAY"})
    public void offerAndTake(Counters counters) {
        int batch = workload.messages();
        for (int i = 0; i < batch; i++) {
            if (!queue.offer(messages[offered++ & (CAPACITY - 1)])) {
                throw new IllegalStateException("message " + i + " of " + batch + " was refused");
            }
        }
        if (batch == 1) {
            check(queue.poll());
        } else {
            int drained = queue.drain(check, batch);
            if (drained != batch) {
                throw new IllegalStateException(drained + " came out of " + batch);
            }
        }
        counters.items += batch;
    }

    private void check(Message message) {
        int due = taken++ & (CAPACITY - 1);
        if (message == null || message.number != due) {
            throw new IllegalStateException(
                    (message == null ? "nothing" : "message " + message.number) + " came where " + due + " was due");
        }
    }
}
