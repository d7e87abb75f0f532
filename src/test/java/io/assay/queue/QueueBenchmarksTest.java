package io.assay.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.api.Reported;
import io.assay.queue.peers.Mailbox;
import io.assay.queue.peers.Message;
import io.assay.queue.peers.QueueAdapter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks' own methods, called as JMH calls them, over their own parameters. */
@Timeout(120)
class QueueBenchmarksTest {
    @AfterEach
    void forget() {
        Reported.clear();
    }

    @ParameterizedTest
    @EnumSource
    void allIsHandedOver(QueueImplementation implementation) throws Exception {
        for (Burst workload : Burst.values()) {
            for (int n : workload == Burst.STREAM ? new int[] {1, 2, 3, 16} : new int[] {1, 8}) {
                HandoffThroughputBenchmark benchmark = throughput(workload, n);
                HandoffThroughputBenchmark.Counters counters = new HandoffThroughputBenchmark.Counters();
                benchmark.open(implementation.create(16), 64);
                benchmark.handOver(counters);
                benchmark.handOver(counters);
                benchmark.close();
                // Each producer has as many, so that a few are missing where they cannot be shared out evenly.
                assertEquals(2 * (64 / n * n), counters.items);
                assertEquals(counters.items, counters.accepted);
                assertTrue(implementation.bounded() || counters.refused == 0, "refused " + counters.refused);
                assertEquals(n, Reported.figures().get(Reported.OWN_THREADS));
            }
        }
    }

