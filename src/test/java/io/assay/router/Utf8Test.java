package io.assay.router;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @ParameterizedTest
    @ValueSource(ints = {0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF})
    void isTheJdksAtBothEndsOfEveryLength(int codePoint) {
        String s = "a" + Character.toString(codePoint) + "b";
        byte[] expected = s.getBytes(UTF_8);
        byte[] to = new byte[Utf8.EXPANSION * s.length()];
        int[] map = new int[to.length + 1];
        assertEquals(expected.length, Utf8.encode(s, to, map));
        assertArrayEquals(expected, Arrays.copyOf(to, expected.length));
        assertEquals(s.length() - 1, map[expected.length - 1], "where b came from");
        assertEquals(s.length(), map[expected.length]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDBFFb", "\uDC00", "a\uDFFF"})
    void halfAPairIsMalformed(String s) {
        assertEquals(Utf8.MALFORMED, Utf8.encode(s, new byte[16], new int[16]));
    }
}
