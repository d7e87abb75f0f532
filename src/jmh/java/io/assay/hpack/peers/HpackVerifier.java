package io.assay.hpack.peers;

import io.assay.workload.HeaderBlock;
import io.assay.workload.HeaderField;
import java.util.Comparator;
import java.util.List;

/** Compares whole rounds, field by field, before anything is timed. */
public final class HpackVerifier {
    private HpackVerifier() {}

    /**
     * Decodes a round in both forms.
     *
     * @throws IllegalStateException with the first block that is decoded wrongly
     */
    public static void verify(
            String implementation, HpackDecoderAdapter decoder, EncodedBlocks encoded, List<HeaderBlock> blocks)
            throws Exception {
        // The first block flushes, so the second round may follow in the other form.
        verifyForm(implementation, decoder, encoded, blocks);
        verifyForm(implementation, decoder::decodeToStrings, encoded, blocks);
    }

    /**
     * Decodes a round in one form.
     *
     * @param form {@code decode} or {@code decodeToStrings} of a decoder
     * @throws IllegalStateException with the first block that is decoded wrongly
     */
    public static void verifyForm(
            String implementation, HpackDecoderAdapter form, EncodedBlocks encoded, List<HeaderBlock> blocks)
            throws Exception {
        FieldSum sum = new FieldSum();
        for (int i = 0; i < blocks.size(); i++) {
            sum.collect();
            form.decode(encoded.from(i), encoded.to(i), sum);
            compare(implementation, i, blocks.get(i).fields(), sum.collected());
        }
    }

    /**
     * Encodes a round and has it decoded by Netty.
     *
     * @return what the encoder made
     * @throws IllegalStateException with the first block that is encoded wrongly
     */
    public static EncodedBlocks verify(String implementation, HpackEncoderAdapter encoder, List<HeaderBlock> blocks)
            throws Exception {
        EncodedBlocks encoded = EncodedBlocks.of(encoder, blocks.size());
        verify(implementation, HpackDecoders.netty(encoded.bytes()), encoded, blocks);
        return encoded;
    }

    /** Order counts among fields of one name only: libraries that keep a map put names into an order of their own. */
    static void compare(String implementation, int block, List<HeaderField> right, List<HeaderField> fields) {
        if (!inOrder(right, fields) && !normal(right).equals(normal(fields))) {
            throw new IllegalStateException(
                    implementation + " makes of block " + block + " " + normal(fields) + ": right is " + normal(right));
        }
    }

    private static boolean inOrder(List<HeaderField> right, List<HeaderField> fields) {
        if (right.size() != fields.size()) {
            return false;
        }
        for (int i = 0; i < right.size(); i++) {
            if (!right.get(i).name().equals(fields.get(i).name())
                    || !right.get(i).value().equals(fields.get(i).value())) {
                return false;
            }
        }
        return true;
    }

    /** Sorted by name, values of one name in their order, without the mark of secrets. */
    static List<HeaderField> normal(List<HeaderField> fields) {
        return fields.stream()
                .map(field -> new HeaderField(field.name(), field.value()))
                .sorted(Comparator.comparing(HeaderField::name))
                .toList();
    }
}
