package io.assay.http1;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.List;

/** Netty's request decoder as it is delivered, which validates. */
final class NettyReading {
    private NettyReading() {}

    static Reading of(byte[] bytes) {
        Reading.Notes notes = new Reading.Notes();
        EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder());
        try {
            channel.writeInbound(Unpooled.copiedBuffer(bytes));
            for (Object read = channel.readInbound(); read != null; read = channel.readInbound()) {
                try {
                    if (!notes.isRefused()) note((HttpObject) read, notes);
                } finally {
                    ReferenceCountUtil.release(read);
                }
            }
        } finally {
            channel.finishAndReleaseAll();
        }
        return notes.reading();
    }

    private static void note(HttpObject read, Reading.Notes notes) {
        if (read.decoderResult().isFailure()) {
            notes.refuse();
            return;
        }
        if (read instanceof HttpRequest request) {
            List<Message.Field> fields = request.headers().entries().stream()
                    .map(entry -> new Message.Field(entry.getKey(), entry.getValue()))
                    .toList();
            String minor = Integer.toString(request.protocolVersion().minorVersion());
            notes.head(request.method().name() + " " + request.uri() + " 1." + minor, fields);
        }
        if (read instanceof HttpContent content) {
            notes.content(ByteBufUtil.getBytes(content.content()));
            if (read instanceof LastHttpContent) notes.end();
        }
    }
}
