package io.assay.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws of the queues, for one library. */
abstract class QueueContract {
    private final Containers containers;

    QueueContract(Containers containers) {
        this.containers = containers;
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyQueueGivesNull(QueueKind kind) {
        ObjectQueue<Integer> queue = kind.open(containers, 0);
        assertTrue(queue.isEmpty());
        assertNull(queue.poll());
        assertNull(queue.peek());
        assertTrue(queue.offer(1));
        assertEquals(1, queue.peek());
        assertEquals(1, queue.size());
        assertEquals(1, queue.poll());
        assertNull(queue.poll());
        queue.offer(2);
        queue.clear();
        assertNull(queue.peek());
        assertEquals(0, queue.size());
    }

    @ParameterizedTest
    @EnumSource
    void refusesNull(QueueKind kind) {
        ObjectQueue<Integer> queue = kind.open(containers, 0);
        assertThrows(NullPointerException.class, () -> queue.offer(null));
        assertTrue(queue.isEmpty());
        assertThrows(NullPointerException.class, () -> containers.priorityQueue(1, null));
    }

    @Test
    void fifoKeepsOrderAcrossTheEndOfItsArray() {
        ObjectQueue<Integer> queue = containers.fifoQueue(4);
        int in = 0;
        int out = 0;
        for (int round = 0; round < 100; round++) {
            for (int i = 0; i < 3 + round % 5; i++) {
                queue.offer(in++);
            }
            for (int i = 0; i < 3 + round % 4; i++) {
                assertEquals(out++, queue.poll());
            }
        }
        assertEquals(in - out, queue.size());
        while (out < in) {
            assertEquals(out++, queue.poll());
        }
        assertTrue(queue.isEmpty());
    }

    @Test
    void priorityQueueGivesTheLeastByItsOrder() {
        ObjectQueue<String> queue = containers.priorityQueue(0, Comparator.comparing(String::length));
        List.of("ccc", "a", "dddd", "bb").forEach(queue::offer);
        assertEquals("a", queue.peek());
        assertEquals("a", queue.poll());
        queue.offer("");
        assertEquals("", queue.poll());
        assertEquals("bb", queue.poll());
        assertEquals("ccc", queue.poll());
        assertEquals("dddd", queue.poll());
    }
}
