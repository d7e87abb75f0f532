package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buffers, splits, pipelining, states, and what a head says of its message. */
class HeadParserTest {
    private static final String FRONT = "GET / HTTP/1.1\r\nHost: a\r\n";

    private static RequestParser request(String text) {
        RequestParser parser = new RequestParser();
        byte[] bytes = Messages.bytes(text);
        assertEquals(bytes.length, parser.parse(bytes, 0, bytes.length), () -> parser.error() + "");
        return parser;
    }

    private static ResponseParser response(String text) {
        ResponseParser parser = new ResponseParser();
        byte[] bytes = Messages.bytes(text);
        assertEquals(bytes.length, parser.parse(bytes, 0, bytes.length), () -> parser.error() + "");
        return parser;
    }

    @Test
    void everySplitOfEveryMessageInEveryKindOfBufferIsTheSame() {
        for (Strictness strictness : Strictness.values()) {
            for (String text : Messages.REQUESTS) splits(new RequestParser(Http1Limits.DEFAULT, strictness), text);
            for (String text : Messages.RESPONSES) splits(new ResponseParser(Http1Limits.DEFAULT, strictness), text);
        }
    }

    private static void splits(HeadParser parser, String text) {
        byte[] bytes = Messages.bytes(text);
        String expected = Outcome.of(parser, parser.parse(bytes, 0, bytes.length));
        for (int kind = 0; kind < 4; kind++) {
            for (int split = 0; split <= bytes.length; split++) {
                parser.reset();
                int result = feed(parser, bytes, split, kind);
                // The second half comes in another kind of buffer, at another place.
                if (result == HeadParser.NEED_MORE) result = feed(parser, bytes, bytes.length, (kind + split) % 4);
                assertEquals(expected, Outcome.of(parser, result), "split at " + split);
            }
        }
    }

    private static int feed(HeadParser parser, byte[] bytes, int to, int kind) {
        if (kind == 0) return parser.parse(Arrays.copyOf(bytes, to), 0, to);
        if (kind == 1) {
            ByteBuffer direct = ByteBuffer.allocateDirect(to + 5).put(2, bytes, 0, to);
            int result = parser.parse(direct.position(2).limit(2 + to));
            assertEquals(2, direct.position());
            return result;
        }
        if (kind == 2) {
            ByteBuffer heap = ByteBuffer.allocate(to + 9).put(7, bytes, 0, to);
            return parser.parse(heap.position(3).slice().position(4).limit(4 + to));
        }
        UnsafeBuffer agrona = new UnsafeBuffer(ByteBuffer.allocateDirect(to + 5));
        agrona.putBytes(4, bytes, 0, to);
        return parser.parse(agrona, 4, to);
    }

    @Test
    void pipelinedRequestsFollowAtOnce() {
        RequestParser parser = new RequestParser();
        byte[] bytes = Messages.bytes((FRONT + "\r\n").repeat(16));
        int at = 0;
        for (int i = 0; i < 16; i++) at += parser.parse(bytes, at, bytes.length);
        assertEquals(bytes.length, at);
        assertEquals(HeadParser.NEED_MORE, parser.parse(bytes, at, bytes.length));
    }

    @Test
    void anErrorIsFinalUntilReset() {
        RequestParser parser = new RequestParser();
        byte[] wrong = Messages.bytes("(");
        byte[] right = Messages.bytes(FRONT + "\r\n");
        assertEquals(HeadParser.REFUSED, parser.parse(wrong, 0, 1));
        assertEquals(HeadParser.REFUSED, parser.parse(right, 0, right.length));
        assertEquals(HeadParser.REFUSED, parser.parse(ByteBuffer.allocateDirect(0)));
        assertEquals(Http1Error.BAD_METHOD, parser.error());
        parser.reset();
        assertNull(parser.error());
        assertEquals(right.length, parser.parse(right, 0, right.length));
    }

    @Test
    void noFramingIsLeftOfAHeadThatIsRefusedOrOver() {
        RequestParser parser = request(FRONT + "Content-Length: 7\r\n\r\n");
        assertEquals("LENGTH 7", parser.framing() + " " + parser.contentLength());
        byte[] begun = Messages.bytes(FRONT);
        assertEquals(HeadParser.NEED_MORE, parser.parse(begun, 0, begun.length));
        assertEquals("NONE -1", parser.framing() + " " + parser.contentLength());
        String[] refused = {"Content-Length: 7\r\nExpect: x\r\n\r\n", "Transfer-Encoding: chunked, gzip\r\n\r\n"};
        for (String fields : refused) {
            byte[] wrong = Messages.bytes(FRONT + fields);
            parser.reset();
            assertEquals(HeadParser.REFUSED, parser.parse(wrong, 0, wrong.length));
            assertEquals("NONE -1", parser.framing() + " " + parser.contentLength(), fields);
        }
    }

