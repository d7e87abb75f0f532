package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a line, its name and its value end, how much room is behind it, what lies there, and the limits about it change
 * nothing against the automaton, which alone sees bytes that come one by one.
 */
class VectorLinesTest {
    private static final String START = "GET / HTTP/1.1\r\nHost: h\r\n";
    private static final String BEHIND = "Accept: x\r\nTE: y\r\nX-9: z\r\naccept:u\r\n";
    private static final int[] LENGTHS = {62, 63, 64, 65, 66, 127, 128, 129, 193};
    private static final int[] SLACKS = {0, 1, 7, 8, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 140};
    private static final List<String> STALE = List.of("v", ":", "\r\n", "\r\n\r\n", "\t\r\nX: y\r\n", "\n:\r", "\0");

    private static final List<String> VALUES = List.of("v", " v", "\t", " ", "\u00E9\t", "v \t", "\t\u00FF ");

    private int turn;

    /** A reused buffer holds anything; so each case takes the next of the rooms and of what is in them. */
    private byte[] amid(byte[] head, int before) {
        int slack = SLACKS[turn % SLACKS.length];
        String stale = STALE.get(turn++ % STALE.size()).repeat(slack).substring(0, slack);
        byte[] b = new byte[before + head.length + slack];
        System.arraycopy(head, 0, b, before, head.length);
        System.arraycopy(Messages.bytes(stale), 0, b, before + head.length, slack);
        return b;
    }

    private static String outcome(RequestParser parser, int result) {
        Fields f = parser.fields();
        StringBuilder all = new StringBuilder(Outcome.of(parser, result));
        if (result <= 0) return all + "";
        for (int i = 0; i < f.count; i++) all.append(' ').append(f.ranges[i * Fields.STRIDE + Fields.LENGTH_AND_ID]);
        all.append(' ').append(f.seen).append(' ').append(f.repeated);
        for (int i = 0; i < f.last.length; i++) {
            if ((f.seen >>> i & 1) != 0) all.append(' ').append(i).append('@').append(f.last[i]);
        }
        return all + "";
    }

    private void check(String text, Http1Limits limits) {
        byte[] head = Messages.bytes(text);
        RequestParser parser = new RequestParser(limits, Strictness.STRICT);
        int result = HeadParser.NEED_MORE;
        for (int to = 1; to <= head.length && result == HeadParser.NEED_MORE; to++) result = parser.parse(head, 0, to);
        String automaton = outcome(parser, result);
        for (int i = 0; i < 3; i++) {
            int before = 3 * i;
            byte[] b = amid(head, before);
            parser.reset();
            assertEquals(
                    automaton,
                    outcome(parser, parser.parse(b, before, before + head.length)),
                    () -> text + " and " + (b.length - before - head.length) + ", " + limits);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 62, 63, 64, 65})
    void linesAndNamesThatEndAboutABlock(int name) {
        for (int length : LENGTHS) {
            String value = VALUES.get((turn + length) % VALUES.size());
            String filler = value.repeat(length).substring(0, Math.max(0, length - name - 1));
            String line = "n".repeat(name) + ":" + filler + "\r\n";
            check(START + line + BEHIND + "\r\n", Http1Limits.DEFAULT);
        }
    }

    @Test
    void limitsAboutALine() {
        for (int length : LENGTHS) {
            for (String filler : List.of("v", "\tv")) {
                String line = "X: " + filler.repeat(length).substring(0, length - 3) + "\r\n";
                for (int max = length - 1; max <= length + 1; max++) {
                    check(START + line + BEHIND + "\r\n", Http1Limits.DEFAULT.withMaxLines(80, max));
                }
            }
        }
        for (int fields : new int[] {0, 1, 4, 5, 6, 1 << 29, Integer.MAX_VALUE}) {
            check(START + BEHIND + "\r\n", Http1Limits.DEFAULT.withMaxFields(fields));
        }
        for (int fields : new int[] {31, 32, 33, 63, 64, 65}) {
            check(START + "A: b\r\n".repeat(64) + "\r\n", Http1Limits.DEFAULT.withMaxFields(fields));
        }
    }

    @Test
    void linesThatAreNotRight() {
        List<String> lines = List.of(
                "no colon\r\n",
                "\r",
                "\r\r\n",
                "\n",
                "\tX: y\r\n",
                "X\t: y\r\n",
                "Ho\tst: y\r\n",
                "X\u00E9: y\r\n",
                "X: \0\r\n",
                "X: y\rz\r\n",
                "X: y\nz: y\r\n",
                "X: \u007F\r\n",
                "(: y\r\n",
                "Via\r: y\r\n",
                "\u0014E: y\r\n",
                "X: \t\0\r\n",
                "X:\tv\r",
                "n".repeat(64) + "\r\n",
                "n".repeat(63) + "\r\n",
                "n".repeat(80) + "\tv:w\r\n");
        for (String line : lines) {
            for (String before : List.of("X: y\r\n", "X: " + "v".repeat(100) + "\r\n")) {
                check(START + before + line + BEHIND + "\r\n", Http1Limits.DEFAULT);
                check(START + before + line, Http1Limits.DEFAULT);
            }
        }
    }

