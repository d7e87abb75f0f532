package io.assay.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a queue says of itself, and where its bounds are. */
class HandoffWordsTest {
    @ParameterizedTest
    @EnumSource
    void eachKindSaysWhomItMakesWait(QueueKind kind) {
        assertNotNull(kind.producers());
        assertNotNull(kind.consumer());
        assertFalse(kind.memory().isBlank());
    }

    @ParameterizedTest
    @EnumSource
    void aQueueThatIsWaitedForIsTheQueue(QueueKind kind) {
        WaitingHandoff<String> queue = new WaitingHandoff<>(kind.create(4), WaitStrategy.SPIN);
        assertTrue(queue.isEmpty());
        assertNull(queue.poll());
        queue.offer("a");
        queue.offer("b");
        assertFalse(queue.isEmpty());
        assertEquals(2, queue.size());
        assertEquals("a", queue.poll());
        List<String> rest = new ArrayList<>();
        assertEquals(1, queue.drain(rest::add, 9));
        assertEquals(List.of("b"), rest);
        assertEquals(kind.capacityFor(4), queue.capacity());
    }

    @Test
    void onlyWhoParksNeedsAFence() {
        for (WaitStrategy strategy : WaitStrategy.values()) {
            boolean parks = strategy == WaitStrategy.PARK || strategy == WaitStrategy.BACKOFF;
            assertEquals(parks, strategy.newWaiter().fencesSignal(), strategy::name);
        }
    }

    @Test
    void aParkingConsumerLooksAsOftenAsItIsToldAndIsNotedMeanwhile() throws InterruptedException {
        ParkWaiter waiter = new ParkWaiter(3, 2);
        int[] looks = new int[1];
        boolean[] noted = new boolean[9];
        assertTrue(waiter.await(
                () -> {
                    noted[looks[0]] = waiter.noted();
                    return ++looks[0] == 7;
                },
                Long.MAX_VALUE));
        // The first, three spins, two yields, and the one behind the note.
        for (int look = 0; look < 7; look++) assertEquals(look == 6, noted[look], "look " + look);
        assertFalse(waiter.noted());
        assertTrue(waiter.readyAfterNote(Thread.currentThread(), () -> true));
        assertTrue(waiter.noted());
        waiter.signal();
        assertFalse(waiter.noted(), "the note is taken");
        assertFalse(waiter.readyAfterNote(Thread.currentThread(), () -> false));
    }

    @Test
    void theLargestQueueAndRingAreNamedInTheirRefusal() {
        assertEquals(1 << 30, QueueKind.JCTOOLS_ARRAY.capacityFor(1 << 30));
        assertEquals(1 << 30, QueueKind.JDK_ARRAY_BLOCKING.capacityFor(1 << 30));
        assertThrows(IllegalArgumentException.class, () -> QueueKind.JCTOOLS_ARRAY.capacityFor((1 << 30) + 1));
        assertThrows(IllegalArgumentException.class, () -> new ByteRing(63));
        assertEquals(64, new ByteRing(64).capacity());
        assertEquals(128, new ByteRing(65).capacity());
    }

    @Test
    void theFirstByteOfARingIsNoRefusal() {
        ByteRing ring = new ByteRing(64);
        byte[] bytes = "abcdefgh".getBytes(StandardCharsets.US_ASCII);
        assertEquals(8, ring.maxLength());
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            // Whole records up to the ring's end, so that each place is the first in its turn.
            assertTrue(i % 2 == 0 ? ring.offer(bytes, 0, 8) : ring.offer(new UnsafeBuffer(bytes), 0, 8));
            assertEquals(
                    1,
                    ring.drain((buffer, at, length) -> taken.add(buffer.getStringWithoutLengthAscii(at, length)), 1));
        }
        assertEquals(40, taken.size());
        assertTrue(taken.stream().allMatch("abcdefgh"::equals));
    }

    @Test
    void aDrainOfNothingTakesNothing() {
        ByteRing ring = new ByteRing(64);
        ring.offer(new byte[4], 0, 4);
        assertEquals(0, ring.drain((buffer, at, length) -> {}, 0));
        assertFalse(ring.isEmpty());
    }
}
