package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** When vectors are used, and that their flags are those of the octets' classes. */
class VectorsTest {
    private static final String FINE_IN_TARGET = "&'()*+,-./0123456789:;=?@_";

    @Test
    void theModuleAndANewJdkTurnThemOn() {
        assertFalse(Vectors.enabled("", false, 25));
        assertFalse(Vectors.enabled("", true, 17));
        assertEquals(VectorOctets.wide(), Vectors.enabled("", true, 25));
    }

    @Test
    void thePropertyDecides() {
        assertTrue(Vectors.enabled("true", true, 17));
        assertFalse(Vectors.enabled("false", true, 25));
        String absent = assertThrows(IllegalStateException.class, () -> Vectors.enabled("true", false, 25))
                .getMessage();
        assertEquals(
                "-Dassay.http1.vectors=true needs the module: start java with --add-modules jdk.incubator.vector",
                absent);
        String mistyped = assertThrows(IllegalStateException.class, () -> Vectors.enabled("yes", true, 25))
                .getMessage();
        assertEquals("-Dassay.http1.vectors=yes: true or false, or leave it out", mistyped);
    }

    @Test
    void everyOctetAtEveryPlace() {
        byte[] b = new byte[VectorOctets.BLOCK + 3];
        for (int c = 0; c < 256; c++) {
            for (int at = 0; at < VectorOctets.BLOCK; at++) {
                Arrays.fill(b, (byte) 'x');
                b[3 + at] = (byte) c;
                String what = "octet " + c + " at " + at;
                boolean control = c < ' ' || c == 0x7F;
                assertEquals(control ? 1L << at : 0, VectorOctets.controls(b, 3), what);
                assertEquals(c == ':' ? 1L << at : 0, VectorOctets.colons(b, 3), what);
                boolean letter = c < 0x80 && Character.isLetter(c);
                boolean fine = FINE_IN_TARGET.indexOf(c) >= 0 || letter;
                assertEquals(fine ? 0 : 1L << at, VectorOctets.suspectsInTarget(b, 3), what);
                boolean name = "-.0123456789".indexOf(c) >= 0 || letter;
                assertEquals(name ? 0 : 1L << at, VectorOctets.suspectsInName(b, 3), what);
                long word = Words.suspectInName(Words.word(b, 3 + at / 8 * 8));
                assertEquals(name ? 0 : 0x80L << at % 8 * 8, word, what);
            }
        }
    }

    @Test
    void neighboursChangeNothing() {
        byte[] b = new byte[VectorOctets.BLOCK + 1];
        for (int c = 0; c < 256; c++) {
            for (int d = 0; d < 256; d++) {
                for (int i = 0; i < b.length; i++) b[i] = (byte) (i % 2 == 0 ? c : d);
                long controls = VectorOctets.controls(b, 0);
                long expected = (c < ' ' || c == 0x7F ? 0x5555_5555_5555_5555L : 0)
                        | (d < ' ' || d == 0x7F ? 0xAAAA_AAAA_AAAA_AAAAL : 0);
                assertEquals(expected, controls);
                long suspects = VectorOctets.suspectsInName(b, 0);
                long words = Words.suspectInName(Words.word(b, 0));
                assertEquals(suspects & 1, words >>> 7 & 1);
                assertEquals(suspects >>> 1 & 1, words >>> 15 & 1);
            }
        }
    }

    @Test
    void whatIsCommon() {
        byte[] b = "?Host: x".repeat(9).getBytes(StandardCharsets.ISO_8859_1);
        byte[] other = "??host: x".repeat(9).getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(8, VectorOctets.common(b, 1, other, 2));
        byte[] same = "h".repeat(70).getBytes(StandardCharsets.ISO_8859_1);
        byte[] differs = same.clone();
        for (int at = 0; at < VectorOctets.BLOCK; at++) {
            differs[3 + at] = 'i';
            assertEquals(at, VectorOctets.common(same, 1, differs, 3));
            differs[3 + at] = 'h';
        }
        assertEquals(VectorOctets.BLOCK, VectorOctets.common(same, 1, differs, 3));
    }

    /** White space and tabs in them, and an end anywhere in a block of 64. */
    @Test
    void manyLinesOfManyLengths() {
        for (int lines : new int[] {1, 63, 64, 65, 128, 200}) {
            StringBuilder head = new StringBuilder("GET /a?b=%41~c HTTP/1.1\r\nHost: a.example\r\n");
            for (int i = 0; i < lines; i++) {
                head.append("X-")
                        .append("n".repeat(i % 70))
                        .append(i)
                        .append(":\t v")
                        .append("\tw".repeat(i % 9));
                head.append(" ".repeat(i % 3)).append("\r\n");
            }
            byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
            Http1Limits limits = Http1Limits.DEFAULT.withMaxFields(300).withMaxHead(1 << 16);
            RequestParser parser = new RequestParser(limits, Strictness.STRICT);
            assertEquals(bytes.length, parser.parse(bytes, 0, bytes.length), () -> parser.error() + "");
            assertEquals(lines + 1, parser.fields().count());
            for (int i = 0; i < lines; i++) {
                assertEquals("X-" + "n".repeat(i % 70) + i, parser.fields().name(i + 1));
                assertEquals("v" + "\tw".repeat(i % 9), parser.fields().value(i + 1));
            }
        }
    }

    /** A head that is cut anywhere is not whole, though the array holds its rest. */
    @Test
    void whatLiesBehindTheEndNeverDecides() {
        String lines = "Host: a.example\r\nX-Long: " + "v".repeat(150) + "\r\nAccept: */*\r\nX: y\r\n";
        String head = "GET / HTTP/1.1\r\n" + lines + "\r\n";
        byte[] bytes = (head + "x".repeat(200)).getBytes(StandardCharsets.ISO_8859_1);
        for (int cut = 0; cut < head.length(); cut++) {
            RequestParser parser = new RequestParser();
            assertEquals(HeadParser.NEED_MORE, parser.parse(bytes, 0, cut), "cut at " + cut);
            assertEquals(head.length(), parser.parse(bytes, 0, head.length()), "cut at " + cut);
            assertEquals(4, parser.fields().count(), "cut at " + cut);
        }
    }
}
