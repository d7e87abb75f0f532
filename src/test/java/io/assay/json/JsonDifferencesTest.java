package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ours does what RFC 8259 says; where the others do something else it is explained, in {@code docs/json-differences.md}. */
class JsonDifferencesTest {
    @ParameterizedTest
    @EnumSource
    void oursFollowsTheRfc(JsonCategory category) throws Exception {
        for (byte[] input : category.inputs()) {
            Object answer = JsonParser.OURS.answer(input);
            switch (category.rule()) {
                case ACCEPT -> assertNotEquals(JsonParser.REFUSED, answer, () -> shown(input));
                case REFUSE -> assertEquals(JsonParser.REFUSED, answer, () -> shown(input));
                case EITHER -> {}
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyDifferenceIsExplainedAndNothingElse(JsonCategory category) throws Exception {
        boolean differs = !cell(category, JsonParser.JACKSON).equals("as ours")
                || !cell(category, JsonParser.FASTJSON2).equals("as ours");
        assertEquals(differs, !category.explanation().isEmpty(), () -> row(category));
    }

    @Test
    void theTableInTheDocsIsThisOne() throws Exception {
        List<String> expected = Stream.of(JsonCategory.values())
                .filter(category -> !category.explanation().isEmpty())
                .map(JsonDifferencesTest::row)
                .toList();
        List<String> rows;
        try (Stream<String> lines = Files.lines(Path.of("docs", "json-differences.md"))) {
            rows = lines.filter(line -> line.startsWith("| `")).toList();
        }
        assertFalse(expected.isEmpty());
        assertEquals(String.join("\n", expected), String.join("\n", rows));
    }

    private static String row(JsonCategory category) {
        byte[] input = category.inputs().get(0);
        String rule = category.rule().name().toLowerCase(Locale.ROOT);
        return "| `" + category + "` | " + rule + " | " + ours(category) + " | " + cell(category, JsonParser.JACKSON)
                + " | " + cell(category, JsonParser.FASTJSON2) + " | " + category.explanation() + " | `" + shown(input)
                + "` |";
    }

    private static String ours(JsonCategory category) {
        long refused = category.inputs().stream()
                .filter(input -> answer(JsonParser.OURS, input) == JsonParser.REFUSED)
                .count();
        int all = category.inputs().size();
        return refused == all ? "refuses" : refused == 0 ? "accepts" : "refuses " + refused + " of " + all;
    }

    /** How a parser's answers differ from ours. */
    private static String cell(JsonCategory category, JsonParser parser) {
        int accepts = 0;
        int refuses = 0;
        int other = 0;
        int breaks = 0;
        for (byte[] input : category.inputs()) {
            Object ours = answer(JsonParser.OURS, input);
            Object theirs = answer(parser, input);
            if (theirs instanceof Throwable) {
                breaks++;
            } else if (Objects.equals(ours, theirs)) {
                continue;
            } else if (theirs == JsonParser.REFUSED) {
                refuses++;
            } else if (ours == JsonParser.REFUSED) {
                accepts++;
            } else {
                other++;
            }
        }
        List<String> parts = new ArrayList<>();
        int all = category.inputs().size();
        if (accepts > 0) parts.add("accepts " + accepts + " of " + all);
        if (refuses > 0) parts.add("refuses " + refuses + " of " + all);
        if (other > 0) parts.add("another value in " + other + " of " + all);
        if (breaks > 0) parts.add("another error in " + breaks + " of " + all);
        return parts.isEmpty() ? "as ours" : String.join(", ", parts);
    }

    /** What broke is an answer too, of the peers': a stack that ended, an index outside an array. */
    private static Object answer(JsonParser parser, byte[] input) {
        try {
            return parser.answer(input);
        } catch (Exception | StackOverflowError e) {
            if (parser == JsonParser.OURS) throw new AssertionError(shown(input), e);
            return e;
        }
    }

    private static String shown(byte[] input) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < Math.min(input.length, 40); i++) {
            int c = input[i] & 0xFF;
            if (c == '|' || c < ' ' || c > '~') {
                s.append(String.format("<%02X>", c));
            } else {
                s.append((char) c);
            }
        }
        return s + (input.length > 40 ? "..." : "");
    }
}
