package io.assay.queue;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import io.assay.harness.api.OwnThreads;
import io.assay.harness.api.Reported;
import io.assay.queue.peers.Mailbox;
import io.assay.queue.peers.Message;
import java.util.concurrent.TimeUnit;
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
 * A message to another thread and back, through two queues of a kind; both threads wait in the same way. It takes two
 * offers, two takes and two hand-overs between cores.
 */
@State(Scope.Thread)
@OwnThreads
@Cells(QueueCells.RoundTrip.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandoffRoundTripBenchmark {
    private static final int CAPACITY = 64;

    /** How a thread waits for the other. */
    @Param
    public WaitStrategy workload;

    /** The queue. */
    @Param
    public QueueImplementation implementation;

    private final Message[] messages = {new Message(), new Message()};
    private Mailbox there;
    private Mailbox back;
    private Worker echo;
    private long sent;

    /** Starts the other thread. */
    @Setup(Level.Trial)
    public void open() {
        open(implementation.mailbox(CAPACITY, workload), implementation.mailbox(CAPACITY, workload));
    }

    /** Takes two mailboxes. */
    void open(Mailbox to, Mailbox from) {
        there = to;
        back = from;
        echo = new Worker("echo", this::echo);
        echo.start();
        Reported.ownThreads(1);
    }

    private void echo() {
        try {
            while (!echo.closing()) {
                Message message = there.take(Long.MAX_VALUE);
                if (message != null && !back.offer(message)) {
                    throw new IllegalStateException("the way back is full with one message");
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the echo", e);
        }
    }

    /**
     * There and back.
     *
     * @throws IllegalStateException if the message is refused, does not come back or another one does
     */
    @Benchmark
    @Headline({"workload=SPIN", "implementation=ASSAY,DISRUPTOR,BOUND_JCTOOLS_ARRAY"})
    @Headline({"workload=PARK", "implementation=ASSAY,JDK_BLOCKING"})
    public void roundTrip() throws InterruptedException {
        long number = ++sent;
        Message message = messages[(int) number & 1];
        message.number = number;
        if (!there.offer(message)) {
            throw new IllegalStateException("message " + number + " was refused by an empty queue");
        }
        Message answer = echo.take(back);
        if (answer == null || answer.number != number) {
            throw new IllegalStateException("message " + number + " did not come back in 20 s, but "
                    + (answer == null ? "nothing" : "message " + answer.number));
        }
    }

    /** Ends the other thread. */
    @TearDown(Level.Trial)
    public void close() throws InterruptedException {
        echo.askToEnd();
        there.wakeUp();
        echo.join();
    }
}