    @Test
    void misuseIsRefusedByExceptions() {
        RequestParser parser = new RequestParser();
        byte[] bytes = Messages.bytes(FRONT);
        assertThrows(IndexOutOfBoundsException.class, () -> parser.parse(bytes, 1, bytes.length + 1));
        parser.parse(bytes, 0, 9);
        assertThrows(IllegalArgumentException.class, () -> parser.parse(bytes, 0, 8));
        Fields fields = request(FRONT + "\r\n").fields();
        assertThrows(IndexOutOfBoundsException.class, () -> fields.value(1));
        assertThrows(IllegalArgumentException.class, () -> Http1Limits.DEFAULT.withMaxHead(-1));
        assertThrows(IllegalArgumentException.class, () -> Http1Limits.DEFAULT.withMaxHead(1 << 25));
    }

    @Test
    void limitsAreExact() {
        String head = "GET /12 HTTP/1.1\r\nHost: abc\r\n\r\n";
        byte[] bytes = Messages.bytes(head);
        Http1Limits exact = Http1Limits.DEFAULT
                .withMaxHead(head.length())
                .withMaxLines(16, 9)
                .withMaxFields(1);
        assertEquals(head.length(), new RequestParser(exact, Strictness.STRICT).parse(bytes, 0, bytes.length));
        refused(exact.withMaxHead(head.length() - 1), bytes, Http1Error.HEAD_TOO_LONG, head.length() - 1);
        refused(exact.withMaxLines(15, 9), bytes, Http1Error.REQUEST_LINE_TOO_LONG, 15);
        refused(exact.withMaxLines(16, 8), bytes, Http1Error.FIELD_TOO_LONG, 18 + 8);
        refused(exact.withMaxFields(0), bytes, Http1Error.TOO_MANY_FIELDS, 18);
    }

    private static void refused(Http1Limits limits, byte[] bytes, Http1Error error, int offset) {
        RequestParser parser = new RequestParser(limits, Strictness.STRICT);
        assertEquals(HeadParser.REFUSED, parser.parse(bytes, 0, bytes.length));
        assertEquals(error + " at " + offset, parser.error() + " at " + parser.errorOffset());
    }

    /** 64 KB of the worst kinds, byte by byte, and with room for as many wrong guesses behind: counted, not timed. */
    @Test
    void workIsLinearHoweverTheBytesCome() {
        Http1Limits wide = new Http1Limits(1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 1, 1, 1);
        String[] starts = {"", FRONT, FRONT + "A:", FRONT + "A: b", "GET /", "GET http://", FRONT + "A"};
        String[] fillers = {"a", " ", "a:\r\n", "\r\n", "%41", "a: \t\r\n", ":", "\u00FF~", "a: b\r\nContent-Length"};
        for (String start : starts) {
            for (String filler : fillers) {
                byte[] bytes = Messages.bytes(start + filler.repeat(65_536 / filler.length()));
                RequestParser parser = new RequestParser(wide, Strictness.STRICT);
                int to = 0;
                while (to <= bytes.length && parser.parse(bytes, 0, to) == HeadParser.NEED_MORE) to++;
                assertTrue(to == 0 || parser.steps() > 0, "counted");
                assertTrue(parser.steps() <= 2 * to + 64, () -> start + filler + " took " + parser.steps());
            }
        }
    }

