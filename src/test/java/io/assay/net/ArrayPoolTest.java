package io.assay.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Arrays that come back, and arrays that grow. */
class ArrayPoolTest {
    private final ArrayPool pool = new ArrayPool(1 << 20);

    @Test
    void whatIsGivenBackIsTakenAgain() {
        byte[] array = pool.take(300);
        assertEquals(512, array.length);
        assertEquals(1, pool.outstanding());
        pool.give(array);
        assertEquals(0, pool.outstanding());
        assertEquals(512, pool.held());
        assertTrue(pool.take(512) == array);
        assertEquals(0, pool.held());
    }

    @Test
    void growingByALittleIsLinearAboveTheLargestThatIsKeptToo() {
        byte[] array = pool.take(ArrayPool.SMALLEST);
        long copied = 0;
        int size = ArrayPool.SMALLEST;
        while (size < 8 * ArrayPool.LARGEST) {
            byte[] larger = pool.grow(array, size, size + 1_000);
            if (larger != array) copied += size;
            array = larger;
            size += 1_000;
            array[size - 1] = 1;
        }
        assertTrue(copied < 4L * size, "copied " + copied + " bytes for " + size);
        assertEquals(1, pool.outstanding());
    }
}
