package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts and ports (RFC 3986 section 3.2), wherever they lie; what is wrong with them is where it says. */
class AuthorityTest {
    private static final int BEFORE = 3;

    /** The index of what is wrong in the text, or -1; the same whatever lies around it. */
    private static int check(String text, int required) {
        int[] found = new int[3];
        int turn = 0;
        for (String behind : new String[] {"", "a:80].%41", "0".repeat(90)}) {
            byte[] b = Messages.bytes("[a:" + text + behind);
            int wrong = Authority.check(b, BEFORE, BEFORE + text.length(), required);
            found[turn++] = wrong < 0 ? -1 : wrong - BEFORE;
        }
        assertEquals(1, Arrays.stream(found).distinct().count(), () -> text + " " + Arrays.toString(found));
        return found[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a.example",
                "127.0.0.1",
                "a-b_c~d!$&'()*+,;=e",
                "%41%7e%Ff",
                "a%41",
                "abcdefgh%41",
                "a:",
                "a:0",
                "a:65535",
                "a:00000000065535",
                "[::]",
                "[::1]:80",
                "[1:2:3:4:5:6:7:8]",
                "[1:2:3:4:5:6:7::]",
                "[::2:3:4:5:6:7:8]",
                "[1::3:4:5:6:7:8]",
                "[1:2::8]",
                "[fFfF:0000::aBcD]",
                "[1:2:3:4:5:6:1.2.3.4]",
                "[::1.2.3.4]",
                "[::ffff:255.249.199.0]",
                "[1:2:3:4:5::1.2.3.4]",
                "[v1.a]",
                "[VaF.a:b!~]:1",
            })
    void authorities(String text) {
        assertEquals(-1, check(text, 0));
        assertEquals(-1, check(text, Authority.HOST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "a b; 1",
                "a/; 1",
                "abcdefghij\"; 10",
                "abcdefgh?; 8",
                "a@b; 1",
                "a%; 1",
                "a%4; 1",
                "a%4g; 1",
                "a%g4; 1",
                "%41%4; 3",
                "a[; 1",
                "a\u00E9; 1",
                ":80; 0",
                ":; 0",
                "a:b; 2",
                "a:8b; 3",
                "a:-1; 2",
                "a:65536; 6",
                "a:99999; 6",
                "a:100000; 7",
                "a:80:80; 4",
                "[; 0",
                "[]; 0",
                "[::1; 0",
                "[::1]a; 5",
                "[::1]80; 5",
                "[a]; 0",
                "[:]; 0",
                "[:1]; 0",
                "[1:]; 0",
                "[:::]; 0",
                "[::1:]; 0",
                "[1::2::3]; 0",
                "[1:2:3:4:5:6:7]; 0",
                "[1:2:3:4:5:6:7:]; 0",
                "[1:2:3:4:5:6:7:8:9]; 0",
                "[1:2:3:4::5:6:7:8]; 0",
                "[::1:2:3:4:5:6:7:8]; 0",
                "[12345::]; 0",
                "[g::]; 0",
                "[1:2:3:4:5:6:7:1.2.3.4]; 0",
                "[1:2:3:4:5:1.2.3.4]; 0",
                "[1:2:3:4:5:6::1.2.3.4]; 0",
                "[1.2.3.4]; 0",
                "[::1.2.3]; 0",
                "[::1.2.3.4.5]; 0",
                "[::1.2.3.4:5]; 0",
                "[::1.2.3.256]; 0",
                "[::300.2.3.4]; 0",
                "[::1.2.3.01]; 0",
                "[::00.2.3.4]; 0",
                "[::1..3.4]; 0",
                "[::1.2.3.]; 0",
                "[::1.2.3.0255]; 0",
                "[::a.2.3.4]; 0",
                "[v.a]; 0",
                "[v1.]; 0",
                "[v1]; 0",
                "[v1a]; 0",
                "[vg.a]; 0",
                "[v1.a/]; 0",
                "[v1.%41]; 0",
            })
    void whatIsWrong(String text, int at) {
        assertEquals(at, check(text, 0));
        assertEquals(at, check(text, Authority.HOST | Authority.PORT));
    }

    @Test
    void whatMustBeThere() {
        assertEquals(-1, check("", 0));
        assertEquals(0, check("", Authority.HOST));
        assertEquals(0, check("", Authority.PORT));
        assertEquals(-1, check("a.b", Authority.HOST));
        assertEquals(3, check("a.b", Authority.HOST | Authority.PORT));
        assertEquals(2, check("a:", Authority.PORT));
        assertEquals(4, check("a:00", Authority.PORT));
        assertEquals(-1, check("a:01", Authority.PORT));
        assertEquals(-1, check("a:00", Authority.HOST));
        assertEquals(5, check("[::1]", Authority.PORT));
    }

    /** Every octet, at every place of a word and behind it. */
    @Test
    void octetsOfAName() {
        for (int length = 1; length < 20; length++) {
            for (int c = 0; c < 256; c++) {
                if (c == ':' || c == '%' || (c == '[' && length == 1)) continue;
                String text = "n".repeat(length - 1) + (char) c;
                boolean name = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=".indexOf(c) >= 0);
                assertEquals(name ? -1 : length - 1, check(text, 0), "octet " + c + " behind " + (length - 1));
            }
        }
    }
}
