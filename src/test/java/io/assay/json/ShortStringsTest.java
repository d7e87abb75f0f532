package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strings of up to 40 bytes, near to a document's end and far from it, plain and with one thing in them that is not. */
class ShortStringsTest {
    private final JsonCodec any = Json.codec(Object.class);
    private final JsonCodec ordered = Json.codec(Ordered.class);

    private void reads(String right, String written, int behind) throws JsonException {
        String spaces = " ".repeat(behind);
        byte[] alone = Json.bytes('"' + written + '"' + spaces);
        assertEquals(right, any.read(alone, 0, alone.length, Object.class));
        byte[] field = Json.bytes("{\"abc\":\"" + written + "\"}" + spaces);
        // What is behind the document is none of its own.
        byte[] roomy = Arrays.copyOf(field, field.length + 24);
        Arrays.fill(roomy, field.length, roomy.length, (byte) '"');
        Ordered read = ordered.read(roomy, 0, field.length, Ordered.class);
        assertEquals(right, read == null ? null : read.abc);
        for (int cut = 1; cut <= 3; cut++) {
            int to = field.length - behind - cut;
            JsonException e = assertThrows(JsonException.class, () -> ordered.read(roomy, 0, to, Ordered.class));
            assertEquals(JsonError.UNEXPECTED_END + "@" + to, e.error() + "@" + e.offset());
        }
    }

    @Test
    void theyAreReadAsTheyAre() throws JsonException {
        String alphabet = " !#$09AZ[]^_`az{|}~\u007f'(),-./:;<=>?@BCDEFGHI";
        for (int length = 0; length <= 40; length++) {
            for (int behind = 0; behind < 20; behind++) {
                String text = (alphabet + alphabet).substring(behind, behind + length);
                reads(text, text, behind);
            }
        }
    }

    @Test
    void whatIsNotItselfIsFoundWhereverItStands() throws JsonException {
        for (int length = 0; length <= 34; length++) {
            for (int at = 0; at <= length; at++) {
                String head = "a".repeat(at);
                String tail = "b".repeat(length - at);
                for (String other : List.of("\"", "\\", "\n", "é", "\u0080", "漢", "😀")) {
                    String escaped = other.length() == 1 && other.charAt(0) < 0x80
                            ? other.equals("\n") ? "\\n" : "\\" + other
                            : other;
                    reads(head + other + tail, head + escaped + tail, (length + at) % 20);
                }
                byte[] control = Json.bytes('"' + head + '\u001f' + tail + '"' + " ".repeat((length + at) % 20));
                assertEquals("CONTROL_CHARACTER@" + (at + 1), Json.refusal(control, Object.class));
            }
        }
    }

    @Test
    void everyByteIsMarkedThatCannotStandAsItIs() {
        for (int b = 0; b < 256; b++) {
            boolean special = b < ' ' || b == '"' || b == '\\' || b >= 0x80;
            for (int at = 0; at < 16; at++) {
                byte[] bytes = Json.bytes("abcdefghijklmnop");
                bytes[at] = (byte) b;
                assertEquals(special ? at : 16, Words.plain(bytes, 0), b + " at " + at);
            }
        }
    }
}
