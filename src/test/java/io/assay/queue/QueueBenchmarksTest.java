package io.assay.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.api.Reported;
import io.assay.queue.peers.Mailbox;
import io.assay.queue.peers.Message;
import io.assay.queue.peers.QueueAdapter;
import java.util.Map;
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
}
