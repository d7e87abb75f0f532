package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The code against the table as the RFC prints it, and the multi-bit steps against that code. */
class HuffmanTest {
    private static final int AROUND = 5;
    private static final String[] ALPHABETS = {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
        "0123456789",
        "A",
        "B",
        "e",
        "Xe",
        "\u0000\u0001\u00ff{<a",
        "aeiost\u0080\u00fe"
    };

    @Test
    void codesAreThoseOfAppendixB() {
        for (int symbol = 0; symbol <= HuffmanCode.EOS; symbol++) {
            assertEquals(RfcHuffman.code(symbol), HuffmanCode.code(symbol), "code of " + symbol);
            assertEquals(RfcHuffman.length(symbol), HuffmanCode.length(symbol), "length of " + symbol);
        }
    }

    @Test
    void everySymbolAloneAndBesideEveryOther() {
        for (int a = 0; a < 256; a++) {
            assertRoundTrip(new byte[] {(byte) a});
            for (int b = 0; b < 256; b++) assertRoundTrip(new byte[] {(byte) a, (byte) b});
        }
    }

    /** At each of the bits at which a load can start, in the loads of eight bytes and in the rest behind them. */
    @Test
    void everySymbolBehindEveryShift() {
        for (int symbol = 0; symbol < 256; symbol++) {
            for (int before = 0; before < 24; before++) {
                byte[] text = new byte[before + 20];
                Arrays.fill(text, 0, before, (byte) 'a');
                text[before] = (byte) symbol;
                Arrays.fill(text, before + 1, text.length, (byte) 'X');
                assertRoundTrip(text);
                assertRoundTrip(Arrays.copyOf(text, before + 1));
            }
        }
    }

    /** Zero, which stands for no byte in a string's rest, a code too long for a pair, and a byte that is not ASCII. */
    @Test
    void oddBytesAtEachPlaceOfShortStrings() {
        for (int odd : new int[] {0, 1, '\\', '$', 0x80, 0xFF}) {
            for (int length = 1; length <= 26; length++) {
                for (int at = 0; at < length; at++) {
                    byte[] text = new byte[length];
                    Arrays.fill(text, (byte) 'e');
                    text[at] = (byte) odd;
                    assertRoundTrip(text);
                    Arrays.fill(text, at, length, (byte) odd);
                    assertRoundTrip(text);
                }
            }
        }
    }

    @Property(tries = 3000)
    void anyString(@ForAll byte[] text) {
        assertRoundTrip(text);
    }

