package io.assay.hpack.peers;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.hpack.HpackDecoding;
import io.assay.workload.HeaderField;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each decoder does with blocks that RFC 7541 forbids. Ours is the reference; where a peer differs, the difference
 * stands here: a peer that accepts does less work than it should.
 */
class HpackBadInputTest {
    private static final String REFUSED = "refused";

    /** {@code :status: 200} stands before or behind what is bad, so that Jetty has a message to build. */
    private static final Map<String, String> BAD = ordered(
            entry("index 0", "8880"),
            entry("index behind both tables", "88be"),
            entry("index of 35 bits", "88ffffffffff7f"),
            entry("index of 2^32 + 2", "88ff83ffffff0f"),
            entry("integer that never ends", "88ff80808080808080808080808000"),
            entry("integer of zeroes, padded to 7 bytes", "88ff80808080808000"),
            entry("literal with a name index behind both tables", "887e0161"),
            entry("block ends in an integer", "88ff"),
            entry("block ends behind a literal's first byte", "8840"),
            entry("block ends in a name", "88400561"),
            entry("block ends behind a name", "88400161"),
            entry("block ends in a value", "884001610562"),
            entry("string longer than any block", "884001617fffffffff07"),
            entry("Huffman: padding of zeroes", "884001618118"),
            entry("Huffman: padding of 8 bits", "88400161821fff"),
            entry("Huffman: padding alone, 8 bits", "8840016181ff"),
            entry("Huffman: EOS", "8840016184ffffffff"),
            entry("Huffman: ends in a symbol", "8840016181fe"),
            entry("size update behind a field", "8820"),
            entry("size update above the limit", "3fe2ff0388"),
            entry("four size updates", "203fe11f203fe11f88"));

    private static final Map<HpackDecoding, Map<String, String>> DIFFERENT = new EnumMap<>(HpackDecoding.class);

    private static final String STATUS = ":status=200";
    private static final Map.Entry<String, String> UPDATES = entry("four size updates", STATUS);

    static {
        for (HpackDecoding peer : HpackDecoding.values()) {
            DIFFERENT.put(peer, peer == HpackDecoding.ASSAY ? Map.of() : ordered(UPDATES));
        }
        DIFFERENT.put(
                HpackDecoding.HTTPCORE5,
                ordered(
                        entry("index 0", "IllegalArgumentException"),
                        entry("index behind both tables", "IllegalArgumentException"),
                        entry("literal with a name index behind both tables", "IllegalArgumentException"),
                        entry("string longer than any block", "IllegalArgumentException"),
                        entry("Huffman: padding of 8 bits", STATUS + ", a=a"),
                        entry("Huffman: padding alone, 8 bits", STATUS + ", a="),
                        entry("Huffman: ends in a symbol", STATUS + ", a="),
                        entry("size update behind a field", STATUS),
                        UPDATES));
        DIFFERENT.put(
                HpackDecoding.UNDERTOW,
                ordered(
                        entry("index of 2^32 + 2", STATUS + ", :method=GET"),
                        entry("string longer than any block", STATUS + ", a="),
                        UPDATES));
        DIFFERENT.put(
                HpackDecoding.TWITTER,
                ordered(
                        entry("block ends in an integer", STATUS),
                        entry("block ends behind a literal's first byte", STATUS),
                        entry("block ends behind a name", STATUS),
                        entry("Huffman: padding of 8 bits", STATUS + ", a=a"),
                        entry("Huffman: padding alone, 8 bits", STATUS + ", a="),
                        entry("Huffman: ends in a symbol", STATUS + ", a="),
                        entry("size update behind a field", STATUS),
                        UPDATES));
        DIFFERENT.put(
                HpackDecoding.JDK,
                ordered(
                        entry("Huffman: ends in a symbol", STATUS + ", a="),
                        entry("size update behind a field", STATUS),
                        UPDATES));
    }

    @ParameterizedTest
    @EnumSource
    void everyDecoderAnswersAsItIsKnownTo(HpackDecoding implementation) {
        Map<String, String> different = DIFFERENT.getOrDefault(implementation, Map.of());
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> actual = new LinkedHashMap<>();
        BAD.forEach((what, hex) -> {
            expected.put(what, different.getOrDefault(what, REFUSED));
            actual.put(what, answer(implementation, hex));
        });
        assertEquals(expected, actual);
    }

    private static String answer(HpackDecoding implementation, String hex) {
        byte[] block = HexFormat.of().parseHex(hex);
        HpackDecoderAdapter decoder = implementation.over(block);
        FieldSum sum = new FieldSum();
        sum.collect();
        try {
            decoder.decode(0, block.length, sum);
        } catch (Exception refused) {
            return refused instanceof RuntimeException ? refused.getClass().getSimpleName() : REFUSED;
        }
        StringBuilder fields = new StringBuilder();
        for (HeaderField field : sum.collected()) {
            fields.append(fields.isEmpty() ? "" : ", ")
                    .append(field.name())
                    .append('=')
                    .append(field.value());
        }
        return fields.toString();
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
