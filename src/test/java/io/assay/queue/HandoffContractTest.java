package io.assay.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of queue does, on one thread. */
class HandoffContractTest {
    private static final int MORE_THAN_A_CHUNK = 5_000;

    @ParameterizedTest
    @EnumSource
    void itemsComeOutInTheirOrderAndOnce(QueueKind kind) {
        for (int expected : new int[] {1, 2, 3, 1_000, MORE_THAN_A_CHUNK}) {
            Handoff<Integer> queue = kind.create(expected);
            int count = Math.min(MORE_THAN_A_CHUNK, queue.capacity());
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < count; i++) {
                    assertTrue(queue.offer(i), "item " + i + " of a capacity of " + queue.capacity());
                    // Linked kinds count node by node.
                    if (i % 97 == 0 || i == count - 1) {
                        assertEquals(i + 1, queue.size());
                    }
                    assertFalse(queue.isEmpty());
                }
                for (int i = 0; i < count; i++) assertEquals(i, queue.poll());
                assertNull(queue.poll());
                assertTrue(queue.isEmpty());
                assertEquals(0, queue.size());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFullQueueRefusesAndAnUnboundedOneNever(QueueKind kind) {
        for (int items : new int[] {1, 2, 3, 4, 5, 100, 1_024, 1_025}) {
            Handoff<Integer> queue = kind.create(items);
            assertEquals(kind.capacityFor(items), queue.capacity());
            if (!kind.bounded()) {
                assertEquals(Handoff.UNBOUNDED, queue.capacity());
                for (int i = 0; i < MORE_THAN_A_CHUNK; i++) assertTrue(queue.offer(i));
                continue;
            }
            assertTrue(queue.capacity() >= items && queue.capacity() <= Math.max(4, 2 * items - 1), "" + items);
            for (int i = 0; i < queue.capacity(); i++) assertTrue(queue.offer(i), i + " of " + queue.capacity());
            assertFalse(queue.offer(-1));
            assertFalse(queue.offer(-1));
            assertEquals(queue.capacity(), queue.size());
            assertEquals(0, queue.poll());
            assertTrue(queue.offer(-2), "there is room again");
            assertFalse(queue.offer(-3));
            List<Integer> rest = new ArrayList<>();
            queue.drain(rest::add, Integer.MAX_VALUE);
            List<Integer> right =
                    new ArrayList<>(IntStream.range(1, queue.capacity()).boxed().toList());
            right.add(-2);
            assertEquals(right, rest);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nullIsNoItem(QueueKind kind) {
        Handoff<Object> queue = kind.create(4);
        assertThrows(NullPointerException.class, () -> queue.offer(null));
        assertTrue(queue.isEmpty());
        assertTrue(queue.offer("next"));
        assertEquals("next", queue.poll());
    }

    @ParameterizedTest
    @EnumSource
    void aDrainTakesUpToItsLimit(QueueKind kind) {
        Handoff<Integer> queue = filled(kind, 10);
        List<Integer> drained = new ArrayList<>();
        assertEquals(0, queue.drain(drained::add, 0));
        assertEquals(List.of(), drained);
        assertEquals(3, queue.drain(drained::add, 3));
        assertEquals(List.of(0, 1, 2), drained);
        assertEquals(7, queue.size());
        assertEquals(7, queue.drain(drained::add, Integer.MAX_VALUE));
        assertEquals(IntStream.range(0, 10).boxed().toList(), drained);
        assertEquals(0, queue.drain(drained::add, 5));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> queue.drain(drained::add, -1));
        assertEquals("a drain's limit must be at least 0, not -1", refused.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void aDrainsCallbackMayPollAndDrainAndOffer(QueueKind kind) {
        Handoff<Integer> queue = filled(kind, 12);
        List<Integer> order = new ArrayList<>();
        int outer = queue.drain(
                item -> {
                    order.add(item);
                    if (item == 0) {
                        order.add(queue.poll());
                        // As many as there is room for: a drain that kept its place would now lose or double some.
                        for (int i = 12; queue.size() < Math.min(16, queue.capacity()); i++) queue.offer(i);
                    }
                    if (item == 2) {
                        assertEquals(4, queue.drain(order::add, 4));
                        queue.offer(99);
                    }
                },
                8);
        assertEquals(8, outer);
        assertEquals(IntStream.range(0, 13).boxed().toList(), order);
        List<Integer> rest = new ArrayList<>();
        queue.drain(rest::add, 100);
        assertEquals(99, rest.remove(rest.size() - 1));
        assertEquals(IntStream.range(13, 13 + rest.size()).boxed().toList(), rest);
    }

    @ParameterizedTest
    @EnumSource
    void anExceptionEndsADrainAndLosesOneItem(QueueKind kind) {
        Handoff<Integer> queue = filled(kind, 5);
        List<Integer> seen = new ArrayList<>();
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> queue.drain(
                        item -> {
                            if (item == 2) {
                                throw new IllegalStateException("the third");
                            }
                            seen.add(item);
                        },
                        10));
        assertEquals("the third", thrown.getMessage());
        queue.drain(seen::add, 10);
        assertEquals(List.of(0, 1, 3, 4), seen);
    }

    @ParameterizedTest
    @EnumSource
    void aCapacityThatIsNoneIsRefused(QueueKind kind) {
        for (int items : new int[] {0, -1, Integer.MIN_VALUE, (1 << 30) + 1, Integer.MAX_VALUE}) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> kind.create(items));
            assertEquals("a queue's capacity must be 1 to 1073741824, not " + items, refused.getMessage());
            assertThrows(IllegalArgumentException.class, () -> kind.capacityFor(items));
        }
    }

    private static Handoff<Integer> filled(QueueKind kind, int count) {
        Handoff<Integer> queue = kind.create(16);
        for (int i = 0; i < count; i++) assertTrue(queue.offer(i));
        return queue;
    }
}
