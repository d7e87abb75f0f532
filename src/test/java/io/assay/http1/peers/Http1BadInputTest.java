package io.assay.http1.peers;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.http1.Http1Implementation;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each parser does with requests that RFC 9112 forbids, or allows to be refused. Ours is the reference; where a peer
 * differs, the difference stands here: a peer that accepts does less work than it should, or does it behind its parser
 * (Undertow, Tomcat and HttpCore look at Host, framing and version there), where it is not measured.
 */
class Http1BadInputTest {
    private static final String REFUSED = "refused";
    private static final String ACCEPTED = "accepted";
    private static final String MORE = "needs more";

    private static final String GET = "GET / HTTP/1.1\r\n";
    private static final String HOST = "Host: a\r\n";
    private static final String END = "\r\n";
    private static final String POST = "POST / HTTP/1.1\r\n" + HOST;
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";

    private static final Map<String, String> BAD = ordered(
            entry("space before the colon", GET + HOST + "A : b\r\n" + END),
            entry("obs-fold", GET + HOST + "A: b\r\n c\r\n" + END),
            entry("bare LF", "GET / HTTP/1.1\nHost: a\n\n"),
            entry("bare CR in a value", GET + HOST + "A: b\rc\r\n" + END),
            entry("no Host", GET + "A: b\r\n" + END),
            entry("two Hosts", GET + HOST + HOST + END),
            entry("control character in a value", GET + HOST + "A: b\u0001c\r\n" + END),
            entry("NUL in a value", GET + HOST + "A: b\u0000c\r\n" + END),
            entry("bad name", GET + HOST + "A(: b\r\n" + END),
            entry("empty name", GET + HOST + ": b\r\n" + END),
            entry("field without a colon", GET + HOST + "A\r\n" + END),
            entry("space before the first field", GET + " A: b\r\n" + HOST + END),
            entry("CL with TE", POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            entry("CLs that differ", POST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
            entry("CL with a sign", POST + "Content-Length: +1\r\n\r\na"),
            entry("TE that ends in another coding", POST + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n"),
            entry("unknown TE", POST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
            entry("chunk size of 17 digits", CHUNKED + "00000000000000001\r\na\r\n0\r\n\r\n"),
            entry("chunk size with 0x", CHUNKED + "0x1\r\na\r\n0\r\n\r\n"),
            entry("chunk size with a sign", CHUNKED + "+1\r\na\r\n0\r\n\r\n"),
            entry("chunk longer than its size", CHUNKED + "1\r\nabc\r\n0\r\n\r\n"),
            entry("bare LF behind a chunk size", CHUNKED + "1\na\r\n0\r\n\r\n"),
            entry("bad method", "G@T / HTTP/1.1\r\n" + HOST + END),
            entry("control character in the target", "GET /\u0001 HTTP/1.1\r\n" + HOST + END),
            entry("space in the target", "GET /a b HTTP/1.1\r\n" + HOST + END),
            entry("two spaces", "GET  / HTTP/1.1\r\n" + HOST + END),
            entry("no version", "GET /\r\n" + HOST + END),
            entry("version 2.0", "GET / HTTP/2.0\r\n" + HOST + END));

    private static final Map<Http1Implementation, Map<String, String>> DIFFERENT =
            new EnumMap<>(Http1Implementation.class);

    static {
        DIFFERENT.put(Http1Implementation.ASSAY, Map.of());
        DIFFERENT.put(Http1Implementation.ASSAY_LAX, accepts("bare LF", "no Host", "control character in a value"));
        DIFFERENT.put(
                Http1Implementation.NETTY,
                accepts(
                        "obs-fold",
                        "no Host",
                        "two Hosts",
                        "chunk size of 17 digits",
                        "control character in the target",
                        "two spaces",
                        "version 2.0"));
        DIFFERENT.put(
                Http1Implementation.NETTY_LAX,
                accepts(
                        "space before the colon",
                        "obs-fold",
                        "bare CR in a value",
                        "no Host",
                        "two Hosts",
                        "control character in a value",
                        "NUL in a value",
                        "bad name",
                        "empty name",
                        "space before the first field",
                        "chunk size of 17 digits",
                        "control character in the target",
                        "two spaces",
                        "version 2.0"));
        DIFFERENT.put(Http1Implementation.JETTY, accepts("bare LF", "two spaces", "version 2.0"));
        DIFFERENT.put(Http1Implementation.JETTY_CACHED, DIFFERENT.get(Http1Implementation.JETTY));
        DIFFERENT.put(
                Http1Implementation.UNDERTOW,
                accepts(
                        "obs-fold",
                        "no Host",
                        "two Hosts",
                        "CL with TE",
                        "CL with a sign",
                        "TE that ends in another coding",
                        "unknown TE",
                        "chunk size of 17 digits",
                        "chunk longer than its size",
                        "bare LF behind a chunk size",
                        "version 2.0"));
        DIFFERENT.put(
                Http1Implementation.TOMCAT,
                accepts(
                        "obs-fold",
                        "bare LF",
                        "no Host",
                        "two Hosts",
                        "CL with TE",
                        "TE that ends in another coding",
                        "unknown TE",
                        "two spaces",
                        "no version",
                        "version 2.0"));
        DIFFERENT.put(
                Http1Implementation.HTTPCORE5,
                accepts(
                        "obs-fold",
                        "bare LF",
                        "bare CR in a value",
                        "no Host",
                        "two Hosts",
                        "control character in a value",
                        "NUL in a value",
                        "bad name",
                        "space before the first field",
                        "CL with TE",
                        "CL with a sign",
                        "TE that ends in another coding",
                        "unknown TE",
                        "chunk size of 17 digits",
                        "chunk size with a sign",
                        "bare LF behind a chunk size",
                        "bad method",
                        "control character in the target",
                        "two spaces",
                        "version 2.0"));
        DIFFERENT.put(
                Http1Implementation.BOUND_RAPIDOID,
                accepts(
                        "space before the colon",
                        "obs-fold",
                        "bare LF",
                        "bare CR in a value",
                        "no Host",
                        "two Hosts",
                        "control character in a value",
                        "NUL in a value",
                        "bad name",
                        "empty name",
                        "field without a colon",
                        "space before the first field",
                        "CL with TE",
                        "bad method",
                        "control character in the target",
                        "space in the target",
                        "two spaces",
                        "no version",
                        "version 2.0"));
        // Its server compares them behind the parser; here the first counts, and a byte is left over.
        DIFFERENT.get(Http1Implementation.UNDERTOW).put("CLs that differ", MORE);
    }

    @ParameterizedTest
    @EnumSource
    void everyParserAnswersAsItIsKnownTo(Http1Implementation implementation) {
        Map<String, String> different = DIFFERENT.get(implementation);
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> actual = new LinkedHashMap<>();
        BAD.forEach((what, request) -> {
            expected.put(what, different.getOrDefault(what, REFUSED));
            actual.put(what, answer(implementation, request));
        });
        assertEquals(expected, actual);
    }

    private static String answer(Http1Implementation implementation, String request) {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        try {
            implementation.over(bytes).parseAndRead(0, bytes.length, new MessageSum());
        } catch (Exception refused) {
            return MORE.equals(refused.getMessage()) ? MORE : REFUSED;
        }
        return ACCEPTED;
    }

    private static Map<String, String> accepts(String... what) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String one : what) {
            assertTrue(BAD.containsKey(one), one);
            map.put(one, ACCEPTED);
        }
        return map;
    }

    @SafeVarargs
    private static Map<String, String> ordered(Map.Entry<String, String>... entries) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }
}