    /** Room enough for the first look, and none for another: tabs need one, and so does a line that has not ended. */
    @Test
    void linesThatReachTheArraysEnd() {
        for (String text :
                List.of("X: " + "v".repeat(200), "n".repeat(64) + ":" + "v".repeat(200), "X:" + "\t".repeat(200))) {
            for (int length = 56; length < 80; length++) check(text.substring(0, length), 0);
            for (int length = 120; length < 138; length++) check(text.substring(0, length), 0);
            for (int slack = 0; slack < 10; slack++) check(text.substring(0, 65) + "\r\n", slack);
            for (int length = 60; length < 70; length++) check(text.substring(0, length), 137 - length);
        }
    }

    private static void check(String line, int slack) {
        byte[] b = Messages.bytes(START + line + "\t".repeat(slack));
        RequestParser parser = new RequestParser();
        int end = b.length - slack;
        assertEquals(HeadParser.NEED_MORE, parser.parse(b, 0, end), line);
        assertEquals(line.endsWith("\n") ? 2 : 1, parser.fields().count(), line);
    }

    /** An LF that a reused buffer still holds is not the peer's. */
    @Test
    void staleLf() {
        for (String line : List.of("X: y", "X: " + "v".repeat(80), "X: " + "v".repeat(125), "")) {
            byte[] b = Messages.bytes(START + line + "\r\n" + "x".repeat(200));
            int lf = START.length() + line.length() + 1;
            RequestParser parser = new RequestParser();
            assertEquals(HeadParser.NEED_MORE, parser.parse(b, 0, lf), line);
            b[lf] = 'x';
            assertEquals(HeadParser.REFUSED, parser.parse(b, 0, lf + 1), line);
            assertEquals(Http1Error.BARE_CR, parser.error(), line);
        }
    }

    /** Nothing else would show that a line that could be taken is left to the automaton. */
    @ParameterizedTest
    @ValueSource(ints = {100, Integer.MAX_VALUE})
    void takesLinesThatAreRight(int maxFields) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3 * LENGTHS.length; i++) {
            lines.append("X: ")
                    .append("\tv".repeat(100), 0, LENGTHS[i % LENGTHS.length] - 3)
                    .append("\r\n");
        }
        lines.append(BEHIND).append("n".repeat(63)).append(":\r\n");
        byte[] b = Messages.bytes("\r\n\r\n" + lines + "\r\n" + "x".repeat(VectorLines.REACH - 2));
        Http1Limits limits = Http1Limits.DEFAULT.withMaxLines(10, 193).withMaxFields(maxFields);
        Fields fields = new Fields();
        VectorLines vectors = new VectorLines(fields, limits);
        assertTrue(vectors.fit(4));
        assertEquals(4 + lines.length(), vectors.take(b, 4, 4, b.length));
        assertEquals(3 * LENGTHS.length + 5, fields.count);
    }

    /** A trailer section may be the first that is in an array; there is nothing before it then. */
    @Test
    void trailersAtAnArraysStart() {
        for (String text : List.of("\r\n", ":b\r\n\r\n", "a:b\r\n\r\n", "TE:b\r\n\r\n", "ab:b\r\nab: c\r\n\r\n")) {
            String there = trailers(text, 20);
            for (int at = 0; at < 5; at++) assertEquals(there, trailers(text, at), text);
        }
    }

    private static String trailers(String text, int at) {
        BodyParser body = new BodyParser();
        body.begin(Framing.CHUNKED, -1);
        body.parse(Messages.bytes("0\r\n"), 0, 3);
        byte[] b = Messages.bytes("x".repeat(at) + text + "x".repeat(100));
        int length = body.parse(b, at, at + text.length());
        return length + " " + body.error() + " at " + body.errorOffset() + " "
                + body.trailers().count();
    }

    @Test
    void aHostEndsWhereItIsSaidTo() {
        for (int slack : new int[] {0, 1, 80}) {
            byte[] b = Messages.bytes("a.example.org:80" + "x".repeat(slack));
            for (int to = 1; to <= 14; to++) assertEquals(-1, Authority.check(b, 0, to, Authority.HOST));
            assertEquals(0, Authority.check(b, 0, 0, Authority.HOST));
            assertEquals(14, Authority.check(b, 0, 14, Authority.HOST | Authority.PORT));
        }
    }
}
