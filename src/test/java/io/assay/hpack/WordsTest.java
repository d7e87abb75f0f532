package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ranges by words do what loops over bytes do, at every length at which the way changes, in arrays without room to spare. */
class WordsTest {
    private static final int LONGEST = 300;
    private static final int AT = 3;

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void copiesWhatItShallAndChangesTheSlackAtMost() {
        for (int length = 0; length <= LONGEST; length++) {
            byte[] in = random(length);
            byte[] out = new byte[AT + length + Words.SLACK + AT];
            Words.copy(in, 0, out, AT, length);
            byte[] right = new byte[out.length];
            System.arraycopy(in, 0, right, AT, length);
            // What lies in the slack behind may change.
            System.arraycopy(out, AT + length, right, AT + length, Words.SLACK);
            assertArrayEquals(right, out, "length " + length);
        }
    }

    @Test
    void equalityAndHashDependOnEveryByteAndOnNoneBeside() {
        for (int length = 0; length <= LONGEST; length++) {
            byte[] a = random(length);
            byte[] b = new byte[AT + length + AT];
            Arrays.fill(b, (byte) length);
            System.arraycopy(a, 0, b, AT, length);
            int hash = Words.hash(a, 0, length, 7);
            assertTrue(Words.equal(a, 0, b, AT, length), "length " + length);
            assertEquals(hash, Words.hash(b, AT, AT + length, 7), "length " + length);
            for (int i = 0; i < length; i++) {
                b[AT + i] ^= 0x20;
                assertFalse(Words.equal(a, 0, b, AT, length), "length " + length + ", byte " + i);
                assertNotEquals(hash, Words.hash(b, AT, AT + length, 7), "length " + length + ", byte " + i);
                b[AT + i] ^= 0x20;
            }
        }
    }

    @Test
    void hashesDependOnLengthAndSeed() {
        byte[] zeros = new byte[LONGEST];
        long distinct = java.util.stream.IntStream.rangeClosed(0, LONGEST)
                .map(length -> Words.hash(zeros, 0, length, 1))
                .distinct()
                .count();
        assertEquals(LONGEST + 1, distinct);
        assertNotEquals(Words.hash(zeros, 0, 9, 1), Words.hash(zeros, 0, 9, 2));
    }

    @Test
    void fewBytesAreInTheirOrderWithZerosBehind() {
        byte[] b = {9, 1, 2, 3, 4, 5, 6, 7, 9};
        assertEquals(0, Words.few(b, 1, 0));
        for (int length = 1; length < 8; length++) {
            assertEquals(0x07060504030201L & ((1L << (8 * length)) - 1), Words.few(b, 1, length), "length " + length);
        }
    }
}
