package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Status lines and what either mode says of them: at once, amid an array, and byte by byte. {@code ~} stands for
 * CRLF, {@code ^n} for LF, {@code ^r} for CR, {@code ^1} for a control, {@code ^t} for HTAB, {@code ^h} for 0xE9. What is
 * accepted is given as status, minor version and reason.
 */
class ResponseRulesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
    RFC 9112 4 usual line;                  `HTTP/1.1 200 OK~~`;             `200 1 OK`; `200 1 OK`
    RFC 9112 4 lowest status;               `HTTP/1.0 100 x~~`;              `100 0 x`; `100 0 x`
    RFC 9112 4 highest status;              `HTTP/1.1 599 x~~`;              `599 1 x`; `599 1 x`
    RFC 9110 15 status above 599;           `HTTP/1.1 600 x~~`;              `BAD_STATUS at 9`; `600 1 x`
    RFC 9110 15 highest of three digits;    `HTTP/1.1 999 x~~`;              `BAD_STATUS at 9`; `999 1 x`
    RFC 9110 15 status below 100;           `HTTP/1.1 099 x~~`;              `BAD_STATUS at 9`; `BAD_STATUS at 9`
    RFC 9112 4 colon for a hundred;         `HTTP/1.1 :00 x~~`;              `BAD_STATUS at 9`; `BAD_STATUS at 9`
    RFC 9112 4 colon for a ten;             `HTTP/1.1 2:0 x~~`;              `BAD_STATUS at 10`; `BAD_STATUS at 10`
    RFC 9112 4 stroke for a ten;            `HTTP/1.1 2/0 x~~`;              `BAD_STATUS at 10`; `BAD_STATUS at 10`
    RFC 9112 4 colon for a unit;            `HTTP/1.1 20: x~~`;              `BAD_STATUS at 11`; `BAD_STATUS at 11`
    RFC 9112 4 stroke for a unit;           `HTTP/1.1 20/ x~~`;              `BAD_STATUS at 11`; `BAD_STATUS at 11`
    RFC 9112 4 two digits;                  `HTTP/1.1 20 x~~`;               `BAD_STATUS at 11`; `BAD_STATUS at 11`
    RFC 9112 4 four digits;                 `HTTP/1.1 2000 x~~`;             `BAD_STATUS at 12`; `BAD_STATUS at 12`
    RFC 9112 4 other version;               `HTTP/1.3 204 x~~`;              `204 3 x`; `204 3 x`
    RFC 9112 2.3 major version 2;           `HTTP/2.0 200 x~~`;              `VERSION_NOT_SUPPORTED at 5`; `VERSION_NOT_SUPPORTED at 5`
    RFC 9112 2.3 major version 0;           `HTTP/0.9 200 x~~`;              `VERSION_NOT_SUPPORTED at 5`; `VERSION_NOT_SUPPORTED at 5`
    RFC 9112 2.3 no digit;                  `HTTP/1.x 200 x~~`;              `BAD_VERSION at 7`; `BAD_VERSION at 7`
    RFC 9112 2.3 no major digit;            `HTTP/x.1 200 x~~`;              `BAD_VERSION at 5`; `BAD_VERSION at 5`
    RFC 9112 2.3 colon for a version;       `HTTP/1.: 200 x~~`;              `BAD_VERSION at 7`; `BAD_VERSION at 7`
    RFC 9112 2.3 stroke for a version;      `HTTP/1./ 200 x~~`;              `BAD_VERSION at 7`; `BAD_VERSION at 7`
    RFC 9112 4 two digits of a version;     `HTTP/1.10 200 x~~`;             `BAD_VERSION at 8`; `BAD_VERSION at 8`
    RFC 9112 4 tab for the first space;     `HTTP/1.1^t200 x~~`;             `BAD_VERSION at 8`; `BAD_VERSION at 8`
    RFC 9112 4 tab for the second space;    `HTTP/1.1 200^tx~~`;             `BAD_STATUS at 12`; `BAD_STATUS at 12`
    RFC 9112 4 no reason;                   `HTTP/1.1 200 ~~`;               `200 1 `; `200 1 `
    RFC 9112 4 no second space;             `HTTP/1.1 200~~`;                `BAD_STATUS at 12`; `200 1 `
    RFC 9112 4 LF for the second space;     `HTTP/1.1 200^n^n`;              `BAD_STATUS at 12`; `200 1 `
    RFC 9112 4 blanks in a reason;          `HTTP/1.1 200  a^tb ~~`;         `200 1  a^tb `; `200 1  a^tb `
    RFC 9112 4 obs-text in a reason;        `HTTP/1.1 200 caf^h~~`;          `200 1 caf^h`; `200 1 caf^h`
    RFC 9112 4 control in a reason;         `HTTP/1.1 200 a^1~~`;            `BAD_REASON at 14`; `200 1 a^1`
    RFC 9112 4 NUL in a reason;             `HTTP/1.1 200 a^0b~~`;           `BAD_REASON at 14`; `BAD_REASON at 14`
    RFC 9112 2.2 bare LF behind the line;   `HTTP/1.1 200 OK^n~`;            `BARE_LF at 15`; `200 1 OK`
    RFC 9112 2.2 bare CR behind the line;   `HTTP/1.1 200 OK^rx~~`;          `BARE_CR at 15`; `BARE_CR at 15`
    RFC 9112 2.2 empty line before;         `~HTTP/1.1 200 OK~~`;            `TOO_MANY_EMPTY_LINES at 0`; `200 1 OK`
    RFC 9112 2.2 bare LF before;            `^nHTTP/1.1 200 OK~~`;           `TOO_MANY_EMPTY_LINES at 0`; `200 1 OK`
    RFC 9112 2.2 bare CR before;            `^rHTTP/1.1 200 OK~~`;           `TOO_MANY_EMPTY_LINES at 0`; `BARE_CR at 0`
    RFC 9112 2.2 two empty lines before;    `~~HTTP/1.1 200 OK~~`;           `TOO_MANY_EMPTY_LINES at 0`; `TOO_MANY_EMPTY_LINES at 2`
    RFC 9112 6.1 length and coding;         `HTTP/1.1 200 ~Content-Length: 1~Transfer-Encoding: gzip, chunked~~`; `LENGTH_AND_TRANSFER_ENCODING at 34`; `LENGTH_AND_TRANSFER_ENCODING at 34`
    """)
    void rule(String name, String text, String strict, String lax) {
        byte[] bytes = Messages.bytes(read(text));
        assertEquals(read(strict), answer(Http1Limits.DEFAULT, Strictness.STRICT, bytes));
        assertEquals(read(lax), answer(Http1Limits.DEFAULT, Strictness.LAX, bytes));
    }

    private static String read(String text) {
        return text.replace("~", "\r\n")
                .replace("^n", "\n")
                .replace("^r", "\r")
                .replace("^0", "\0")
                .replace("^1", "\u0001")
                .replace("^t", "\t")
                .replace("^h", "\u00E9");
    }

    private static String answer(Http1Limits limits, Strictness strictness, byte[] bytes) {
        return FeedLaw.answer(new ResponseParser(limits, strictness), bytes, ResponseRulesTest::said);
    }

    private static String said(ResponseParser parser, int result) {
        if (result <= 0) return parser.error() + " at " + parser.errorOffset();
        assertEquals(parser.reason().length(), parser.reasonEnd() - parser.reasonStart());
        return parser.status() + " " + parser.minorVersion() + " " + parser.reason();
    }

    @Test
    void theLimitOfTheLineIsExact() {
        byte[] bytes = Messages.bytes("HTTP/1.1 200 reason\r\n\r\n");
        assertEquals("200 1 reason", answer(Http1Limits.DEFAULT.withMaxLines(19, 0), Strictness.STRICT, bytes));
        assertEquals(
                "STATUS_LINE_TOO_LONG at 18",
                answer(Http1Limits.DEFAULT.withMaxLines(18, 0), Strictness.STRICT, bytes));
    }

    @Test
    void aReasonIsWhereItSaysBehindEmptyLines() {
        byte[] bytes = Messages.bytes("\r\nHTTP/1.1 200 OK\r\n\r\n");
        ResponseParser parser = new ResponseParser(Http1Limits.DEFAULT, Strictness.LAX);
        assertEquals(bytes.length, parser.parse(bytes, 0, bytes.length));
        assertEquals("15-17", parser.reasonStart() + "-" + parser.reasonEnd());
    }
}
