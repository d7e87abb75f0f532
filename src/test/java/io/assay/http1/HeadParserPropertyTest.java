package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The parser says what the reference says, error and offset included, at once and byte by byte. */
class HeadParserPropertyTest {
    private static final Http1Limits NARROW = new Http1Limits(400, 60, 10, 2, 9, 90, 32, 64, 200);

    @Property(tries = 20_000)
    void requestsAgreeWithTheReference(@ForAll long seed, @ForAll boolean lax, @ForAll boolean narrow) {
        Random random = new Random(seed);
        String text = Messages.mutant(Messages.REQUESTS, random);
        Http1Limits limits = narrow ? NARROW : Http1Limits.DEFAULT;
        Strictness strictness = lax ? Strictness.LAX : Strictness.STRICT;
        String expected = ReferenceParser.request(text, limits, strictness);
        check(expected, new RequestParser(limits, strictness), text, random);
    }

    @Property(tries = 5_000)
    void responsesAgreeWithTheReference(@ForAll long seed, @ForAll boolean lax, @ForAll boolean narrow) {
        Random random = new Random(seed);
        String text = Messages.mutant(Messages.RESPONSES, random);
        Http1Limits limits = narrow ? NARROW : Http1Limits.DEFAULT;
        Strictness strictness = lax ? Strictness.LAX : Strictness.STRICT;
        String expected = ReferenceParser.response(text, limits, strictness);
        check(expected, new ResponseParser(limits, strictness), text, random);
    }

    @Property(tries = 3_000)
    void anyBytesAgreeWithTheReference(@ForAll byte[] bytes, @ForAll boolean lax) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        Strictness strictness = lax ? Strictness.LAX : Strictness.STRICT;
        String expected = ReferenceParser.request("GET / HTTP/1.1\r\n" + text, Http1Limits.DEFAULT, strictness);
        check(expected, new RequestParser(Http1Limits.DEFAULT, strictness), "GET / HTTP/1.1\r\n" + text, new Random(1));
    }

    @Test
    void spaceBeforeObsTextThatJavaTakesForALineEndStays() {
        String text = "GET / HTTP/1.1\r\nHost: a\r\nX: b \u0085\r\n\r\n";
        String expected = ReferenceParser.request(text, Http1Limits.DEFAULT, Strictness.STRICT);
        check(expected, new RequestParser(), text, new Random(2));
    }

    /** What lies behind the range, and before it, has no influence, nor has the room behind it in the array. */
    private static void check(String expected, HeadParser parser, String text, Random random) {
        byte[] message = Messages.bytes(text);
        int before = random.nextInt(20);
        byte[] padded = new byte[before + message.length + random.nextInt(160)];
        random.nextBytes(padded);
        System.arraycopy(message, 0, padded, before, message.length);
        String context = text.replace("\r", "\\r").replace("\n", "\\n");
        assertEquals(expected, Outcome.of(parser, parser.parse(message, 0, message.length)), context);
        parser.reset();
        assertEquals(expected, Outcome.of(parser, parser.parse(padded, before, before + message.length)), context);
        parser.reset();
        int result = HeadParser.NEED_MORE;
        int given = 0;
        while (result == HeadParser.NEED_MORE && given <= message.length) {
            result = parser.parse(padded, before, before + given++);
        }
        assertEquals(expected, Outcome.of(parser, result), context);
        assertTrue(parser.steps() <= 2 * given, "linear");
    }

    @Test
    void mutantsMeetEveryErrorOfAHead() {
        Random random = new Random(42);
        Set<String> met = new TreeSet<>();
        for (int i = 0; i < 60_000; i++) {
            boolean request = i % 3 > 0;
            List<String> messages = request ? Messages.REQUESTS : Messages.RESPONSES;
            HeadParser parser = request
                    ? new RequestParser(NARROW, Strictness.STRICT)
                    : new ResponseParser(NARROW, Strictness.STRICT);
            byte[] message = Messages.bytes(Messages.mutant(messages, random));
            if (parser.parse(message, 0, message.length) < 0) met.add(parser.error() + "");
        }
        Set<String> missed = new TreeSet<>();
        for (Http1Error error : Http1Error.values()) missed.add(error.name());
        missed.removeAll(met);
        missed.removeIf(name -> name.contains("CHUNK") || name.contains("TRAILER"));
        assertEquals(Set.of(), missed);
    }
}
