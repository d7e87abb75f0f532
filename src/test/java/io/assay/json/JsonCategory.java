package io.assay.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The categories of inputs that suites of tests for JSON parsers have, with inputs of our own, and what is explained where
 * parsers differ. Inputs are octets, one a char.
 */
enum JsonCategory {
    LITERALS(Rule.ACCEPT, "", "null", "true", "false", " true ", "[null]", "\ttrue\r\n"),
    OBJECTS(
            Rule.ACCEPT,
            "",
            "{}",
            "{ }",
            "{\"a\":1}",
            "{\"a\":{\"b\":[]}}",
            "{\"\":0}",
            "{\"a b\":0}",
            "{\"\\u0061\":1}"),
    ARRAYS(Rule.ACCEPT, "", "[]", "[ ]", "[1]", "[1,2,3]", "[[[]]]", "[null,1,\"2\",true,{}]"),
    INTEGERS(Rule.ACCEPT, "", "0", "[-0]", "[123]", "[-9223372036854775808]", "[9223372036854775807]"),
    FRACTIONS(Rule.ACCEPT, "", "[0.5]", "[-1.25]", "[1e5]", "[1E-2]", "[1.5e+3]", "[0e1]", "[123.456e78]"),
    STRINGS(
            Rule.ACCEPT,
            "",
            "\"\"",
            "\"abc\"",
            "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
            "\"\\u00e9\\u20ac\"",
            "\"a/b\"",
            "\"\u007f\""),
    UTF8(
            Rule.ACCEPT,
            "",
            utf8("\"é\""),
            utf8("\"€\""),
            utf8("\"😀\""),
            utf8("\"\u2028\u2029\""),
            utf8("\"\uffff\""),
            utf8("{\"é\":1}")),
    PAIRS(Rule.ACCEPT, "", "\"\\ud83d\\ude00\"", "\"\\uD800\\uDC00\"", "\"\\udbff\\udfff\""),
    LARGE_INTEGERS(
            Rule.ACCEPT, "", "[9223372036854775808]", "[123456789012345678901234567890]", "[-18446744073709551616]"),
    PRECISE_FRACTIONS(
            Rule.EITHER,
            "ours and Jackson give the nearest double, fastjson2 a BigDecimal with all digits",
            "[0.12345678901234567890123]",
            "[3.141592653589793238462643383]"),
    TINY_FRACTIONS(
            Rule.EITHER,
            "ours and Jackson give the nearest double, which is 0; fastjson2 has a limit on exponents",
            "[1e-400]",
            "[123e-10000]"),
    HUGE_FRACTIONS(
            Rule.EITHER,
            "ours refuses what no double holds; Jackson gives infinity, which is no JSON when written again; fastjson2 a BigDecimal, up to a limit on exponents",
            "[1e400]",
            "[-1e9999]"),
    ABSURD_EXPONENTS(
            Rule.EITHER,
            "ours and fastjson2 refuse what no type of theirs holds; Jackson gives infinity",
            "[1e999999999999]"),
    DUPLICATE_NAMES(Rule.EITHER, "", "{\"a\":1,\"a\":2}", "{\"a\":1,\"b\":0,\"a\":{}}"),
    BYTE_ORDER_MARK(
            Rule.EITHER,
            "a parser may skip it (RFC 8259 section 8.1) and Jackson does; ours and fastjson2 want JSON from the first byte",
            utf8("\uFEFF{}"),
            utf8("\uFEFF[1]")),
    LONE_SURROGATES(
            Rule.EITHER,
            "no UTF-8 can hold the string that the peers give",
            "\"\\ud800\"",
            "\"\\udc00\"",
            "\"\\ud800a\"",
            "\"\\ud800\\n\"",
            "\"\\udc00\\ud800\""),
    DEEP(Rule.EITHER, "the limits on depth differ: ours is 64 unless set otherwise", nested(100), nested(499)),
    ENDLESSLY_DEEP(Rule.REFUSE, "", "[".repeat(100_000), "{\"a\":".repeat(100_000)),
    BROKEN_UTF8(
            Rule.REFUSE,
            "fastjson2 takes some of it: what checked or logged the bytes before may have read something else",
            "\"\u0080\"",
            "\"\u00ff\"",
            "\"\u00c3(\"",
            "\"\u00e2(\u00a1\"",
            "\"\u00f0\u0028\u008c\u00bc\""),
    OVERLONG_UTF8(
            Rule.REFUSE,
            "the peers take a character in disguise: what checked the bytes before did not see it",
            "\"\u00c0\u00af\"",
            "\"\u00e0\u0080\u00af\"",
            "\"\u00f0\u0080\u0080\u00af\""),
    SURROGATES_IN_UTF8(
            Rule.REFUSE,
            "fastjson2 takes them; RFC 3629 forbids them, and the string cannot be written again",
            "\"\u00ed\u00a0\u0080\"",
            "\"\u00ed\u00bf\u00bf\""),
    ABOVE_UNICODE(
            Rule.REFUSE,
            "Jackson makes surrogates of them that stand for nothing",
            "\"\u00f4\u0090\u0080\u0080\"",
            "\"\u00f7\u00bf\u00bf\u00bf\""),
    OTHER_ENCODINGS(
            Rule.REFUSE,
            "RFC 8259 section 8.1 knows UTF-8 alone; the peers guess others from the zeros",
            "\u0000[\u0000]",
            "[\u0000]\u0000"),
    CONTROLS(
            Rule.REFUSE,
            "fastjson2 takes them as they are",
            "\"\n\"",
            "\"a\tb\"",
            "\"\u0000\"",
            "\"\u001f\"",
            "{\"a\nb\":1}"),
    BAD_ESCAPES(
            Rule.REFUSE,
            "fastjson2 has hexadecimal and octal escapes, and takes characters behind a backslash as they are",
            "\"\\x41\"",
            "\"\\a\"",
            "\"\\'\"",
            "\"\\U0041\"",
            "\"\\ \"",
            "\"\\0\""),
    BAD_HEXADECIMALS(
            Rule.REFUSE,
            "fastjson2 does not look whether the digits are any",
            "\"\\u\"",
            "\"\\u00\"",
            "\"\\u00g0\"",
            "\"\\u 123\"",
            "\"\\u-123\""),
    SIGNS_AND_ZEROS(
            Rule.REFUSE,
            "fastjson2 reads numbers as Java or JavaScript might",
            "[+1]",
            "[01]",
            "[-01]",
            "[00]",
            "[--1]",
            "[-]",
            "[1+2]"),
    POINTS_AND_EXPONENTS(
            Rule.REFUSE,
            "fastjson2 reads numbers as Java or JavaScript might",
            "[1.]",
            "[.5]",
            "[-.5]",
            "[1.e5]",
            "[1e]",
            "[1e+]",
            "[1.5.5]",
            "[1e5e5]"),
    OTHER_NUMBERS(
            Rule.REFUSE,
            "fastjson2 has NaN, and suffixes of Java",
            "[NaN]",
            "[Infinity]",
            "[-Infinity]",
            "[0x1F]",
            "[1L]",
            "[1.5D]",
            "[1_000]"),
    COMMAS(
            Rule.REFUSE,
            "fastjson2 skips a comma too many",
            "[1,]",
            "[,1]",
            "[1,,2]",
            "{\"a\":1,}",
            "{,\"a\":1}",
            "[,]"),
    STRUCTURE(
            Rule.REFUSE,
            "fastjson2 lets some of it pass",
            "[1 2]",
            "{\"a\" 1}",
            "{\"a\":}",
            "{\"a\"}",
            "{1:2}",
            "[1:2]",
            "{\"a\":1 \"b\":2}",
            "[}",
            "{]",
            "]",
            "}",
            "{[]:1}"),
    QUOTES(Rule.REFUSE, "fastjson2 takes single quotes, and names without any", "['a']", "{'a':1}", "{a:1}", "[a]"),
    COMMENTS(Rule.REFUSE, "fastjson2 skips comments", "[1/*c*/]", "//c\n[1]", "[1]//c", "/**/1"),
    TRUNCATED(
            Rule.REFUSE,
            "fastjson2 reads behind the end of its array",
            "[",
            "{",
            "[1",
            "[1,",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,",
            "\"a",
            "\"\\",
            "\"\\u00",
            "tru",
            "-"),
    NOTHING(Rule.REFUSE, "fastjson2 gives null for no document", "", " ", "\n"),
    LITERALS_MISSPELT(Rule.REFUSE, "", "True", "NULL", "nul", "truee", "[nulll]", "[undefined]"),
    TRAILING(
            Rule.REFUSE,
            "fastjson2 leaves what is behind some documents alone",
            "1 2",
            "{}{}",
            "[]]",
            "[1]x",
            "{}}",
            "\"a\"\"b\"",
            "null,"),
    SPACE(
            Rule.REFUSE,
            "white space is four characters (section 2); fastjson2 has others",
            "[\u000c1]",
            "[\u000b1]",
            "[\u00a01]",
            utf8("[\u20281]"),
            "[\u00001]");

    /** What RFC 8259 says. */
    enum Rule {
        ACCEPT,
        REFUSE,
        EITHER
    }

    private final Rule rule;
    private final String explanation;
    private final List<byte[]> inputs;

    JsonCategory(Rule rule, String explanation, String... inputs) {
        this.rule = rule;
        this.explanation = explanation;
        this.inputs = Stream.of(inputs)
                .map(s -> s.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    Rule rule() {
        return rule;
    }

    String explanation() {
        return explanation;
    }

    List<byte[]> inputs() {
        return inputs;
    }

    private static String utf8(String s) {
        return new String(s.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
