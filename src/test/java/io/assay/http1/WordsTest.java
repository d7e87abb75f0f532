package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** Eight octets at a step say what one by one would. */
class WordsTest {
    private static final String IN_TARGET = "&'()*+,-./:;=?@0123456789";

    private static boolean letter(int c) {
        return c < 0x80 && Character.isLetter(c);
    }

    @Test
    void theFirstOctetIsTheLowest() {
        byte[] b = Messages.bytes("xabcdefgh\r\n");
        assertEquals(0x6867666564636261L, Words.word(b, 1));
        assertEquals(0x64636261, Words.half(b, 1));
        assertEquals(0x6867666564636261L, Words.of("abcdefgh"));
        assertEquals(0x6261, Words.of("ab"));
        assertEquals(0x636261, Words.lowest(Words.word(b, 1), 3));
        assertEquals(0, Words.lowest(-1, 0));
        assertEquals(0x3A3A3A3A3A3A3A3AL, Words.repeat(':'));
        assertTrue(Words.isCrlf(b, 9));
        assertFalse(Words.isCrlf(b, 8) || Words.isCrlf(Messages.bytes("\n\r"), 0));
    }

    /** Behind an array of any length, from any place. */
    @Test
    void zerosStandForWhatIsNotThere() {
        for (int length = 0; length < 20; length++) {
            byte[] b = new byte[length];
            for (int i = 0; i < length; i++) b[i] = (byte) (0xF0 + i);
            for (int at = 0; at < length + 9; at++) {
                long word = 0;
                for (int i = 7; i >= 0; i--) word = word << 8 | (at + i < length ? b[at + i] & 0xFF : 0);
                assertEquals(word, Words.wordOrZeros(b, at), at + " of " + length);
            }
        }
    }

    /** Each octet at each place, amid octets that are none. */
    private static void flags(LongUnaryOperator flags, IntPredicate expected, int calm) {
        for (int c = 0; c < 256; c++) {
            for (int at = 0; at < 8; at++) {
                long alone = Words.repeat(calm) & ~(0xFFL << 8 * at) | (long) c << 8 * at;
                long flag = expected.test(c) ? 0x80L << 8 * at : 0;
                assertEquals(flag, flags.applyAsLong(alone), "octet " + c + " at " + at);
                if (flag != 0) assertEquals(at, Words.first(flags.applyAsLong(alone)));
            }
        }
    }

    @Test
    void octetsAreFlagged() {
        flags(word -> Words.equal(word, Words.repeat(':')), c -> c == ':', 'x');
        flags(word -> Words.equal(word, Words.repeat(' ')), c -> c == ' ', 'x');
        flags(Words::controls, c -> c < ' ' || c == 0x7F, 'x');
        flags(Words::suspectInTarget, c -> !letter(c) && IN_TARGET.indexOf(c) < 0, 'x');
        flags(Words::suspectInName, c -> !letter(c) && "-.0123456789".indexOf(c) < 0, 'x');
    }

    /** No neighbour carries into these. */
    @Test
    void neighboursChangeNothing() {
        for (int c = 0; c < 256; c++) {
            for (int d = 0; d < 256; d++) {
                long pairs = 0x0001_0001_0001_0001L * (c | d << 8);
                IntPredicate target = o -> !letter(o) && IN_TARGET.indexOf(o) < 0;
                assertEquals(both(target, c, d), Words.suspectInTarget(pairs), c + " and " + d);
                IntPredicate name = o -> !letter(o) && "-.0123456789".indexOf(o) < 0;
                assertEquals(both(name, c, d), Words.suspectInName(pairs), c + " and " + d);
            }
        }
    }

    private static long both(IntPredicate flagged, int c, int d) {
        return 0x0001_0001_0001_0001L * ((flagged.test(c) ? 0x80 : 0) | (flagged.test(d) ? 0x8000 : 0));
    }
}
