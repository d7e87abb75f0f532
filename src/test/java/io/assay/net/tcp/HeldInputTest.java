package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.net.ArrayPool;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Input left for later against a plain array, and what it takes from the pool. */
class HeldInputTest {
    private final ArrayPool pool = new ArrayPool(1 << 20);
    private final HeldInput held = new HeldInput(pool);

    private static byte[] numbered(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) bytes[i] = (byte) i;
        return bytes;
    }

    @Test
    void anyOrderOfAppendingAndSkippingKeepsTheBytes() {
        Random random = new Random(4);
        byte[] wanted = {};
        int moved = 0;
        for (int step = 0; step < 20_000; step++) {
            if (random.nextBoolean()) {
                byte[] more = new byte[random.nextInt(300)];
                random.nextBytes(more);
                int start = more.length / 3;
                byte[] before = held.bytes;
                held.append(more, start, more.length - start);
                if (before == held.bytes && held.from == 0 && wanted.length > 0) moved++;
                int length = wanted.length;
                wanted = Arrays.copyOf(wanted, length + more.length - start);
                System.arraycopy(more, start, wanted, length, more.length - start);
            } else {
                int count = random.nextInt(wanted.length + 1);
                held.skip(count);
                wanted = Arrays.copyOfRange(wanted, count, wanted.length);
            }
            assertEquals(wanted.length, held.length());
            assertEquals(wanted.length == 0, held.isEmpty());
            assertArrayEquals(wanted, Arrays.copyOfRange(held.bytes, held.from, held.to), "seed 4, step " + step);
            assertTrue(pool.outstanding() <= 1, "one array at most");
        }
        assertTrue(moved > 100, "moved to the front " + moved + " times");
    }

    @Test
    void nothingHasNoArray() {
        held.append(numbered(10), 0, 10);
        assertEquals(1, pool.outstanding());
        held.skip(9);
        assertEquals(1, pool.outstanding());
        held.skip(1);
        assertEquals(0, pool.outstanding());
        assertEquals(0, held.bytes.length);
    }

    @Test
    void theSameArrayServesWhereItIsHalfFreeAndALargerOneElse() {
        held.append(numbered(256), 0, 200);
        byte[] first = held.bytes;
        assertEquals(512, first.length, "twice what is there, by the pool's sizes");
        held.append(numbered(256), 0, 256);
        assertSame(first, held.bytes, "there was room behind");
        held.skip(300);
        held.append(numbered(100), 0, 100);
        assertSame(first, held.bytes, "156 and 100 leave half of it free");
        assertEquals(0, held.from);
        held.append(numbered(256), 0, 256);
        held.skip(1);
        held.append(numbered(1), 0, 1);
        assertNotSame(first, held.bytes, "512 bytes would be moved for each byte that comes");
        assertEquals(1_024, held.bytes.length);
        assertEquals(1, pool.outstanding());
    }

    @Test
    void anArrayIsFilledToItsEnd() {
        held.append(numbered(256), 0, 256);
        byte[] first = held.bytes;
        held.append(numbered(256), 0, 256);
        assertSame(first, held.bytes);
        assertEquals(first.length, held.length());
    }
}
