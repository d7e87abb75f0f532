package io.assay.hpack.peers;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Map;

/** Netty's {@code DefaultHttp2HeadersDecoder}, the way its frame reader calls it. */
final class NettyDecoder implements HpackDecoderAdapter {
    private static final int STREAM = 3;

    private final DefaultHttp2HeadersDecoder decoder;
    private final ByteBuf in;

    NettyDecoder(byte[] bytes, boolean validate) {
        decoder = new DefaultHttp2HeadersDecoder(validate, MAX_HEADER_LIST);
        in = Unpooled.wrappedBuffer(bytes);
    }

    @Override
    public void decode(int from, int to, FieldSum sum) throws Http2Exception {
        for (Map.Entry<CharSequence, CharSequence> field : headers(from, to)) {
            sum.addText(field.getKey(), field.getValue());
        }
    }

    @Override
    public void decodeToStrings(int from, int to, FieldSum sum) throws Http2Exception {
        for (Map.Entry<CharSequence, CharSequence> field : headers(from, to)) {
            sum.add(field.getKey().toString(), field.getValue().toString());
        }
    }

    private Http2Headers headers(int from, int to) throws Http2Exception {
        in.setIndex(from, to);
        return decoder.decodeHeaders(STREAM, in);
    }
}
