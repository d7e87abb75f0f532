package io.assay.net.websocket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Words at a step against an octet at a step. */
class MaskingTest {
    private final Random random = new Random(6455);

    @Test
    void theExampleOfTheRfc() {
        byte[] hello = "Hello".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Masking.apply(hello, 0, hello.length, 0x37fa213d, 0);
        assertArrayEquals(HexFormat.of().parseHex("7f9f4d5158"), hello);
    }

    @Test
    void everyLengthStartAndOffsetIsAsByBytes() {
        for (int length = 0; length <= 100; length++) {
            for (int start = 0; start < 9; start++) {
                for (int offset = 0; offset < 5; offset++) {
                    byte[] words = new byte[length + start + 3];
                    random.nextBytes(words);
                    byte[] octets = words.clone();
                    int key = random.nextInt();
                    Masking.apply(words, start, start + length, key, offset);
                    Masking.applyByBytes(octets, start, start + length, key, offset);
                    assertArrayEquals(octets, words, () -> "seed 6455");
                }
            }
        }
    }

    @Test
    void piecesAreMaskedAsTheWhole() {
        for (int round = 0; round < 500; round++) {
            byte[] whole = new byte[random.nextInt(300)];
            random.nextBytes(whole);
            byte[] pieces = whole.clone();
            int key = random.nextInt();
            long before = random.nextInt(1 << 20) + (1L << 33);
            Masking.apply(whole, 0, whole.length, key, before);
            for (int at = 0; at < pieces.length; ) {
                int end = Math.min(pieces.length, at + random.nextInt(40));
                Masking.apply(pieces, at, end, key, before + at);
                at = end;
            }
            assertArrayEquals(whole, pieces, "seed 6455");
        }
    }

    @Test
    void theRangeIsOneOfTheArray() {
        assertThrows(IndexOutOfBoundsException.class, () -> Masking.apply(new byte[8], 1, 9, 1, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> Masking.applyByBytes(new byte[8], -1, 3, 1, 0));
    }
}