    @Test
    void parsingAllocatesNothing() {
        assumeFalse(Vectors.ENABLED, "vectors are objects until the methods are compiled");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        RequestParser parser = new RequestParser();
        BodyParser body = new BodyParser();
        byte[] head = Messages.bytes(Messages.REQUESTS.get(5));
        ByteBuffer direct = ByteBuffer.allocateDirect(head.length).put(0, head);
        byte[] chunks = Messages.bytes("5;a=b\r\nhello\r\n0\r\nA: b\r\n\r\n");
        long least = Long.MAX_VALUE;
        long sum = 0;
        for (int attempt = 0; attempt < 10 && least > 0; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 200; i++) {
                sum += parser.parse(head, 0, head.length) + parser.parse(direct);
                if (parser.keepAlive() && parser.fields().contains(HeaderName.COOKIE)) sum++;
                parser.parse(head, 0, 100);
                parser.parse(head, 0, head.length);
                body.begin(Framing.CHUNKED, -1);
                for (int at = 0; !body.done(); ) at += body.parse(chunks, at, chunks.length);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
        assertTrue(sum > 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; ''; true",
                "0; ''; false",
                "1; close; false",
                "1; 'x, Close'; false",
                "1; 'closed'; true",
                "0; keep-alive; true",
                "0; te; false",
                "0; 'keep-alive, close'; false",
                "1; upgrade; true"
            })
    void connectionOptions(int minor, String connection, boolean keepAlive) {
        String field = connection.isEmpty() ? "" : "Connection: " + connection + "\r\n";
        assertEquals(
                keepAlive,
                request("GET / HTTP/1." + minor + "\r\nHost: a\r\n" + field + "\r\n")
                        .keepAlive());
        assertEquals(
                keepAlive,
                response("HTTP/1." + minor + " 200 OK\r\nContent-Length: 1\r\n" + field + "\r\n")
                        .keepAlive(RequestMethod.GET));
    }

    @Test
    void closeInASecondConnectionFieldCounts() {
        String two = FRONT + "Connection: keep-alive\r\nConnection: te, close\r\n\r\n";
        assertEquals(false, request(two).keepAlive());
    }

    @Test
    void expectAndUpgrade() {
        assertTrue(request(FRONT + "Expect: 100-Continue\r\nContent-Length: 3\r\n\r\n")
                .expectContinue());
        assertEquals(
                false, request("GET / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n").expectContinue());
        String upgrade = "Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n\r\n";
        assertTrue(request(FRONT + upgrade).upgrade());
        assertEquals(false, request(FRONT + "Upgrade: websocket\r\n\r\n").upgrade());
        assertEquals(false, request("GET / HTTP/1.0\r\n" + upgrade).upgrade());
        assertTrue(response("HTTP/1.1 101 \r\n" + upgrade).upgrade());
        assertEquals(false, response("HTTP/1.1 200 \r\n" + upgrade).upgrade());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 200, Content-Length: 3, LENGTH",
        "GET, 200, Content-Length: 0, NONE",
        "GET, 200, Transfer-Encoding: chunked, CHUNKED",
        "GET, 200, A: b, UNTIL_CLOSE",
        "HEAD, 200, Content-Length: 3, NONE",
        "GET, 204, Content-Length: 3, NONE",
        "GET, 304, Transfer-Encoding: chunked, NONE",
        "GET, 100, A: b, NONE",
        "GET, 101, A: b, TUNNEL",
        "CONNECT, 200, Transfer-Encoding: chunked, TUNNEL",
        "CONNECT, 407, Content-Length: 3, LENGTH"
    })
    void framingOfResponses(RequestMethod method, int status, String field, Framing framing) {
        ResponseParser parser = response("HTTP/1.1 " + status + " x\r\n" + field + "\r\n\r\n");
        assertEquals(framing, parser.framing(method));
        assertEquals(framing != Framing.UNTIL_CLOSE && framing != Framing.TUNNEL, parser.keepAlive(method));
        assertEquals(status + " x", parser.status() + " " + parser.reason());
    }

    @Test
    void repeatedFieldsAreFoundInTheirOrder() {
        Fields fields = request(FRONT + "Cookie: a\r\nX: y\r\ncookie: b\r\nAlt-Used: c\r\nX: z\r\n\r\n")
                .fields();
        assertEquals(1, fields.indexOf(HeaderName.COOKIE));
        assertEquals(3, fields.indexOf(HeaderName.COOKIE, 2));
        assertEquals(4, fields.indexOf(HeaderName.ALT_USED));
        assertEquals(-1, fields.indexOf(HeaderName.VIA));
        assertEquals(-1, fields.indexOf(HeaderName.X_FRAME_OPTIONS));
        assertEquals(2, fields.indexOf("x", 0));
        assertEquals(5, fields.indexOf("x", 3));
        assertEquals("a", fields.value(HeaderName.COOKIE));
        assertTrue(fields.valueEquals(5, "z") && !fields.valueEquals(5, "Z") && fields.valueEqualsIgnoreCase(5, "Z"));
    }

