package io.assay.hpack.peers;

import io.assay.workload.HeaderBlock;
import io.assay.workload.HeaderField;
import io.assay.workload.HpackWorkload;
import io.undertow.protocols.http2.HpackEncoder;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Undertow's encoder over its {@code HeaderMap}. Of several changes of the table size before one block it
 * tells the decoder the smallest, but does not evict for it itself; so each change is sent with an empty header list.
 */
final class UndertowEncoder implements HpackEncoderAdapter {
    private static final HeaderMap EMPTY = new HeaderMap();

    private final HpackEncoder encoder;
    private final HeaderMap[] headers;
    private final int[][] tableSizes;
    private final ByteBuffer out = ByteBuffer.allocate(BUFFER);

    UndertowEncoder(List<HeaderBlock> blocks) {
        Map<String, HttpString> names = new HashMap<>();
        Set<HttpString> secret = new HashSet<>();
        headers = new HeaderMap[blocks.size()];
        tableSizes = HeaderBlock.tableSizes(blocks);
        for (int i = 0; i < headers.length; i++) {
            headers[i] = new HeaderMap();
            for (HeaderField field : blocks.get(i).fields()) {
                HttpString name = names.computeIfAbsent(field.name(), HttpString::tryFromString);
                headers[i].add(name, field.value());
                if (field.secret()) {
                    secret.add(name);
                }
            }
        }
        encoder = secret.isEmpty()
                ? new HpackEncoder(HpackWorkload.TABLE_SIZE)
                : new HpackEncoder(HpackWorkload.TABLE_SIZE, new KeepingSecrets(secret));
    }

    @Override
    public int encode(int block) {
        out.clear();
        for (int size : tableSizes[block]) {
            encoder.setMaxTableSize(size);
            encode(EMPTY);
        }
        encode(headers[block]);
        return out.position();
    }

    private void encode(HeaderMap map) {
        if (encoder.encode(map, out) != HpackEncoder.State.COMPLETE) {
            throw new IllegalStateException("a block of more than " + BUFFER + " bytes");
        }
    }

    @Override
    public byte at(int offset) {
        return out.get(offset);
    }

    /** Undertow's own choices, but secrets are not indexed either, which makes them never-indexed literals. */
    private record KeepingSecrets(Set<HttpString> secret) implements HpackEncoder.HpackHeaderFunction {
        @Override
        public boolean shouldUseIndexing(HttpString header, String value) {
            return !secret.contains(header) && HpackEncoder.DEFAULT_HEADER_FUNCTION.shouldUseIndexing(header, value);
        }

        @Override
        public boolean shouldUseHuffman(HttpString header, String value) {
            return HpackEncoder.DEFAULT_HEADER_FUNCTION.shouldUseHuffman(header, value);
        }

        @Override
        public boolean shouldUseHuffman(HttpString header) {
            return HpackEncoder.DEFAULT_HEADER_FUNCTION.shouldUseHuffman(header);
        }
    }
}
