package io.assay.queue;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import io.assay.harness.api.OwnThreads;
import io.assay.harness.api.Reported;
import io.assay.queue.peers.Mailbox;
import io.assay.queue.peers.Message;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
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
import org.openjdk.jmh.annotations.TearDown;

/**
 * How long messages take that arrive at a fixed rate: each from the time at which it was to be sent, whenever it was, so
 * that a stall counts for all whom it kept waiting. The latencies are metrics of their own ({@code lat.p50} to
 * {@code lat.max}); the score only says whether the rate was held.
 *
 * <p>An operation is {@value #MILLIS} ms of arrivals. One schedule goes through all operations of an iteration: the first
 * message of the next one is due 0.3 ms after the last of this one was, in which the sender is woken, whether that was
 * received in time or not. So an operation that ends late counts for the messages of the next one too.
 */
@State(Scope.Thread)
@OwnThreads
@Cells(QueueCells.Latency.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandoffLatencyBenchmark {
    static final int MILLIS = 20;

    private static final int CAPACITY = 1 << 15;
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

    /** From an operation's release of the sender to its first message: longer than a thread takes to wake. */
    private static final long LEAD = TimeUnit.MICROSECONDS.toNanos(300);

    /** Whoever is a whole second behind sends at another rate. */
    private static final long LONGEST_LAG = TimeUnit.SECONDS.toNanos(1);

    /** Tells how many messages a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Messages. */
        public long items;
    }

    /** Rate, and the consumer's way of waiting. */
    @Param
    public Arrivals workload;

    /** The queue. */
    @Param
    public QueueImplementation implementation;

    private final Histogram latencies = new Histogram(LONGEST, 3);
    private Mailbox queue;
    private Message[] messages;
    private Worker sender;
    private long start;
    private boolean scheduled;
    private int period;

    /** Starts the sender. */
    @Setup(Level.Trial)
    public void open() {
        open(implementation.mailbox(CAPACITY, workload.strategy()), MILLIS);
    }

    /** Takes a mailbox, and how long an operation is. */
    void open(Mailbox mailbox, int millis) {
        queue = mailbox;
        period = workload.nanos();
        messages = new Message[workload.messagesIn(millis)];
        for (int i = 0; i < messages.length; i++) messages[i] = new Message(0, i);
        sender = new Worker("sender", this::send);
        Reported.ownThreads(1);
    }

    /** Each iteration has latencies and a schedule of its own. */
    @Setup(Level.Iteration)
    public void forget() {
        latencies.reset();
        scheduled = false;
    }

    private void send() {
        long intended = start;
        for (Message message : messages) {
            long late = System.nanoTime() - intended;
            while (late < 0) {
                Thread.onSpinWait();
                late = System.nanoTime() - intended;
            }
            message.intended = intended;
            if (late > LONGEST_LAG) {
                throw new IllegalStateException(
                        "the rate is not held: message " + message.number + " is " + late + " ns late");
            }
            if (!queue.offer(message)) {
                throw new IllegalStateException("the queue is full: the consumer does not keep up with " + workload);
            }
            intended += period;
        }
    }

    /**
     * Arrivals for {@value #MILLIS} ms.
     *
     * @throws IllegalStateException if a message is lost, doubled or out of order, or the rate cannot be held
     */
    @Benchmark
    @Headline({"workload=SPIN_100K", "implementation=ASSAY,DISRUPTOR"})
    public void arrive(Counters counters) throws InterruptedException {
        if (!scheduled) {
            start = System.nanoTime() + LEAD;
            scheduled = true;
        }
        sender.start();
        for (int i = 0; i < messages.length; i++) {
            Message message = sender.take(queue);
            if (message == null || message.number != i) {
                throw new IllegalStateException(
                        (message == null ? "nothing" : "message " + message.number) + " came where " + i + " was due");
            }
            latencies.recordValue(Math.min(LONGEST, System.nanoTime() - message.intended));
        }
        sender.await();
        start += (messages.length - 1L) * period + LEAD;
        counters.items += messages.length;
        Reported.latencies(
                latencies.getValueAtPercentile(50),
                latencies.getValueAtPercentile(90),
                latencies.getValueAtPercentile(99),
                latencies.getValueAtPercentile(99.9),
                latencies.getMaxValue());
    }

    /** Ends the sender. */
    @TearDown(Level.Trial)
    public void close() throws InterruptedException {
        sender.askToEnd();
        sender.join();
    }
}
