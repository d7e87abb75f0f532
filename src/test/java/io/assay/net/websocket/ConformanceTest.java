package io.assay.net.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The categories of the public conformance suite by own cases, each whole, cut at every place, and byte by byte. */
class ConformanceTest {
    private static final int TEXT = 0x81;
    private static final int BINARY = 0x82;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8A;
    private static final int FIRST_TEXT = 0x01;
    private static final int FIRST_BINARY = 0x02;
    private static final int MIDDLE = 0x00;
    private static final int LAST = 0x80;

    private final List<DynamicTest> cases = new ArrayList<>();

    private void expect(String name, Frames frames, String... found) {
        expect(name, frames, WebSocketLimits.DEFAULT, found);
    }

    private void expect(String name, Frames frames, WebSocketLimits limits, String... found) {
        byte[] bytes = frames.bytes();
        List<String> wanted = List.of(found);
        cases.add(DynamicTest.dynamicTest(name, () -> {
            assertEquals(wanted, Messages.decode(bytes, limits, bytes.length), "whole");
            assertEquals(
                    wanted,
                    Messages.decode(
                            bytes,
                            limits,
                            IntStream.rangeClosed(1, bytes.length).toArray()));
            // Of long payloads only what lies near the heads and the ends.
            for (int cut = 0; cut <= bytes.length; cut += cut > 200 && cut < bytes.length - 200 ? 997 : 1) {
                assertEquals(wanted, Messages.decode(bytes, limits, cut, bytes.length), "cut at " + cut);
            }
        }));
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) '*');
        return bytes;
    }

    private static String of(String kind, int length) {
        return Messages.line(kind, filled(length), 0, length);
    }

    private static String text(String text) {
        return Messages.line("text", text);
    }

    private static String refused(WebSocketError error) {
        return "refused " + error;
    }

    @TestFactory
    Stream<DynamicTest> framing() {
        for (int n : new int[] {0, 1, 125, 126, 127, 128, 65_535, 65_536, 70_001}) {
            expect("text " + n, new Frames().frame(TEXT, filled(n)), of("text", n));
            expect("binary " + n, new Frames().frame(BINARY, filled(n)), of("binary", n));
        }
        expect("not minimal 16", new Frames().frame(TEXT, filled(125), 2), refused(WebSocketError.LENGTH_NOT_MINIMAL));
        expect("not minimal 64", new Frames().frame(TEXT, filled(300), 8), refused(WebSocketError.LENGTH_NOT_MINIMAL));
        expect("highest bit", new Frames().head(TEXT, -1, 8), refused(WebSocketError.BAD_LENGTH));
        expect("not masked", new Frames().raw(TEXT, 1, 'a'), refused(WebSocketError.NOT_MASKED));
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> pingsAndPongs() {
        expect("empty", new Frames().frame(PING, ""), Messages.line("ping", ""));
        expect("with payload", new Frames().frame(PING, "hi"), Messages.line("ping", "hi"));
        expect("125", new Frames().frame(PING, filled(125)), of("ping", 125));
        expect("126", new Frames().frame(PING, filled(126)), refused(WebSocketError.CONTROL_TOO_LONG));
        expect("pong alone", new Frames().frame(PONG, "?"), Messages.line("pong", "?"));
        expect("binary payload", new Frames().frame(PING, new byte[] {-1, 0, -128}), "ping 3:ff0080");
        Frames ten = new Frames();
        for (int i = 0; i < 10; i++) ten.frame(PING, "p" + i);
        expect(
                "ten",
                ten,
                IntStream.range(0, 10)
                        .mapToObj(i -> Messages.line("ping", "p" + i))
                        .toArray(String[]::new));
        expect("fragmented", new Frames().frame(0x09, "hi"), refused(WebSocketError.FRAGMENTED_CONTROL));
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> reservedBitsAndOpcodes() {
        for (int bits : new int[] {0x10, 0x20, 0x40, 0x70}) {
            expect("bits " + bits, new Frames().frame(TEXT | bits, "x"), refused(WebSocketError.RESERVED_BIT));
            expect(
                    "behind a message, bits " + bits,
                    new Frames().frame(TEXT, "ok").frame(PING | bits, ""),
                    text("ok"),
                    refused(WebSocketError.RESERVED_BIT));
        }
        for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
            expect("opcode " + opcode, new Frames().frame(0x80 | opcode, ""), refused(WebSocketError.RESERVED_OPCODE));
            expect(
                    "behind a message, opcode " + opcode,
                    new Frames().frame(TEXT, "ok").frame(0x80 | opcode, "x"),
                    text("ok"),
                    refused(WebSocketError.RESERVED_OPCODE));
        }
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> fragmentation() {
        expect("two", new Frames().frame(FIRST_TEXT, "ab").frame(LAST, "cd"), text("abcd"));
        expect(
                "empty ones",
                new Frames().frame(FIRST_TEXT, "").frame(MIDDLE, "").frame(LAST, ""),
                text(""));
        expect(
                "empty around",
                new Frames().frame(FIRST_TEXT, "").frame(MIDDLE, "x").frame(LAST, ""),
                text("x"));
        expect(
                "ping between",
                new Frames().frame(FIRST_TEXT, "ab").frame(PING, "!").frame(LAST, "cd"),
                Messages.line("ping", "!"),
                text("abcd"));
        expect(
                "many pings between",
                new Frames()
                        .frame(FIRST_BINARY, "a")
                        .frame(PING, "1")
                        .frame(MIDDLE, "b")
                        .frame(PONG, "2")
                        .frame(LAST, "c"),
                Messages.line("ping", "1"),
                Messages.line("pong", "2"),
                Messages.line("binary", "abc"));
        expect("nothing to continue", new Frames().frame(LAST, "x"), refused(WebSocketError.NOTHING_TO_CONTINUE));
        expect(
                "nothing to continue, first",
                new Frames().frame(MIDDLE, "x"),
                refused(WebSocketError.NOTHING_TO_CONTINUE));
        expect(
                "after the end",
                new Frames().frame(FIRST_TEXT, "a").frame(LAST, "b").frame(LAST, "c"),
                text("ab"),
                refused(WebSocketError.NOTHING_TO_CONTINUE));
        expect(
                "not ended",
                new Frames().frame(FIRST_TEXT, "a").frame(TEXT, "b"),
                refused(WebSocketError.MESSAGE_NOT_ENDED));
        expect(
                "begun twice",
                new Frames().frame(FIRST_TEXT, "a").frame(FIRST_BINARY, "b"),
                refused(WebSocketError.MESSAGE_NOT_ENDED));
        expect(
                "two messages",
                new Frames()
                        .frame(FIRST_TEXT, "a")
                        .frame(LAST, "b")
                        .frame(FIRST_BINARY, "c")
                        .frame(LAST, "d"),
                text("ab"),
                Messages.line("binary", "cd"));
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> utf8() {
        String word = "\u03ba\u1f79\u03c3\u03bc\u03b5\ud83d\ude00";
        expect("whole", new Frames().frame(TEXT, word), text(word));
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            expect(
                    "fragments at " + cut,
                    new Frames()
                            .frame(FIRST_TEXT, Arrays.copyOf(bytes, cut))
                            .frame(PING, "-")
                            .frame(LAST, Arrays.copyOfRange(bytes, cut, bytes.length)),
                    Messages.line("ping", "-"),
                    text(word));
        }
        byte[] surrogate = {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, 'b'};
        expect("surrogate", new Frames().frame(TEXT, surrogate), refused(WebSocketError.BAD_UTF8));
        expect(
                "cut off at the end",
                new Frames().frame(TEXT, new byte[] {'a', (byte) 0xE2, (byte) 0x82}),
                refused(WebSocketError.BAD_UTF8));
        // Before the frame or the message has ended.
        expect(
                "at once",
                new Frames().head(TEXT, 1_000, 2).raw(0, 0, 0, 0).raw('a', 0xFF),
                refused(WebSocketError.BAD_UTF8));
        expect(
                "in the first fragment",
                new Frames().frame(FIRST_TEXT, new byte[] {(byte) 0xC0}).frame(PING, ""),
                refused(WebSocketError.BAD_UTF8));
        expect("binary may be anything", new Frames().frame(BINARY, surrogate), "binary 5:61eda08062");
        expect(
                "a new text starts anew",
                new Frames().frame(TEXT, "\u20ac").frame(TEXT, "b"),
                text("\u20ac"),
                text("b"));
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> closing() {
        expect("without a code", new Frames().frame(CLOSE, ""), Messages.line("close 1005", ""));
        expect("half a code", new Frames().frame(CLOSE, "x"), refused(WebSocketError.BAD_CLOSE));
        expect(
                "with a reason",
                new Frames().frame(CLOSE, new byte[] {3, (byte) 0xE8, 'b', 'y', 'e'}),
                Messages.line("close 1000", "bye"));
        expect("123 of reason", new Frames().frame(CLOSE, closing(1001, 123)), of("close 1001", 123));
        expect(
                "124 of reason",
                new Frames().frame(CLOSE, closing(1001, 124)),
                refused(WebSocketError.CONTROL_TOO_LONG));
        expect(
                "bad reason",
                new Frames().frame(CLOSE, new byte[] {3, (byte) 0xE8, (byte) 0xC3}),
                refused(WebSocketError.BAD_UTF8));
        for (int code :
                new int[] {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1014, 3000, 3999, 4000, 4999}) {
            expect("code " + code, new Frames().frame(CLOSE, closing(code, 0)), Messages.line("close " + code, ""));
        }
        for (int code : new int[] {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535}) {
            expect("code " + code, new Frames().frame(CLOSE, closing(code, 0)), refused(WebSocketError.BAD_CLOSE_CODE));
        }
        expect(
                "what follows is skipped",
                new Frames().frame(CLOSE, "").frame(TEXT, "x").raw(0xFF, 0xFF),
                Messages.line("close 1005", ""));
        expect(
                "in a fragmented message",
                new Frames().frame(FIRST_TEXT, "a").frame(CLOSE, ""),
                Messages.line("close 1005", ""));
        expect(
                "in the middle of a character",
                new Frames()
                        .frame(FIRST_TEXT, new byte[] {(byte) 0xC3})
                        .frame(CLOSE, new byte[] {3, (byte) 0xE8, 'b', 'y', 'e'}),
                Messages.line("close 1000", "bye"));
        return cases.stream();
    }

    private static byte[] closing(int code, int reason) {
        byte[] payload = filled(2 + reason);
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        return payload;
    }

    @TestFactory
    Stream<DynamicTest> limits() {
        WebSocketLimits tight = new WebSocketLimits(200, 300, 3);
        expect("frame at the limit", new Frames().frame(TEXT, filled(200)), tight, of("text", 200));
        expect(
                "frame above",
                new Frames().head(TEXT, 201, 2).raw(0, 0, 0, 0),
                tight,
                refused(WebSocketError.FRAME_TOO_LONG));
        expect(
                "a huge frame",
                new Frames().head(BINARY, Long.MAX_VALUE, 8).raw(0, 0, 0, 0),
                tight,
                refused(WebSocketError.FRAME_TOO_LONG));
        expect(
                "message at the limit",
                new Frames().frame(FIRST_TEXT, filled(200)).frame(LAST, filled(100)),
                tight,
                of("text", 300));
        expect(
                "message above",
                new Frames().frame(FIRST_TEXT, filled(200)).head(LAST, 101, 0).raw(0, 0, 0, 0),
                tight,
                refused(WebSocketError.MESSAGE_TOO_LONG));
        expect(
                "fragments at the limit",
                new Frames().frame(FIRST_TEXT, "").frame(MIDDLE, "").frame(LAST, ""),
                tight,
                text(""));
        expect(
                "fragments above",
                new Frames()
                        .frame(FIRST_TEXT, "")
                        .frame(MIDDLE, "")
                        .frame(MIDDLE, "")
                        .frame(MIDDLE, ""),
                tight,
                refused(WebSocketError.TOO_MANY_FRAGMENTS));
        expect(
                "the count starts anew",
                new Frames()
                        .frame(FIRST_TEXT, "")
                        .frame(MIDDLE, "")
                        .frame(LAST, "")
                        .frame(TEXT, "a"),
                tight,
                text(""),
                text("a"));
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> everyErrorHasACodeToCloseWith() {
        return Arrays.stream(WebSocketError.values())
                .map(error -> DynamicTest.dynamicTest(error.name(), () -> {
                    assertTrue(List.of(1002, 1007, 1009).contains(error.closeCode()));
                    assertTrue(CloseCode.isValid(error.closeCode()));
                }));
    }
}
