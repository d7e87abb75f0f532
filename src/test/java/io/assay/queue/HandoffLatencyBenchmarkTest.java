package io.assay.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.api.Reported;
import io.assay.queue.peers.Mailbox;
import io.assay.queue.peers.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Latencies at a fixed rate: the benchmark's own methods, called as JMH calls them. */
@Timeout(120)
class HandoffLatencyBenchmarkTest {
    @AfterEach
    void forget() {
        Reported.clear();
    }

    @ParameterizedTest
    @EnumSource
    void latenciesAreReported(QueueImplementation implementation) throws Exception {
        QueueCells cells = new QueueCells.Latency();
        for (Arrivals workload : Arrivals.values()) {
            if (cells.reasonNotToRun(params(implementation, workload)) == null) {
                HandoffLatencyBenchmark benchmark = new HandoffLatencyBenchmark();
                benchmark.workload = workload;
                HandoffLatencyBenchmark.Counters counters = new HandoffLatencyBenchmark.Counters();
                benchmark.open(implementation.mailbox(1 << 12, workload.strategy()), 2);
                benchmark.forget();
                benchmark.arrive(counters);
                benchmark.arrive(counters);
                benchmark.close();
                assertEquals(2L * workload.messagesIn(2), counters.items);
                Map<String, Double> figures = Reported.figures();
                double last = 1;
                for (String name : List.of(Reported.P50, Reported.P90, Reported.P99, Reported.P999, Reported.MAX)) {
                    assertTrue(figures.get(name) >= last, figures::toString);
                    last = figures.get(name);
                }
            }
        }
    }

    /** The sender stands still for 5 of 10 ms: whoever was to be sent meanwhile is late, not left out. */
    @Test
    void aStallCountsForAllWhomItKeptWaiting() throws Exception {
        HandoffLatencyBenchmark benchmark = new HandoffLatencyBenchmark();
        benchmark.workload = Arrivals.YIELD_100K;
        Mailbox queue = mailbox();
        long[] intended = new long[1_000];
        benchmark.open(
                new AlteredMailbox(queue) {
                    @Override
                    public boolean offer(Message message) {
                        long start = System.nanoTime();
                        while (message.number == 10 && System.nanoTime() - start < 5_000_000) Thread.onSpinWait();
                        intended[(int) message.number] = message.intended;
                        return super.offer(message);
                    }
                },
                10);
        benchmark.forget();
        benchmark.arrive(new HandoffLatencyBenchmark.Counters());
        benchmark.close();
        for (int i = 1; i < intended.length; i++) assertEquals(10_000, intended[i] - intended[i - 1], "message " + i);
        // 400 of 1,000 were kept waiting for 1 ms at least.
        assertTrue(Reported.figures().get(Reported.P90) >= 1_000_000, () -> "" + Reported.figures());
    }

    /** The last message of each operation stands still for 1 ms, longer than the pause between two operations. */
    @Test
    void theScheduleGoesOnFromOneOperationToTheNext() throws Exception {
        HandoffLatencyBenchmark benchmark = new HandoffLatencyBenchmark();
        benchmark.workload = Arrivals.YIELD_100K;
        long[] first = new long[1];
        long[] last = new long[1];
        benchmark.open(
                new AlteredMailbox(mailbox()) {
                    @Override
                    public boolean offer(Message message) {
                        first[0] = message.number == 0 ? message.intended : first[0];
                        last[0] = message.intended;
                        long start = System.nanoTime();
                        while (message.number == 99 && System.nanoTime() - start < 1_000_000) Thread.onSpinWait();
                        return super.offer(message);
                    }
                },
                1);
        HandoffLatencyBenchmark.Counters counters = new HandoffLatencyBenchmark.Counters();
        benchmark.forget();
        benchmark.arrive(counters);
        for (int i = 0; i < 3; i++) {
            long before = last[0];
            benchmark.arrive(counters);
            assertEquals(300_000, first[0] - before);
        }
        benchmark.forget();
        long next = System.nanoTime();
        benchmark.arrive(counters);
        benchmark.close();
        assertTrue(first[0] - next >= 300_000, "an iteration begins a schedule of its own");
    }

    @Test
    void aQueueThatIsFullFailsTheArrivals() throws Exception {
        HandoffLatencyBenchmark benchmark = new HandoffLatencyBenchmark();
        benchmark.workload = Arrivals.YIELD_100K;
        benchmark.open(
                new AlteredMailbox(mailbox()) {
                    @Override
                    public boolean offer(Message message) {
                        return message.number != 3 && super.offer(message);
                    }
                },
                1);
        assertThrows(IllegalStateException.class, () -> benchmark.arrive(new HandoffLatencyBenchmark.Counters()));
        IllegalStateException thrown = assertThrows(IllegalStateException.class, benchmark::close);
        assertTrue(thrown.getMessage().contains("the queue is full"), thrown.getMessage());
    }

    private static Mailbox mailbox() {
        return QueueImplementation.ASSAY_UNBOUNDED.mailbox(64, WaitStrategy.PARK);
    }

    private static Map<String, String> params(QueueImplementation implementation, Enum<?> workload) {
        return Map.of("implementation", implementation.name(), "workload", workload.name());
    }
}
