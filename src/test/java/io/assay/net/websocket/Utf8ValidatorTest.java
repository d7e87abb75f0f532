package io.assay.net.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the JDK's decoder, which reports what is malformed. */
class Utf8ValidatorTest {
    /** The octets at which the rules of RFC 3629 change. */
    private static final int[] EDGES = {
        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
        0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
    };

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

    @Test
    void everyFourOctetsAtTheEdges() {
        byte[] bytes = new byte[4];
        CharBuffer chars = CharBuffer.allocate(8);
        for (int a : EDGES) {
            for (int b : EDGES) {
                for (int c : EDGES) {
                    for (int d : EDGES) {
                        bytes[0] = (byte) a;
                        bytes[1] = (byte) b;
                        bytes[2] = (byte) c;
                        bytes[3] = (byte) d;
                        decoder.reset();
                        chars.clear();
                        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
                        assertEquals(!result.isError(), valid(bytes, 4), () -> a + " " + b + " " + c + " " + d);
                    }
                }
            }
        }
    }

    @Test
    void spoiltTextsInEverySplit() {
        Random random = new Random(3629);
        String text =
                "ASCII for eight octets, then \u00e9\u07ff\u0800\ud7ff\ue000\uffff\ud800\udc00\udbff\udfff, and ASCII again";
        for (int round = 0; round < 300; round++) {
            byte[] bytes = text.substring(random.nextInt(30)).getBytes(StandardCharsets.UTF_8);
            if (round % 3 > 0) bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            boolean right = Messages.isUtf8(bytes);
            for (int cut = 0; cut <= bytes.length; cut++) {
                Utf8Validator validator = new Utf8Validator();
                boolean found = validator.feed(bytes, 0, cut)
                        && validator.feed(bytes, cut, bytes.length)
                        && validator.complete();
                assertEquals(right, found, "seed 3629, round " + round + ", cut at " + cut);
            }
            assertEquals(right, valid(bytes, 1));
        }
    }

    @Test
    void itSaysNoAtTheFirstOctetThatCannotBeRight() {
        assertRefusedAt(1, 0x80);
        assertRefusedAt(1, 0xC1);
        assertRefusedAt(2, 0xE0, 0x9F);
        assertRefusedAt(2, 0xED, 0xA0);
        assertRefusedAt(2, 0xF4, 0x90);
        assertRefusedAt(3, 0xF0, 0x90, 0x41);
        assertRefusedAt(1, 0xF5);
    }

    private static void assertRefusedAt(int count, int... octets) {
        Utf8Validator validator = new Utf8Validator();
        for (int i = 0; i < count; i++) {
            byte[] one = {(byte) octets[i]};
            if (i < count - 1) {
                assertTrue(validator.feed(one, 0, 1));
                assertFalse(validator.complete());
            } else {
                assertFalse(validator.feed(one, 0, 1));
            }
        }
    }

    private static boolean valid(byte[] bytes, int step) {
        Utf8Validator validator = new Utf8Validator();
        for (int at = 0; at < bytes.length; at += step) {
            if (!validator.feed(bytes, at, Math.min(bytes.length, at + step))) return false;
        }
        return validator.complete();
    }
}
