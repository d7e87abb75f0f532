package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies at once, in every split, byte by byte, and from every kind of buffer; each rule with its refusal. */
class BodyParserTest {
    private static final String CHUNKED =
            "5\r\nhello\r\n00A ; a = b;c;d=\"e\\\"\u00E9 f\"\r\n0123456789\r\n1;x\r\n!\r\n"
                    + "0\r\nX-Checksum: 42\r\nServer-Timing:\ta \r\n\r\n";
    private static final Http1Limits NARROW = Http1Limits.DEFAULT.withChunked(20, 30, 40);

    private interface Feed {
        int parse(BodyParser parser, byte[] bytes, int from, int to);
    }

    private static final Feed ARRAY = BodyParser::parse;

    /** Everything that a body gives: data, trailers, what follows, or the error. */
    private static String read(BodyParser body, Feed feed, String text, int firstPiece, int piece) {
        byte[] bytes = Messages.bytes(text);
        StringBuilder data = new StringBuilder();
        int from = 0;
        int to = Math.min(firstPiece, bytes.length);
        while (!body.done()) {
            int n = feed.parse(body, bytes, from, to);
            if (n < 0) return data + "|" + body.error() + " at " + body.errorOffset();
            assertTrue(n <= to - from);
            if (body.dataLength() > 0) {
                assertTrue(body.dataStart() + body.dataLength() <= n);
                data.append(text, from + body.dataStart(), from + body.dataStart() + body.dataLength());
            } else if (!body.done()) {
                if (to == bytes.length) return data + "|more";
                to = Math.min(to + piece, bytes.length);
            }
            from += n;
        }
        StringBuilder all = new StringBuilder(data).append('|');
        Fields trailers = body.trailers();
        for (int i = 0; i < trailers.count(); i++) {
            all.append(trailers.name(i)).append('=').append(trailers.value(i)).append(' ');
        }
        return all.append(body.trailersLength()).append('|').append(text, from, text.length()) + "";
    }

    private static String chunked(Http1Limits limits, Feed feed, String text, int firstPiece, int piece) {
        BodyParser body = new BodyParser(limits);
        body.begin(Framing.CHUNKED, -1);
        return read(body, feed, text, firstPiece, piece);
    }

    private static void everySplit(String expected, Http1Limits limits, String text) {
        for (Feed feed : new Feed[] {
            ARRAY, BodyParserTest::direct, BodyParserTest::agrona, BodyParserTest::heap, BodyParserTest::slice
        }) {
            for (int split = 0; split <= text.length(); split++) {
                assertEquals(expected, chunked(limits, feed, text, split, text.length()), "split at " + split);
            }
            assertEquals(expected, chunked(limits, feed, text, 0, 1), "byte by byte");
        }
    }

