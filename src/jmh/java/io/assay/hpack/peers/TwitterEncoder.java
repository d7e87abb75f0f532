package io.assay.hpack.peers;

import com.twitter.hpack.Encoder;
import io.assay.workload.HeaderBlock;
import io.assay.workload.HpackWorkload;
import java.io.IOException;
import java.util.List;

/** {@code com.twitter:hpack}'s encoder: byte arrays to a stream. */
final class TwitterEncoder implements HpackEncoderAdapter {
    private final Encoder encoder = new Encoder(HpackWorkload.TABLE_SIZE);
    private final FieldBytes[] headers;
    private final int[][] tableSizes;
    private final BytesOutputStream out = new BytesOutputStream(BUFFER);

    TwitterEncoder(List<HeaderBlock> blocks) {
        headers = new FieldBytes[blocks.size()];
        tableSizes = HeaderBlock.tableSizes(blocks);
        for (int i = 0; i < headers.length; i++) {
            headers[i] = new FieldBytes(blocks.get(i).fields());
        }
    }

    @Override
    public int encode(int block) throws IOException {
        out.clear();
        for (int size : tableSizes[block]) {
            encoder.setMaxHeaderTableSize(out, size);
        }
        FieldBytes fields = headers[block];
        for (int i = 0; i < fields.names.length; i++) {
            encoder.encodeHeader(out, fields.names[i], fields.values[i], fields.secret[i]);
        }
        return out.size();
    }

    @Override
    public byte at(int offset) {
        return out.at(offset);
    }
}
