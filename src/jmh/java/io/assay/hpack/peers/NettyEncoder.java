package io.assay.hpack.peers;

import io.assay.workload.HeaderBlock;
import io.assay.workload.HeaderField;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersEncoder.SensitivityDetector;
import io.netty.util.AsciiString;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Netty's {@code DefaultHttp2HeadersEncoder} over {@code AsciiString}s, which it encodes fastest. */
final class NettyEncoder implements HpackEncoderAdapter {
    private static final int STREAM = 3;
    /** Netty's own initial size of the hash index behind its table. */
    private static final int INDEX_SIZE = 64;

    private final DefaultHttp2HeadersEncoder encoder;
    private final Http2Headers[] headers;
    private final int[][] tableSizes;
    private final ByteBuf out = Unpooled.buffer(BUFFER);

    private NettyEncoder(List<HeaderBlock> blocks, int huffmanThreshold) {
        Map<String, AsciiString> names = new HashMap<>();
        Set<AsciiString> secret = new HashSet<>();
        headers = new Http2Headers[blocks.size()];
        tableSizes = HeaderBlock.tableSizes(blocks);
        for (int i = 0; i < headers.length; i++) {
            headers[i] = new DefaultHttp2Headers(false);
            for (HeaderField field : blocks.get(i).fields()) {
                AsciiString name = names.computeIfAbsent(field.name(), AsciiString::of);
                headers[i].add(name, AsciiString.of(field.value()));
                if (field.secret()) {
                    secret.add(name);
                }
            }
        }
        encoder = new DefaultHttp2HeadersEncoder(detector(secret), false, INDEX_SIZE, huffmanThreshold);
    }

    /** Huffman-codes whatever gets shorter, as all others do. */
    static HpackEncoderAdapter huffmanAlways(List<HeaderBlock> blocks) {
        return new NettyEncoder(blocks, 0);
    }

    /** Huffman-codes only strings of 512 characters and more, as Netty does when it is not told otherwise. */
    static HpackEncoderAdapter asDelivered(List<HeaderBlock> blocks) {
        return new NettyEncoder(blocks, 512);
    }

    /** Netty asks for each field; names are one instance each, so the answer costs a comparison of references. */
    private static SensitivityDetector detector(Set<AsciiString> secret) {
        if (secret.isEmpty()) {
            return DefaultHttp2HeadersEncoder.NEVER_SENSITIVE;
        }
        AsciiString[] names = secret.toArray(AsciiString[]::new);
        return (name, value) -> {
            for (AsciiString other : names) {
                if (other == name) {
                    return true;
                }
            }
            return false;
        };
    }

    @Override
    public int encode(int block) throws Http2Exception {
        out.clear();
        for (int size : tableSizes[block]) {
            encoder.maxHeaderTableSize(size);
        }
        encoder.encodeHeaders(STREAM, headers[block], out);
        return out.writerIndex();
    }

    @Override
    public byte at(int offset) {
        return out.getByte(offset);
    }
}
