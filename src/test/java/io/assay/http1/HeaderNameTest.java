package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every well-known name is known in any case, and nothing that differs from it by one octet is. */
class HeaderNameTest {
    private final RequestParser parser = new RequestParser(Http1Limits.DEFAULT, Strictness.LAX);

    @ParameterizedTest
    @EnumSource
    void isFoundInEveryCase(HeaderName name) {
        String text = name.text();
        for (String spelling : new String[] {text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT)}) {
            for (String behind : new String[] {"", "X-Behind: and more room\r\n".repeat(4)}) {
                Fields fields = parse("A: b\r\n" + spelling + ": 100-continue\r\n" + behind, name);
                assertSame(name, fields.headerName(1));
                assertSame(text, fields.name(1));
                assertEquals(1, fields.indexOf(name));
                assertEquals(1, fields.indexOf(spelling, 0));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneOtherOctetIsAnotherName(HeaderName name) {
        String text = name.text();
        for (int i = 0; i < text.length(); i++) {
            for (int bit = 1; bit < 0x80; bit <<= 1) {
                boolean sameLetter = bit == 0x20 && Character.isLetter(text.charAt(i));
                if (sameLetter || (text.charAt(i) ^ bit) == ':') continue;
                char other = (char) (text.charAt(i) ^ bit);
                String changed = text.substring(0, i) + other + text.substring(i + 1);
                boolean token = changed.matches("[-!#$%&'*+.^_`|~0-9A-Za-z]+");
                String head = "GET / HTTP/1.1\r\n" + changed + ": 1\r\n\r\n";
                // At the array's end, and with more behind it than is looked at in one step.
                for (byte[] b : new byte[][] {Messages.bytes(head), Messages.bytes(head + "x".repeat(80))}) {
                    parser.reset();
                    int result = parser.parse(b, 0, head.length());
                    assertEquals(token ? head.length() : HeadParser.REFUSED, result, changed);
                    if (token) assertNull(parser.fields().headerName(0), changed);
                }
            }
        }
        assertNull(parse("A: b\r\n" + text + "x: y\r\n", name).headerName(1));
        assertNull(parse("A: b\r\nx" + text + ": y\r\n", name).headerName(1));
    }

    /** A wrong guess costs a second look and no more, so nothing else would show it. */
    @ParameterizedTest
    @EnumSource
    void isGuessedByItsEndAndLength(HeaderName name) {
        byte[] line = Messages.bytes("\n" + name.text() + ":");
        int last = Words.half(line, line.length - 4);
        HeaderName guess = HeaderName.values()[HeaderNames.guess(last, line.length - 2) - 1];
        assertEquals(name.text().length(), guess.text().length());
        byte[] guessed = Messages.bytes("\n" + guess.text() + ":");
        assertEquals(last | 0x20202020, Words.half(guessed, guessed.length - 4) | 0x20202020);
    }

    private Fields parse(String lines, HeaderName name) {
        String value = switch (name) {
            case CONTENT_LENGTH -> "7";
            case TRANSFER_ENCODING -> "chunked";
            case HOST -> "h";
            default -> "100-continue";
        };
        byte[] head = Messages.bytes("GET / HTTP/1.1\r\n" + lines.replace("100-continue", value) + "\r\n");
        parser.reset();
        assertEquals(head.length, parser.parse(head, 0, head.length), lines);
        return parser.fields();
    }
}
