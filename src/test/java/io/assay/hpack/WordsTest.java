package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ranges of every length up to several words, at odd places. */
class WordsTest {
    private static final int LONGEST = 80;
    private static final int FROM = 3;

    private static byte[] random(int length) {
        byte[] b = new byte[length];
        new Random(length).nextBytes(b);
        return b;
    }

    /** What finds an entry by its hash trusts this alone. */
    @Test
    void oneByteThatDiffersIsSeenWhereverItIs() {
        for (int length = 0; length <= LONGEST; length++) {
            byte[] a = random(FROM + length + Words.SLACK);
            byte[] b = new byte[1 + length];
            System.arraycopy(a, FROM, b, 1, length);
            assertTrue(Words.equal(a, FROM, b, 1, length), "length " + length);
            for (int i = 0; i < length; i++) {
                b[1 + i] ^= 0x10;
                assertFalse(Words.equal(a, FROM, b, 1, length), "length " + length + " at " + i);
                b[1 + i] ^= 0x10;
            }
        }
    }

    @Test
    void everyByteAndTheSeedChangeTheHash() {
        for (int length = 0; length <= LONGEST; length++) {
            byte[] b = random(FROM + length);
            int hash = Words.hash(b, FROM, b.length, 1);
            assertEquals(hash, Words.hash(Arrays.copyOfRange(b, FROM, b.length), 0, length, 1));
            Set<Integer> seen = new HashSet<>(Set.of(hash));
            assertTrue(seen.add(Words.hash(b, FROM, b.length, 2)), "the seed at length " + length);
            for (int i = FROM; i < b.length; i++) {
                b[i] ^= 0x10;
                assertTrue(seen.add(Words.hash(b, FROM, b.length, 1)), "length " + length + " at " + i);
                b[i] ^= 0x10;
            }
        }
        assertFalse(Words.hash(new byte[8], 0, 8, 0) == Words.hash(new byte[9], 0, 9, 0), "the length counts");
    }

    @Test
    void copiesEverythingAndNothingBehindTheSlack() {
        for (int length = 0; length <= LONGEST; length++) {
            for (int behind : new int[] {0, 7, Words.SLACK}) {
                byte[] in = random(FROM + length + behind);
                byte[] out = new byte[1 + length + Words.SLACK + 1];
                Words.copy(in, FROM, out, 1, length);
                assertArrayEquals(Arrays.copyOfRange(in, FROM, FROM + length), Arrays.copyOfRange(out, 1, 1 + length));
                assertEquals(0, out[0]);
                assertEquals(0, out[out.length - 1]);
            }
        }
    }
}
