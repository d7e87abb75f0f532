package io.assay.hpack.peers;

import io.assay.hpack.HpackEncoder;
import io.assay.hpack.Sensitivity;
import io.assay.workload.HeaderBlock;
import io.assay.workload.HeaderField;
import io.assay.workload.HpackWorkload;
import java.util.List;

/** Ours; what a subclass adds is the form in which the fields are given. */
abstract class AssayEncoder implements HpackEncoderAdapter {
    private final HpackEncoder encoder = new HpackEncoder(HpackWorkload.TABLE_SIZE);
    private final int[][] tableSizes;
    private byte[] out = new byte[BUFFER];

    private AssayEncoder(List<HeaderBlock> blocks) {
        tableSizes = HeaderBlock.tableSizes(blocks);
    }

    @Override
    public final int encode(int block) {
        for (int size : tableSizes[block]) {
            encoder.maxDynamicTableSize(size);
        }
        encoder.begin(out, 0);
        add(block, encoder);
        int end = encoder.end();
        if (out != encoder.buffer()) out = encoder.buffer();
        return end;
    }

    abstract void add(int block, HpackEncoder to);

    @Override
    public final byte at(int offset) {
        return out[offset];
    }

    private static Sensitivity sensitivity(boolean secret) {
        return secret ? Sensitivity.SECRET : Sensitivity.PUBLIC;
    }

    /** Over byte ranges, as a parser or a serializer leaves them; the status is a number, as a server has it. */
    static final class OverBytes extends AssayEncoder {
        private final FieldBytes[] headers;

        OverBytes(List<HeaderBlock> blocks) {
            super(blocks);
            headers =
                    blocks.stream().map(block -> new FieldBytes(block.fields())).toArray(FieldBytes[]::new);
        }

        @Override
        void add(int block, HpackEncoder to) {
            FieldBytes fields = headers[block];
            int first = 0;
            if (fields.status != 0) {
                to.addStatus(fields.status);
                first = 1;
            }
            for (int i = first; i < fields.names.length; i++) {
                byte[] name = fields.names[i];
                byte[] value = fields.values[i];
                to.add(name, 0, name.length, value, 0, value.length, sensitivity(fields.secret[i]));
            }
        }
    }

    /** Over strings. */
    static final class OverStrings extends AssayEncoder {
        private final HeaderField[][] headers;

        OverStrings(List<HeaderBlock> blocks) {
            super(blocks);
            headers = blocks.stream()
                    .map(block -> block.fields().toArray(HeaderField[]::new))
                    .toArray(HeaderField[][]::new);
        }

        @Override
        void add(int block, HpackEncoder to) {
            for (HeaderField field : headers[block]) {
                to.add(field.name(), field.value(), sensitivity(field.secret()));
            }
        }
    }
}