    @Property(tries = 1000)
    void anyTextOfOrdinaryChars(@ForAll @IntRange(max = 400) int length, @ForAll long seed) {
        byte[] text = new byte[length];
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < length; i++) text[i] = (byte) "abcdefghij0123456789-/=&;{}\"<@".charAt(random.nextInt(30));
        assertRoundTrip(text);
    }

    /**
     * Long enough for two chains: of ordinary text, which meet soon, of one symbol without end, which may never meet, of
     * symbols whose codes are longer than a step; then with bits flipped, so that either chain meets errors.
     */
    @Property(tries = 300)
    void longStringsDecodeAsTheReferenceDoes(@ForAll long seed, @ForAll @IntRange(min = 180, max = 1600) int length) {
        java.util.Random random = new java.util.Random(seed);
        String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) text[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
        assertRoundTrip(text);
        int coded = codedLength(text);
        byte[] bytes = new byte[coded + 1 + Words.SLACK];
        HuffmanEncoder.encode(text, 0, length, bytes, 0, coded + 1);
        byte[] broken = Arrays.copyOf(bytes, coded);
        for (int i = 0; i < 4; i++) {
            assertLikeReference(broken);
            broken[random.nextInt(coded)] ^= (byte) (1 << random.nextInt(8));
        }
        Arrays.fill(broken, random.nextInt(coded - 5), coded - random.nextInt(5), (byte) -1);
        assertLikeReference(broken);
    }

    @Property(tries = 5000)
    void anyBytesDecodeAsTheReferenceDoes(@ForAll byte[] coded) {
        assertLikeReference(coded);
    }

    @Test
    void everyTwoBytesDecodeAsTheReferenceDoes() {
        for (int pair = 0; pair < 1 << 16; pair++) assertLikeReference(new byte[] {(byte) (pair >> 8), (byte) pair});
    }

    @Test
    void paddingIsFewerThanEightOnes() {
        assertEquals(HuffmanDecoder.BAD_PADDING, decode(0x1F, 0xFF), "'a', three ones, eight ones");
        assertEquals(HuffmanDecoder.BAD_PADDING, decode(0x18), "'a', padding of zeros");
        assertEquals(HuffmanDecoder.BAD_PADDING, decode(0xFF), "eight ones and nothing else");
        assertEquals(HuffmanDecoder.BAD_PADDING, decode(0x1E), "'a', a zero as last bit");
        assertEquals(1, decode(0x1F), "'a', three ones");
    }

    @Test
    void eosIsRefusedWhereverItStands() {
        assertEquals(HuffmanDecoder.EOS, decode(0xFF, 0xFF, 0xFF, 0xFF));
        assertEquals(HuffmanDecoder.EOS, decode(0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0));
        assertEquals(HuffmanDecoder.EOS, decode(0x07, 0xFF, 0xFF, 0xFF, 0xFF), "behind a '0'");
        assertEquals(HuffmanDecoder.BAD_PADDING, decode(0xFF, 0xFF, 0xFF), "24 ones are a prefix, not EOS");
    }

    private static int decode(int... coded) {
        byte[] in = new byte[coded.length];
        for (int i = 0; i < in.length; i++) in[i] = (byte) coded[i];
        return HuffmanDecoder.decode(in, 0, in.length, new byte[100], 0);
    }

    private static void assertRoundTrip(byte[] text) {
        int length = codedLength(text);
        int end = AROUND + length;
        byte[] coded = new byte[end + 1 + Words.SLACK];
        assertEquals(-1, HuffmanEncoder.encode(text, 0, text.length, coded, AROUND, end), "not before the limit");
        assertEquals(end, HuffmanEncoder.encode(text, 0, text.length, coded, AROUND, end + 1));
        byte[] exact = Arrays.copyOf(coded, end);
        byte[] out = new byte[AROUND + HuffmanDecoder.mostDecoded(length) + Words.SLACK];
        // Once with nothing behind the string, once with bytes that are not its own.
        int textEnd = AROUND + text.length;
        assertEquals(textEnd, HuffmanDecoder.decode(exact, AROUND, end, out, AROUND));
        assertArrayEquals(text, Arrays.copyOfRange(out, AROUND, textEnd));
        Arrays.fill(coded, end, coded.length, (byte) 0x5A);
        assertEquals(textEnd, HuffmanDecoder.decode(coded, AROUND, end, out, AROUND));
        assertArrayEquals(text, Arrays.copyOfRange(out, AROUND, textEnd));
    }

    private static int codedLength(byte[] text) {
        int bits = 0;
        for (byte b : text) bits += RfcHuffman.length(b & 0xFF);
        return (bits + 7) / 8;
    }

    private static void assertLikeReference(byte[] coded) {
        byte[] out = new byte[HuffmanDecoder.mostDecoded(coded.length) + Words.SLACK];
        int end = HuffmanDecoder.decode(coded, 0, coded.length, out, 0);
        // Bytes of the next field must not matter, least of all ones, which would go on with the padding.
        byte[] followed = Arrays.copyOf(coded, coded.length + 12);
        Arrays.fill(followed, coded.length, followed.length, (byte) -1);
        assertEquals(end, HuffmanDecoder.decode(followed, 0, coded.length, new byte[out.length], 0));
        byte[] expected = new byte[out.length];
        int length = RfcHuffman.decode(coded, expected);
        if (length < 0) {
            assertEquals(length, end, () -> Arrays.toString(coded));
        } else {
            assertArrayEquals(Arrays.copyOf(expected, length), Arrays.copyOf(out, end), () -> Arrays.toString(coded));
        }
    }
}