    private static int direct(BodyParser body, byte[] bytes, int from, int to) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(to + 3);
        buffer.position(3).put(bytes, 0, to).position(3 + from);
        int n = body.parse(buffer);
        assertEquals(3 + from, buffer.position());
        return n;
    }

    private static int agrona(BodyParser body, byte[] bytes, int from, int to) {
        UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(to + 3));
        buffer.putBytes(3, bytes, 0, to);
        return body.parse(buffer, 3 + from, to - from);
    }

    private static int heap(BodyParser body, byte[] bytes, int from, int to) {
        ByteBuffer padded = ByteBuffer.allocate(to + 5).put(5, bytes, 0, to);
        ByteBuffer slice = padded.position(2).slice();
        return body.parse(new UnsafeBuffer(slice.position(3).slice()), from, to - from);
    }

    private static int slice(BodyParser body, byte[] bytes, int from, int to) {
        ByteBuffer slice =
                ByteBuffer.allocate(to + 5).put(5, bytes, 0, to).position(2).slice();
        return body.parse(slice.position(3 + from));
    }

    @Test
    void chunksExtensionsTrailersAndWhatFollows() {
        String expected = "hello0123456789!|X-Checksum=42 Server-Timing=a 37|GET /";
        everySplit(expected, Http1Limits.DEFAULT, CHUNKED + "GET /");
    }

    @Test
    void longTrailersOutsideTheHeapGrowPieceByPiece() {
        String text = "0\r\n" + ("N: " + "v".repeat(500) + "\r\n").repeat(9) + "\r\n";
        String expected = "|" + ("N=" + "v".repeat(500) + " ").repeat(9) + (text.length() - 3) + "|rest";
        assertEquals(expected, chunked(Http1Limits.DEFAULT, BodyParserTest::direct, text + "rest", 4000, 100));
        assertEquals(expected, chunked(Http1Limits.DEFAULT, BodyParserTest::agrona, text + "rest", 9999, 1));
    }

    @Test
    void aLengthEndsTheBodyAndTheNextMessageFollows() {
        BodyParser body = new BodyParser();
        for (int split = 0; split < 9; split++) {
            body.begin(Framing.LENGTH, 5);
            assertEquals("hello|0|GET", read(body, ARRAY, "helloGET", split, 99));
        }
        body.begin(Framing.LENGTH, 9);
        assertEquals("hello|more", read(body, ARRAY, "hello", 0, 1));
        assertFalse(body.endOfInput());
        body.begin(Framing.LENGTH, 0);
        assertTrue(body.done());
    }

    @Test
    void untilCloseEndsWithTheInput() {
        BodyParser body = new BodyParser();
        body.begin(Framing.UNTIL_CLOSE, -1);
        assertEquals("hello|more", read(body, BodyParserTest::direct, "hello", 0, 2));
        assertFalse(body.done());
        assertTrue(body.endOfInput());
        assertTrue(body.done());
    }

    @Test
    void noDataLiesWithinTheBytesGiven() {
        BodyParser body = new BodyParser();
        body.begin(Framing.CHUNKED, -1);
        byte[] first = Messages.bytes("1;long=extension\r\na\r\n");
        assertEquals(first.length - 2, body.parse(first, 0, first.length));
        assertEquals(first.length - 3, body.dataStart());
        assertEquals(1, body.parse(first, first.length - 2, first.length - 1));
        assertEquals("1+0", body.dataStart() + "+" + body.dataLength());
    }

    @Test
    void anErrorIsFinalUntilTheNextBody() {
        BodyParser body = new BodyParser();
        body.begin(Framing.CHUNKED, -1);
        byte[] right = Messages.bytes("0\r\n\r\n");
        assertEquals(BodyParser.REFUSED, body.parse(new byte[] {'x'}, 0, 1));
        assertEquals(BodyParser.REFUSED, body.parse(right, 0, 5));
        assertFalse(body.endOfInput());
        body.begin(Framing.CHUNKED, -1);
        assertEquals(5, body.parse(right, 0, 5));
        assertTrue(body.done());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
    RFC 9112 7.1 no size;                       `~`;                        BAD_CHUNK_SIZE at 0
    RFC 9112 7.1 no digit;                      `g~`;                       BAD_CHUNK_SIZE at 0
    RFC 9112 7.1 sign;                          `+5~`;                      BAD_CHUNK_SIZE at 0
    RFC 9112 7.1 hexadecimal prefix;            `0x5~`;                     BAD_CHUNK_SIZE at 1
    RFC 9112 7.1 17 digits;                     `00000000000000005~`;       CHUNK_SIZE_TOO_LARGE at 16
    RFC 9112 7.1 2^63;                          `8000000000000000~`;        CHUNK_SIZE_TOO_LARGE at 15
    RFC 9112 7.1 bare LF behind the size;       `5^n`;                      BARE_LF at 1
    RFC 9112 7.1 bare CR behind the size;       `5^rx`;                     BARE_CR at 1
    RFC 9112 7.1 space behind the size;         `5 ~`;                      BAD_CHUNK_EXTENSION at 2
    RFC 9112 7.1.1 no name;                     `5;~`;                      BAD_CHUNK_EXTENSION at 2
    RFC 9112 7.1.1 no value;                    `5;a=~`;                    BAD_CHUNK_EXTENSION at 4
    RFC 9112 7.1.1 open quote;                  `5;a="~`;                   BAD_CHUNK_EXTENSION at 5
    RFC 9112 7.1.1 text behind the quote;       `5;a="b"c~`;                BAD_CHUNK_EXTENSION at 7
    RFC 9112 7.1.1 bare LF in an extension;     `5;a^n`;                    BARE_LF at 3
    RFC 9112 7.1.1 space and no extension;      `5;a ~`;                    BAD_CHUNK_EXTENSION at 4
    limit of a chunk line;                      `5;abcdefghijklmnopqrstuvwxyz~`; CHUNK_EXTENSION_TOO_LONG at 20
    limit of all extensions;                    `1;abcdefghijk~x~1;abcdefghijk~x~1;abcdefghijk~`; CHUNK_EXTENSION_TOO_LONG at 43
    RFC 9112 7.1 no CRLF behind the data;       `1~ab~`;                    BAD_CHUNK_END at 4
    RFC 9112 7.1 LF behind the data;            `1~a^n`;                    BAD_CHUNK_END at 4
    RFC 9112 7.1 CR and no LF behind the data;  `1~a^rx`;                   BAD_CHUNK_END at 5
    RFC 9110 6.5.1 framing in trailers;         `0~Content-Length: 1~~`;    FORBIDDEN_TRAILER at 3
    RFC 9110 6.5.1 authentication in trailers;  `0~A: b~authorization: x~~`; FORBIDDEN_TRAILER at 9
    RFC 9112 7.1.2 bare LF in trailers;         `0~A: b^n~`;                BARE_LF at 7
    RFC 9112 5.2 obs-fold in trailers;          `0~A: b~ c~~`;              OBS_FOLD at 9
    limit of trailers;                          `0~A: 345678901234567890123456789012345678901234567890~~`; TRAILERS_TOO_LONG at 43
    """)
    void rule(String name, String text, String error) {
        String all = text.replace("~", "\r\n").replace("^n", "\n").replace("^r", "\r");
        String whole = chunked(NARROW, ARRAY, all, all.length(), 1);
        assertEquals(error, whole.substring(whole.indexOf('|') + 1));
        everySplit(whole, NARROW, all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7fffffffffffffff\r\n", "0000000000000001\r\n", "F;a\r\n", "f ;\ta\t=\tb\r\n"})
    void sizesAndExtensionsThatAreRight(String text) {
        everySplit("|more", NARROW, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5;a",
                "5;a;b;c",
                "5;a=b;c",
                "5 ;a",
                "5\t \t;a",
                "5; \ta",
                "5;a =b",
                "5;a \t= \tb",
                "5;a ;b",
                "5;a\t \t;b",
                "5;a=b ;c",
                "5;a=b\t;c",
                "5;a=\"\"",
                "5;a=\"b\" ;c",
                "5;a=\"b\";c",
                "5;a=\"b \t\u00FF;=\"",
                "5;a=\"\\\"\\\\\"",
                "5;a=\"\\\t\"",
            })
    void extensionsThatAreRight(String line) {
        everySplit("hello|more", Http1Limits.DEFAULT, line + "\r\nhello\r\n");
    }

    /** Longer than what is copied of a line at once. */
    @Test
    void aLongExtension() {
        String line = "5;a=\"" + "0123456789".repeat(15) + "\"";
        everySplit("hello|more", Http1Limits.DEFAULT, line + "\r\nhello\r\n");
        everySplit("|BAD_CHUNK_EXTENSION at 156", Http1Limits.DEFAULT, line + "!\r\nhello\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5 a | 2",
                "5=a | 1",
                "5;;a | 2",
                "5;=a | 2",
                "5;\"a\" | 2",
                "5;a b | 4",
                "5;a@ | 3",
                "5;a =;b | 5",
                "5;a=;b | 4",
                "5;a== | 4",
                "5;a=b= | 5",
                "5;a=b c | 6",
                "5;a=b\"c | 5",
                "5;a=\"b\"= | 7",
                "5;a=\"b\" c | 8",
                "5;a=\"b\u0001\" | 6",
                "5;a=\"\\\u007F\" | 6",
                "5; ; | 3",
            })
    void extensionsThatAreWrong(String line, int at) {
        String error = line.startsWith("5=") ? "BAD_CHUNK_SIZE" : "BAD_CHUNK_EXTENSION";
        everySplit("|" + error + " at " + at, Http1Limits.DEFAULT, line + "\r\nhello\r\n");
    }

    /** Every octet of a line counts but its end, and every octet of an extension, the semicolon and blanks too. */
    @Test
    void limitsOfChunksAreExact() {
        String line = "0005 ;a=\"b\"\r\n";
        String more = line + "hello\r\n";
        everySplit("hello|more", Http1Limits.DEFAULT.withChunked(11, 7, 9), more);
        everySplit("|CHUNK_EXTENSION_TOO_LONG at 10", Http1Limits.DEFAULT.withChunked(10, 7, 9), more);
        everySplit("|CHUNK_EXTENSION_TOO_LONG at 10", Http1Limits.DEFAULT.withChunked(11, 6, 9), more);
        everySplit("hellohello|more", Http1Limits.DEFAULT.withChunked(11, 14, 9), more + more);
        everySplit("hello|CHUNK_EXTENSION_TOO_LONG at 30", Http1Limits.DEFAULT.withChunked(11, 13, 9), more + more);
        everySplit("|A=b 8|x", Http1Limits.DEFAULT.withChunked(1, 0, 8), "0\r\nA: b\r\n\r\nx");
        everySplit("|TRAILERS_TOO_LONG at 10", Http1Limits.DEFAULT.withChunked(1, 0, 7), "0\r\nA: b\r\n\r\nx");
    }

    @ParameterizedTest
    @EnumSource(
            value = Framing.class,
            names = {"NONE", "TUNNEL"})
    void withoutABodyTheNextMessageFollowsAtOnce(Framing framing) {
        BodyParser body = new BodyParser();
        body.begin(framing, 7);
        assertTrue(body.done() && body.endOfInput());
        assertEquals(0, body.parse(new byte[] {'G'}, 0, 1));
        assertEquals("0+0", body.dataStart() + "+" + body.dataLength());
        assertEquals(0, body.parse(ByteBuffer.allocateDirect(1)));
    }

    @Test
    void misuseIsRefusedByExceptions() {
        BodyParser body = new BodyParser();
        assertThrows(IllegalArgumentException.class, () -> body.begin(Framing.LENGTH, -1));
        body.begin(Framing.CHUNKED, -1);
        byte[] bytes = Messages.bytes("0\r\nA: b\r\n");
        assertThrows(IndexOutOfBoundsException.class, () -> body.parse(bytes, 1, bytes.length + 1));
        UnsafeBuffer agrona = new UnsafeBuffer(bytes);
        assertThrows(IndexOutOfBoundsException.class, () -> body.parse(agrona, 1, bytes.length));
        assertEquals(3, body.parse(bytes, 0, 8));
        assertEquals(0, body.trailersLength(), "none yet");
        assertThrows(IllegalArgumentException.class, () -> body.parse(bytes, 3, 6));
    }

    @Test
    void nothingIsLeftOfABodyThatWasRefused() {
        BodyParser body = new BodyParser();
        body.begin(Framing.CHUNKED, -1);
        byte[] wrong = Messages.bytes("1\r\na\r\nx");
        assertEquals(4, body.parse(wrong, 0, wrong.length));
        assertEquals(-1, body.errorOffset());
        assertEquals(BodyParser.REFUSED, body.parse(wrong, 4, wrong.length));
        assertEquals("BAD_CHUNK_SIZE at 6", body.error() + " at " + body.errorOffset());
        body.begin(Framing.LENGTH, 1);
        assertEquals("null at -1", body.error() + " at " + body.errorOffset());
        assertEquals(1, body.parse(wrong, 3, 5));
        assertTrue(body.done());
    }
}