    @Test
    void whatIsRefusedIsCounted() throws Exception {
        HandoffThroughputBenchmark benchmark = throughput(Burst.STREAM, 1);
        HandoffThroughputBenchmark.Counters counters = new HandoffThroughputBenchmark.Counters();
        QueueAdapter queue = QueueImplementation.ASSAY.create(64);
        int[] offers = new int[1];
        benchmark.open(
                new Altered(queue) {
                    @Override
                    public boolean offer(Message message) {
                        return offers[0]++ % 2 == 1 && super.offer(message);
                    }
                },
                64);
        benchmark.handOver(counters);
        benchmark.close();
        assertEquals(64, counters.accepted);
        assertEquals(64, counters.refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost", "doubled", "overtaken"})
    void aMessageThatGoesAstrayFailsTheBenchmark(String fate) throws Exception {
        HandoffThroughputBenchmark benchmark = throughput(Burst.STREAM, 1);
        QueueAdapter queue = QueueImplementation.ASSAY_UNBOUNDED.create(64);
        benchmark.open(
                new Altered(queue) {
                    @Override
                    public boolean offer(Message message) {
                        if (message.number == 5) {
                            return switch (fate) {
                                case "lost" -> true;
                                case "doubled" -> super.offer(message) && super.offer(message);
                                default -> super.offer(new Message(0, 6)) && super.offer(message);
                            };
                        }
                        return super.offer(message);
                    }
                },
                64);
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class, () -> benchmark.handOver(new HandoffThroughputBenchmark.Counters()));
        assertTrue(thrown.getMessage().contains(" was due"), thrown.getMessage());
        benchmark.close();
    }

    @Test
    void whatNeverComesEndsTheWait() throws Exception {
        Producers producers = new Producers(
                new Altered(QueueImplementation.ASSAY.create(64)) {
                    @Override
                    public boolean offer(Message message) {
                        return message.number == 63 || super.offer(message);
                    }
                },
                1,
                Burst.BURST_16,
                64,
                1_000_000);
        IllegalStateException thrown = assertThrows(IllegalStateException.class, producers::round);
        assertEquals("starved: ", thrown.getMessage().substring(0, 9));
        producers.close();
    }

    @ParameterizedTest
    @EnumSource
    void allIsOfferedAndTakenOnOneThread(QueueImplementation implementation) {
        for (Batch workload : Batch.values()) {
            HandoffCallBenchmark benchmark = new HandoffCallBenchmark();
            benchmark.workload = workload;
            benchmark.implementation = implementation;
            HandoffCallBenchmark.Counters counters = new HandoffCallBenchmark.Counters();
            benchmark.open();
            for (int i = 0; i < 20; i++) benchmark.offerAndTake(counters);
            assertEquals(20L * workload.messages(), counters.items);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLostOnOneThreadFailsTheBenchmark(Batch workload) {
        HandoffCallBenchmark benchmark = new HandoffCallBenchmark();
        benchmark.workload = workload;
        benchmark.open(new Altered(QueueImplementation.ASSAY.create(1_024)) {
            @Override
            public boolean offer(Message message) {
                return message.number == 600 || super.offer(message);
            }
        });
        assertThrows(IllegalStateException.class, () -> {
            for (int i = 0; i < 601; i++) benchmark.offerAndTake(new HandoffCallBenchmark.Counters());
        });
    }

    @ParameterizedTest
    @EnumSource
    void messagesComeBack(QueueImplementation implementation) throws Exception {
        QueueCells cells = new QueueCells.RoundTrip();
        for (WaitStrategy workload : WaitStrategy.values()) {
            if (cells.reasonNotToRun(params(implementation, workload)) == null) {
                HandoffRoundTripBenchmark benchmark = new HandoffRoundTripBenchmark();
                benchmark.implementation = implementation;
                benchmark.workload = workload;
                benchmark.open();
                for (int i = 0; i < 10; i++) benchmark.roundTrip();
                benchmark.close();
            }
        }
    }

    @Test
    void anotherAnswerFailsTheRoundTrip() throws Exception {
        HandoffRoundTripBenchmark benchmark = new HandoffRoundTripBenchmark();
        Mailbox back = mailbox(QueueImplementation.ASSAY_UNBOUNDED);
        benchmark.open(mailbox(QueueImplementation.ASSAY), back);
        back.offer(new Message(0, 7));
        assertThrows(IllegalStateException.class, benchmark::roundTrip);
        benchmark.close();
    }

    @Test
    void aFullQueueFailsTheRoundTrip() throws Exception {
        HandoffRoundTripBenchmark benchmark = new HandoffRoundTripBenchmark();
        Mailbox full = new AlteredMailbox(mailbox(QueueImplementation.ASSAY)) {
            @Override
            public boolean offer(Message message) {
                return false;
            }
        };
        benchmark.open(mailbox(QueueImplementation.ASSAY), full);
        assertThrows(IllegalStateException.class, benchmark::roundTrip);
        IllegalStateException thrown = assertThrows(IllegalStateException.class, benchmark::close);
        assertTrue(thrown.getMessage().contains("the way back is full"), thrown.getMessage());
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
        Mailbox queue = mailbox(QueueImplementation.ASSAY_UNBOUNDED);
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
                new AlteredMailbox(mailbox(QueueImplementation.ASSAY_UNBOUNDED)) {
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
                new AlteredMailbox(mailbox(QueueImplementation.ASSAY_UNBOUNDED)) {
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

    @Test
    void everyImplementationIsRunSomewhereAndTheChiefOnesWhereTheyCan() {
        Map<QueueCells, Enum<?>[]> rules = Map.of(
                new QueueCells.RoundTrip(), WaitStrategy.values(),
                new QueueCells.Throughput(), Burst.values(),
                new QueueCells.Latency(), Arrivals.values());
        rules.forEach((rule, workloads) -> {
            for (QueueImplementation implementation : QueueImplementation.values()) {
                long run = Stream.of(workloads)
                        .filter(workload -> rule.reasonNotToRun(params(implementation, workload)) == null)
                        .count();
                assertTrue(run >= 1, () -> rule + " leaves out " + implementation);
            }
            for (Enum<?> workload : workloads) {
                assertNull(rule.reasonNotToRun(params(QueueImplementation.ASSAY, workload)));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void eachConstantOfTheContractIsMeasured(QueueKind kind) {
        assertEquals(
                1,
                Stream.of(QueueImplementation.values())
                        .filter(i -> i.label().startsWith(kind.name() + " "))
                        .count());
    }

    private static HandoffThroughputBenchmark throughput(Burst workload, int n) {
        HandoffThroughputBenchmark benchmark = new HandoffThroughputBenchmark();
        benchmark.workload = workload;
        benchmark.n = n;
        return benchmark;
    }

    private static Mailbox mailbox(QueueImplementation implementation) {
        return implementation.mailbox(64, WaitStrategy.PARK);
    }

    private static Map<String, String> params(QueueImplementation implementation, Enum<?> workload) {
        return Map.of("implementation", implementation.name(), "workload", workload.name());
    }

    private static class Altered implements QueueAdapter {
        private final QueueAdapter queue;

        Altered(QueueAdapter queue) {
            this.queue = queue;
        }

        @Override
        public boolean offer(Message message) {
            return queue.offer(message);
        }

        @Override
        public Message poll() {
            return queue.poll();
        }

        @Override
        public int drain(Consumer<Message> consumer, int limit) {
            return queue.drain(consumer, limit);
        }

        @Override
        public boolean isEmpty() {
            return queue.isEmpty();
        }
    }

    private static class AlteredMailbox implements Mailbox {
        private final Mailbox queue;

        AlteredMailbox(Mailbox queue) {
            this.queue = queue;
        }

        @Override
        public boolean offer(Message message) {
            return queue.offer(message);
        }

        @Override
        public Message take(long nanos) throws InterruptedException {
            return queue.take(nanos);
        }

        @Override
        public void wakeUp() {
            queue.wakeUp();
        }
    }
}
