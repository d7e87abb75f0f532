package io.assay.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class ByteRingTest {
    private final List<String> taken = new ArrayList<>();
    private final ByteRing.ByteConsumer taking =
            (buffer, index, length) -> taken.add(buffer.getStringWithoutLengthAscii(index, length));

    @Test
    void itDoesWhatAQueueOfCopiesDoes() {
        long seed = 20_261;
        Random random = new Random(seed);
        ByteRing ring = new ByteRing(1_024);
        Queue<String> model = new ArrayDeque<>();
        int refused = 0;
        for (int step = 0; step < 20_000; step++) {
            if (random.nextInt(5) < 3) {
                String message = "x".repeat(random.nextInt(ring.maxLength() + 1));
                if (offer(ring, random.nextBoolean(), message)) {
                    model.add(message);
                } else {
                    refused++;
                    assertTrue(
                            ring.size() + 2 * (message.length() + 16) > ring.capacity(),
                            "refused " + message.length() + " bytes at " + ring.size());
                }
            } else {
                int limit = random.nextInt(4);
                taken.clear();
                assertEquals(Math.min(limit, model.size()), ring.drain(taking, limit), "step " + step);
                for (String message : taken) assertEquals(model.remove(), message);
            }
            assertTrue(model.isEmpty() || !ring.isEmpty());
        }
        assertTrue(refused > 100, "the ring was full often: " + refused);
    }

    @Test
    void aMessageIsACopy() {
        ByteRing ring = new ByteRing(256);
        byte[] bytes = "-abc-".getBytes(StandardCharsets.US_ASCII);
        assertTrue(ring.offer(bytes, 1, 3));
        assertTrue(ring.offer(bytes, 0, 0));
        bytes[2] = 'X';
        assertEquals(2, ring.drain(taking, 10));
        assertEquals(List.of("abc", ""), taken);
    }

    @Test
    void aFullRingRefusesUntilItIsDrained() {
        ByteRing ring = new ByteRing(100);
        assertEquals(128, ring.capacity());
        assertEquals(16, ring.maxLength());
        for (int i = 0; i < 16; i++) assertTrue(offer(ring, true, ""), "8 bytes each");
        assertFalse(offer(ring, true, ""));
        assertEquals(128, ring.size());
        assertEquals(1, ring.drain(taking, 1));
        assertTrue(offer(ring, true, ""));
        assertFalse(offer(ring, false, ""));
        assertEquals(16, ring.drain(taking, 100));
        assertTrue(ring.isEmpty());
    }

    @Test
    void anExceptionLosesOneMessage() {
        ByteRing ring = new ByteRing(256);
        for (String message : List.of("a", "b", "c")) offer(ring, true, message);
        assertThrows(
                ArithmeticException.class,
                () -> ring.drain(
                        (buffer, index, length) -> {
                            if (buffer.getByte(index) == 'b') {
                                throw new ArithmeticException();
                            }
                        },
                        10));
        ring.drain(taking, 10);
        assertEquals(List.of("c"), taken);
    }

    @Test
    void itsCallbackMayOfferAndNotDrain() {
        ByteRing ring = new ByteRing(256);
        offer(ring, true, "a");
        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> ring.drain((buffer, index, length) -> ring.drain(taking, 1), 1));
        assertEquals("a ring cannot be drained from within its own drain", refused.getMessage());
        offer(ring, true, "b");
        assertEquals(1, ring.drain((buffer, index, length) -> assertTrue(offer(ring, true, "c")), 1));
        ring.drain(taking, 10);
        assertEquals(List.of("c"), taken);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertEquals(
                "a ring's capacity must be 64 to 1073741824 bytes, not 63",
                assertThrows(IllegalArgumentException.class, () -> new ByteRing(63))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new ByteRing((1 << 30) + 1));
        ByteRing ring = new ByteRing(64);
        assertEquals(
                "a message in this ring is 8 bytes at most, not 9",
                assertThrows(IllegalArgumentException.class, () -> ring.offer(new byte[9], 0, 9))
                        .getMessage());
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[4]);
        for (int[] range : new int[][] {{-1, 2}, {0, 5}, {4, 1}, {0, -1}, {Integer.MAX_VALUE, 2}}) {
            assertThrows(IndexOutOfBoundsException.class, () -> ring.offer(new byte[4], range[0], range[1]));
            assertThrows(IndexOutOfBoundsException.class, () -> ring.offer(buffer, range[0], range[1]));
        }
        assertThrows(IllegalArgumentException.class, () -> ring.drain(taking, -1));
        assertTrue(ring.isEmpty(), "nothing of these was claimed");
        assertTrue(offer(ring, true, "next"));
        assertEquals(1, ring.drain(taking, 10));
    }

    private static boolean offer(ByteRing ring, boolean array, String message) {
        byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);
        return array ? ring.offer(bytes, 0, bytes.length) : ring.offer(new UnsafeBuffer(bytes), 0, bytes.length);
    }
}
