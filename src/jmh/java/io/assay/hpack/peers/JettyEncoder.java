package io.assay.hpack.peers;

import io.assay.workload.HeaderBlock;
import io.assay.workload.HeaderField;
import io.assay.workload.HpackWorkload;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.hpack.HpackEncoder;
import org.eclipse.jetty.http2.hpack.HpackException;

/** Jetty's encoder over its {@link MetaData}; its own check of names and values is off, because the others have none. */
final class JettyEncoder implements HpackEncoderAdapter {
    /** As ours; above the size at the start only when a block asks for it. */
    private static final int HIGHEST_TABLE_SIZE = 64 << 10;

    private final HpackEncoder encoder = new HpackEncoder();
    private final MetaData[] messages;
    private final int[][] tableSizes;
    private final ByteBuffer out = ByteBuffer.allocate(BUFFER);

    JettyEncoder(List<HeaderBlock> blocks) {
        encoder.setMaxTableCapacity(HIGHEST_TABLE_SIZE);
        encoder.setTableCapacity(HpackWorkload.TABLE_SIZE);
        encoder.setMaxHeaderListSize(HpackDecoderAdapter.MAX_HEADER_LIST);
        encoder.setValidateEncoding(false);
        messages = new MetaData[blocks.size()];
        tableSizes = HeaderBlock.tableSizes(blocks);
        for (int i = 0; i < messages.length; i++) {
            messages[i] = message(blocks.get(i).fields());
        }
    }

    private static MetaData message(List<HeaderField> fields) {
        Map<String, String> pseudo = new HashMap<>();
        HttpFields.Mutable others = HttpFields.build();
        for (HeaderField field : fields) {
            if (field.name().charAt(0) == ':') {
                pseudo.put(field.name(), field.value());
            } else {
                others.add(new HttpField(field.name(), field.value()));
            }
        }
        if (pseudo.containsKey(":status")) {
            return new MetaData.Response(
                    Integer.parseInt(pseudo.get(":status")), null, HttpVersion.HTTP_2, others.asImmutable());
        }
        HttpURI uri = HttpURI.build()
                .scheme(pseudo.get(":scheme"))
                .authority(pseudo.get(":authority"))
                .pathQuery(pseudo.get(":path"))
                .asImmutable();
        return new MetaData.Request(pseudo.get(":method"), uri, HttpVersion.HTTP_2, others.asImmutable());
    }

    @Override
    public int encode(int block) throws HpackException {
        out.clear();
        for (int size : tableSizes[block]) {
            encoder.encodeMaxDynamicTableSize(out, size);
            encoder.setTableCapacity(size);
        }
        encoder.encode(out, messages[block]);
        return out.position();
    }

    @Override
    public byte at(int offset) {
        return out.get(offset);
    }
}