    @Test
    void whatAFieldIsCalled() {
        Fields fields = request(FRONT + "x-UNKNOWN: V\r\nACCEPT: w\r\n\r\n").fields();
        assertEquals("x-UNKNOWN Accept", fields.name(1) + " " + fields.name(2));
        assertTrue(fields.nameEquals(1, "X-unknown") && fields.nameEquals(2, "accept"));
        assertEquals(false, fields.nameEquals(1, "X-unknowm") || fields.nameEquals(1, "X-unknow"));
        assertEquals(false, fields.valueEquals(1, "VV") || fields.valueEqualsIgnoreCase(1, "w"));
        assertTrue(fields.contains(HeaderName.ACCEPT) && fields.contains(HeaderName.HOST));
        assertEquals(false, fields.contains(HeaderName.VIA));
        assertEquals("a", fields.value(HeaderName.HOST));
        assertEquals(0, fields.indexOf("host", 0));
        assertEquals("w null", fields.value(HeaderName.ACCEPT) + " " + fields.value(HeaderName.VIA));
        assertEquals(-1, fields.indexOf("accept", 3));
        assertEquals(-1, fields.indexOf(HeaderName.ACCEPT, 3));
    }

    @Test
    void framingAndExpectationsOfRequests() {
        assertEquals(Framing.NONE, request(FRONT + "\r\n").framing());
        assertEquals(Framing.NONE, request(FRONT + "Content-Length: 0\r\n\r\n").framing());
        assertEquals(
                Framing.LENGTH, request(FRONT + "Content-Length: 1\r\n\r\n").framing());
        assertEquals(
                Framing.CHUNKED,
                request(FRONT + "Transfer-Encoding: x-gzip, deflate\r\nTransfer-Encoding: "
                                + "compress,x-compress, chunked\r\n\r\n")
                        .framing());
        assertEquals(false, request(FRONT + "\r\n").expectContinue());
        RequestParser lax = new RequestParser(Http1Limits.DEFAULT, Strictness.LAX);
        byte[] tea = Messages.bytes(FRONT + "Expect: tea\r\n\r\n");
        assertEquals(tea.length, lax.parse(tea, 0, tea.length));
        assertEquals(false, lax.expectContinue());
        assertEquals(false, request(FRONT + "Connection: upgrade\r\n\r\n").upgrade());
        assertEquals(
                false, response("HTTP/1.1 101 \r\nConnection: upgrade\r\n\r\n").upgrade());
        assertEquals(
                "PROPFIND", request("PROPFIND / HTTP/1.1\r\nHost: a\r\n\r\n").methodName());
        assertEquals(2, request("\r\nPUT / HTTP/1.1\r\nHost: a\r\n\r\n").methodStart());
    }

    @Test
    void refusalsAreWhereWhatIsWrongStands() {
        byte[] two = Messages.bytes(FRONT + "Expect: 100-continue\r\nExpect: tea\r\n\r\n");
        refused(Http1Limits.DEFAULT, two, Http1Error.UNKNOWN_EXPECTATION, FRONT.length() + 30);
        byte[] hosts = Messages.bytes(FRONT + "A: b\r\nHost: b\r\n\r\n");
        refused(Http1Limits.DEFAULT, hosts, Http1Error.DUPLICATE_HOST, FRONT.length() + 6);
        byte[] host = Messages.bytes("GET / HTTP/1.1\r\nHost: a:x\r\n\r\n");
        refused(Http1Limits.DEFAULT, host, Http1Error.BAD_HOST, 24);
        byte[] none = Messages.bytes("GET / HTTP/1.1\r\n\r\n");
        refused(Http1Limits.DEFAULT, none, Http1Error.MISSING_HOST, 16);
        byte[] coding = Messages.bytes(FRONT + "Transfer-Encoding: gzip , br\r\n\r\n");
        refused(Http1Limits.DEFAULT, coding, Http1Error.UNKNOWN_TRANSFER_CODING, FRONT.length() + 26);
        byte[] length = Messages.bytes(FRONT + "Content-Length: 12a\r\n\r\n");
        refused(Http1Limits.DEFAULT, length, Http1Error.BAD_CONTENT_LENGTH, FRONT.length() + 18);
        refused(Http1Limits.DEFAULT, Messages.bytes(FRONT + "A: b\rc"), Http1Error.BARE_CR, FRONT.length() + 4);
        refused(Http1Limits.DEFAULT, Messages.bytes(FRONT + "\rc"), Http1Error.BARE_CR, FRONT.length());
        refused(Http1Limits.DEFAULT, Messages.bytes("GET / HTTP/1.1\rc"), Http1Error.BARE_CR, 14);
        refused(Http1Limits.DEFAULT, Messages.bytes("\rGET"), Http1Error.BARE_CR, 0);
    }
}
