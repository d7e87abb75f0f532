package io.assay.hpack.peers;

import io.assay.workload.HeaderBlock;
import io.assay.workload.HeaderField;
import io.assay.workload.HpackWorkload;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http2.hpack.ResizableEncoder;
import org.apache.hc.core5.util.ByteArrayBuffer;

/** HttpCore's encoder with Huffman coding, which it applies to every string, also to one that gets longer by it. */
final class HttpCoreEncoder implements HpackEncoderAdapter {
    private final ResizableEncoder encoder = new ResizableEncoder(HpackWorkload.TABLE_SIZE);
    private final List<List<Header>> headers = new ArrayList<>();
    private final int[][] tableSizes;
    private final ByteArrayBuffer out = new ByteArrayBuffer(BUFFER);

    HttpCoreEncoder(List<HeaderBlock> blocks) {
        tableSizes = HeaderBlock.tableSizes(blocks);
        for (HeaderBlock block : blocks) {
            List<Header> list = new ArrayList<>();
            for (HeaderField field : block.fields()) {
                list.add(new BasicHeader(field.name(), field.value(), field.secret()));
            }
            headers.add(list);
        }
    }

    @Override
    public int encode(int block) throws CharacterCodingException {
        out.clear();
        for (int size : tableSizes[block]) {
            encoder.resize(out, size);
        }
        encoder.encode(out, headers.get(block));
        return out.length();
    }

    @Override
    public byte at(int offset) {
        return (byte) out.byteAt(offset);
    }
}
