package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, why, and at which byte (RFC 8259). */
class GrammarTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "~UNEXPECTED_END@0",
                " [ ~UNEXPECTED_END@3",
                "nul~UNEXPECTED_END@3",
                "nulx~UNEXPECTED_BYTE@3",
                "True~UNEXPECTED_BYTE@0",
                "1 2~TRAILING_BYTES@2",
                "[1]]~TRAILING_BYTES@3",
                "[1~UNEXPECTED_END@2",
                "[1,]~UNEXPECTED_BYTE@3",
                "[,1]~UNEXPECTED_BYTE@1",
                "[1 2]~UNEXPECTED_BYTE@3",
                "{\"a\"}~UNEXPECTED_BYTE@4",
                "{\"a\":}~UNEXPECTED_BYTE@5",
                "{\"a\":1,}~UNEXPECTED_BYTE@7",
                "{\"a\":1 \"b\":2}~UNEXPECTED_BYTE@7",
                "{\"a\":1{\"b\":2}~UNEXPECTED_BYTE@6",
                "{{~UNEXPECTED_BYTE@1",
                "{,\"a\":1}~UNEXPECTED_BYTE@1",
                "{a:1}~UNEXPECTED_BYTE@1",
                "{1:1}~UNEXPECTED_BYTE@1",
                "{\"a\":1]~UNEXPECTED_BYTE@6",
                "01~BAD_NUMBER@0",
                "-~UNEXPECTED_END@1",
                "-x~BAD_NUMBER@0",
                "+1~UNEXPECTED_BYTE@0",
                ".5~UNEXPECTED_BYTE@0",
                "1.~UNEXPECTED_END@2",
                "1.x~BAD_NUMBER@0",
                "1.5e~UNEXPECTED_END@4",
                "1e+x~BAD_NUMBER@0",
                "0x10~TRAILING_BYTES@1",
                "1e999~NUMBER_OUT_OF_RANGE@0",
                "\"a~UNEXPECTED_END@2",
                "\"a\\~UNEXPECTED_END@3",
                "\"\\x\"~BAD_ESCAPE@2",
                "\"\\u12g4\"~BAD_ESCAPE@5",
                "\"\\u12~UNEXPECTED_END@5",
                "\"\\ud83d~UNEXPECTED_END@7",
                "\"\\ud83d\\~UNEXPECTED_END@8",
                "\"\\ud83d\\u~UNEXPECTED_END@9",
                "\"\\ud83d\\n~LONE_SURROGATE@1",
                "\"\\udc00~LONE_SURROGATE@1",
                "\"\\ud800\"~LONE_SURROGATE@1",
                "\"\\udc00\\ud800\"~LONE_SURROGATE@1",
                "\"a\\ud800\\u0041\"~LONE_SURROGATE@2",
                "'a'~UNEXPECTED_BYTE@0",
                "[1]//c~TRAILING_BYTES@3",
                "NaN~UNEXPECTED_BYTE@0",
                "\u00a01~UNEXPECTED_BYTE@0",
                "\uFEFF1~UNEXPECTED_BYTE@0"
            })
    void documentsAreRefused(String document, String refusal) {
        assertEquals(refusal, Json.refusal(document == null ? "" : document));
    }

    @Test
    void controlsAreRefusedEverywhere() {
        for (int control = 0; control < ' '; control++) {
            for (String before : List.of("", "abcdefgh", "é")) {
                int at = Json.bytes("\"" + before).length;
                assertEquals("CONTROL_CHARACTER@" + at, Json.refusal("\"" + before + (char) control + "xyz\""));
            }
        }
    }

    /** Overlong forms, surrogates, what is above U+10FFFF, what is cut off, and what continues nothing. */
    @ParameterizedTest
    @CsvSource({
        "80, 1",
        "BF, 1",
        "C0AF, 1",
        "C1BF, 1",
        "C3, 1",
        "C328, 1",
        "E08080, 1",
        "E09FBF, 1",
        "EDA080, 1",
        "EDBFBF, 1",
        "E28228, 1",
        "E282, 1",
        "F0808080, 1",
        "F08FBFBF, 1",
        "F4908080, 1",
        "F5808080, 1",
        "FE, 1",
        "FF, 1",
        "F09F98, 1",
        "41F09F9828, 2",
        "F8888080, 1"
    })
    void whatIsNoUtf8IsRefused(String hex, int offset) {
        for (String open : List.of("\"", "{\"", "{\"x\":\"")) {
            byte[] b = HexFormat.of().parseHex(HexFormat.of().formatHex(Json.bytes(open)) + hex + "22");
            int at = open.length() - 1 + offset;
            for (Class<?> type : List.of(Object.class, Sample.Fields.class)) {
                if (open.equals("\"") && type != Object.class) continue;
                assertEquals("BAD_UTF8@" + at, Json.refusal(b, type));
            }
            byte[] cut = Arrays.copyOf(b, b.length - 1);
            // Wrong already, whatever could follow; but for the starts of something right.
            String end =
                    List.of("C3", "E282", "F09F98").contains(hex) ? "UNEXPECTED_END@" + cut.length : "BAD_UTF8@" + at;
            assertEquals(end, Json.refusal(cut, Object.class), hex);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"i\":1.0}~NOT_AN_INTEGER@5",
                "{\"i\":1e2}~NOT_AN_INTEGER@5",
                "{\"i\":2147483648}~NUMBER_OUT_OF_RANGE@5",
                "{\"l\":9223372036854775808}~NUMBER_OUT_OF_RANGE@5",
                "{\"l\":-9223372036854775809}~NUMBER_OUT_OF_RANGE@5",
                "{\"l\":99999999999999999999}~NUMBER_OUT_OF_RANGE@5",
                "{\"integer\":1.5}~NOT_AN_INTEGER@11",
                "{\"decimal\":1e10000}~NUMBER_OUT_OF_RANGE@11",
                "{\"i\":null}~NULL_FOR_PRIMITIVE@5",
                "{\"b\":null}~NULL_FOR_PRIMITIVE@5",
                "{\"i\":\"1\"}~WRONG_TYPE@5",
                "{\"b\":1}~WRONG_TYPE@5",
                "{\"text\":1}~WRONG_TYPE@8",
                "{\"kind\":\"THIRD\"}~UNKNOWN_CONSTANT@8",
                "{\"kind\":1}~WRONG_TYPE@8",
                "{\"strings\":{}}~WRONG_TYPE@11",
                "{\"child\":[]}~WRONG_TYPE@9",
                "[]~WRONG_TYPE@0",
                "{\"unknown\":01}~BAD_NUMBER@11",
                "{\"unknown\":[1,}~UNEXPECTED_BYTE@14"
            })
    void valuesOfAnotherTypeAreRefused(String document, String refusal) {
        assertEquals(refusal, Json.refusal(Json.bytes(document), Sample.class));
    }

    /** What a record's constructor throws comes with the value's place, and its cause. */
    @Test
    void aConstructorMayRefuse() throws JsonException {
        assertEquals(2, Json.read("{\"from\":1,\"to\":2}", Sample.Range.class).to());
        byte[] outer = Json.bytes("  {\"from\":3,\"to\":2} ");
        assertEquals("CONVERTER_REFUSED@2", Json.refusal(outer, Sample.Range.class));
        byte[] inner = Json.bytes("{\"from\":1,\"to\":2,\"next\": {\"to\":2,\"from\":3}}");
        assertEquals("CONVERTER_REFUSED@25", Json.refusal(inner, Sample.Range.class));
        JsonException e = assertThrows(JsonException.class, () -> Json.read(inner, Sample.Range.class));
        assertEquals("3 is above 2", e.getCause().getMessage());
    }

    /** Names that are found by words need the brace or comma before them, each in its place. */
    @Test
    void betweenFieldsThereIsAComma() {
        assertEquals("UNEXPECTED_BYTE@6", Json.refusal(Json.bytes("{\"n\":1{\"n12\":2}"), Sample.Fields.class));
        assertEquals("UNEXPECTED_BYTE@1", Json.refusal(Json.bytes("{,\"n\":1}"), Sample.Fields.class));
        assertEquals("UNEXPECTED_BYTE@6", Json.refusal(Json.bytes("{\"n\":1;\"n12\":2}"), Sample.Fields.class));
        assertEquals("WRONG_TYPE@0", Json.refusal(Json.bytes("[\"n\",1]"), Sample.Fields.class));
    }

    @Test
    void everythingTheGrammarHasIsRead() throws JsonException {
        assertNull(Json.read("null"));
        assertEquals(List.of(true, false), Json.read("\t[ true ,\r\n false ] "));
        assertEquals(Map.of(), Json.read("{ }"));
        assertEquals("\"\\/\b\f\n\r\té😀", Json.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\ud83d\\uDE00\""));
        assertEquals(
                Sample.Kind.SECOND,
                Json.read("{\"kind\":\"SECON\\u0044\"}", Sample.class).kind());
        assertEquals(
                new BigDecimal("1.50e3"),
                Json.read("{\"decimal\":1.50e3}", Sample.class).decimal());
        assertEquals(-0.0, Json.read("-0.0"));
        assertEquals(0L, Json.read("-0"));
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        for (String lone : List.of(
                "\ud800",
                "\udc00",
                "a\ud800b",
                "\udc00\ud800",
                "x".repeat(511) + "\ud83d",
                "x".repeat(511) + "\ud83dy")) {
            JsonException e = assertThrows(JsonException.class, () -> Json.write(lone));
            assertEquals(JsonError.LONE_SURROGATE, e.error());
        }
        assertThrows(IllegalArgumentException.class, () -> Json.write(List.of(new StringBuilder())));
        assertThrows(IllegalArgumentException.class, () -> Json.write(Map.of(1, 2)));
        assertThrows(IllegalArgumentException.class, () -> Json.write(Collections.singletonMap(null, 2)));
        assertThrows(
                IllegalArgumentException.class, () -> Json.codec(Sample.class).write("a"));
        assertThrows(
                IllegalArgumentException.class, () -> Json.codec(Sample.class).read(new byte[2], 0, 2, Object.class));
    }
}
