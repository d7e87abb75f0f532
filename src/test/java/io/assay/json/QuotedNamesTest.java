package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names by words, against a search through all of them. */
class QuotedNamesTest {
    /** Names of many lengths, told apart by their first four characters. */
    enum State {
        ACTIVE,
        WAITS_FOR_OTHER,
        CLOSED,
        NEW,
        OFF_1234,
        OFF9
    }

    private static byte[] document(String text) {
        return Arrays.copyOf(Json.bytes(text), Json.bytes(text).length + QuotedNames.REACH);
    }

    @Test
    void eachIsFoundAndNoOther() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            Set<String> drawn = new LinkedHashSet<>();
            int count = 1 + random.nextInt(20);
            // Four letters that differ tell them apart; what follows is drawn from few.
            for (int i = 0; i < count; i++) {
                String name = (char) ('A' + i) + "é".repeat(random.nextInt(2)) + "_a_";
                drawn.add(name + "ab".repeat(5).substring(random.nextInt(11)));
            }
            String[] names =
                    drawn.stream().filter(name -> Json.bytes(name).length < 16).toArray(String[]::new);
            QuotedNames quoted = QuotedNames.of(names);
            if (names.length == 0) {
                assertNull(quoted);
                continue;
            }
            assertNotNull(quoted);
            for (int i = 0; i < names.length; i++) {
                byte[] document = document(names[i] + "\",\"");
                assertEquals(i, quoted.find(document, 0), names[i]);
                assertEquals(Json.bytes(names[i]).length + 1, quoted.length(document, 0));
                for (int at = 0; at <= Json.bytes(names[i]).length; at++) {
                    byte[] spoilt = document.clone();
                    spoilt[at] ^= (byte) (1 << random.nextInt(8));
                    String text = new String(spoilt, java.nio.charset.StandardCharsets.UTF_8);
                    int right = List.of(names).indexOf(text.substring(0, Math.max(0, text.indexOf('"'))));
                    int found = quoted.find(spoilt, 0);
                    if (found >= 0) assertEquals(right, found, text);
                }
            }
        }
    }

    @Test
    void namesThatWordsCannotTellHaveNone() {
        assertNull(QuotedNames.of());
        assertNull(QuotedNames.of("GO"), "shorter than a slot is chosen by");
        assertNull(QuotedNames.of("A2345678901234_6"), "longer than what is looked at");
        assertNull(QuotedNames.of("SAME_ONE", "SAME_TWO"), "the first four bytes are the same");
        assertNull(QuotedNames.of("a\"bc"));
        assertNull(QuotedNames.of("a\\bc"));
        assertNull(QuotedNames.of("abc\u0001"));
        assertNotNull(QuotedNames.of("A2345678901234_"));
    }

    /** By words and by the table, near the document's end and far from it. */
    @Test
    void constantsAreReadHoweverTheyStand() throws JsonException {
        EnumNames<State> names = EnumNames.of(State.values());
        assertSame(State.NEW, names.quick(input("\"NEW\"" + " ".repeat(40))), "by words");
        EnumNames<Sample.Kind> others = EnumNames.of(Sample.Kind.values());
        for (State state : State.values()) {
            for (String behind : List.of("", " ", "      ", " ".repeat(40))) {
                for (String text : List.of(
                        state.name(),
                        "\\u00" + Integer.toHexString(state.name().charAt(0))
                                + state.name().substring(1))) {
                    JsonInput in = input("\"" + text + "\"" + behind);
                    assertSame(state, in.readEnum(names));
                    assertEquals(text.length() + 2, in.offset());
                }
            }
            JsonInput in = input("\"" + state + "X\"" + " ".repeat(40));
            assertEquals("UNKNOWN_CONSTANT@0", refusal(() -> in.readEnum(names)));
        }
        assertSame(Sample.Kind.SECOND, input("\"SECOND\"" + " ".repeat(20)).readEnum(others));
    }

    private static JsonInput input(String document) throws JsonException {
        JsonInput in = new JsonInput(JsonLimits.DEFAULT);
        byte[] b = Json.bytes(document);
        in.begin(b, 0, b.length);
        return in;
    }

    private static String refusal(org.junit.jupiter.api.function.Executable read) {
        JsonException e = org.junit.jupiter.api.Assertions.assertThrows(JsonException.class, read);
        return e.error() + "@" + e.offset();
    }
}
