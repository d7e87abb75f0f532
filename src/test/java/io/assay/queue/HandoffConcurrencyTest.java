package io.assay.queue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Several producers at once: nothing is lost, nothing comes twice, everyone's items come in their order. */
@Timeout(120)
class HandoffConcurrencyTest {
    private static final int PRODUCERS = 3;
    private static final int EACH = 3_000;

    private record Item(int producer, int number) {}

    /** Each kind with one strategy, and each strategy with one kind. */
    static Stream<Arguments> kindsAndStrategies() {
        return Stream.concat(
                Stream.of(QueueKind.values()).map(kind -> Arguments.of(kind, WaitStrategy.PARK)),
                Stream.of(WaitStrategy.values()).map(strategy -> Arguments.of(QueueKind.VARHANDLE_CHUNKED, strategy)));
    }

    @ParameterizedTest
    @MethodSource("kindsAndStrategies")
    void eachProducersItemsComeOnceAndInOrder(QueueKind kind, WaitStrategy strategy) throws Exception {
        // Small, so that it is full, empty and at the end of a chunk again and again.
        WaitingHandoff<Item> queue = new WaitingHandoff<>(kind.create(64), strategy);
        AtomicLong refused = new AtomicLong();
        List<FutureTask<Void>> producers = new ArrayList<>();
        for (int p = 0; p < PRODUCERS; p++) {
            int producer = p;
            producers.add(start(() -> produce(queue, producer, refused)));
        }
        int[] next = new int[PRODUCERS];
        int taken = 0;
        while (taken < PRODUCERS * EACH) {
            if (taken % 3 == 0) {
                check(next, queue.take());
                taken++;
            } else {
                assertTrue(queue.await(TimeUnit.MINUTES.toNanos(1)), "starved");
                taken += queue.drain(item -> check(next, item), 16);
            }
            int size = queue.size();
            assertTrue(size >= 0 && size <= queue.capacity(), "size " + size);
        }
        for (FutureTask<Void> producer : producers) producer.get();
        assertTrue(queue.isEmpty());
        int[] all = new int[PRODUCERS];
        Arrays.fill(all, EACH);
        assertArrayEquals(all, next);
        assertTrue(kind.bounded() || refused.get() == 0, () -> "refused " + refused);
    }

    /** What was accepted and what was taken: at every moment the difference is inside, and no more than fit. */
    @ParameterizedTest
    @EnumSource
    void whatWasRefusedIsNotInside(QueueKind kind) throws Exception {
        if (!kind.bounded()) {
            return;
        }
        for (int round = 0; round < 10; round++) {
            Handoff<Item> queue = kind.create(8);
            List<FutureTask<Integer>> producers = new ArrayList<>();
            for (int p = 0; p < PRODUCERS; p++) {
                int producer = p;
                producers.add(start(() -> {
                    int accepted = 0;
                    for (int i = 0; i < 8; i++) accepted += queue.offer(new Item(producer, i)) ? 1 : 0;
                    return accepted;
                }));
            }
            int accepted = 0;
            for (FutureTask<Integer> producer : producers) accepted += producer.get();
            assertEquals(queue.capacity(), accepted);
            assertEquals(accepted, queue.size());
            assertEquals(accepted, queue.drain(item -> {}, 100));
        }
    }

    private static Void produce(Handoff<Item> queue, int producer, AtomicLong refused) {
        for (int i = 0; i < EACH; i++) {
            Item item = new Item(producer, i);
            while (!queue.offer(item)) {
                refused.incrementAndGet();
                Waiter.yieldCore();
            }
        }
        return null;
    }

    private static void check(int[] next, Item item) {
        assertEquals(next[item.producer()]++, item.number());
    }

    private static <T> FutureTask<T> start(java.util.concurrent.Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(future, "producer");
        thread.setDaemon(true);
        thread.start();
        return future;
    }
}
