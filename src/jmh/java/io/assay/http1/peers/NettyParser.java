package io.assay.http1.peers;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Netty's decoders, called as its pipeline calls them; what they make is looked at and let go. */
final class NettyParser implements Http1Adapter {
    /** A step of either decoder. */
    private interface Decoder {
        void decode(ByteBuf in, List<Object> out) throws Exception;
    }

    private static final class Requests extends HttpRequestDecoder implements Decoder {
        Requests(HttpDecoderConfig config) {
            super(config);
        }

        @Override
        public void decode(ByteBuf in, List<Object> out) throws Exception {
            decode(null, in, out);
        }
    }

    private static final class Responses extends HttpResponseDecoder implements Decoder {
        Responses(HttpDecoderConfig config) {
            super(config);
        }

        @Override
        public void decode(ByteBuf in, List<Object> out) throws Exception {
            decode(null, in, out);
        }

        @Override
        protected boolean isContentAlwaysEmpty(HttpMessage message) {
            return true; // as after HEAD
        }
    }

    private final ByteBuf in;
    private final Decoder decoder;
    private final List<Object> out = new ArrayList<>();
    private int bodyLength;

    NettyParser(byte[] bytes, boolean validating, boolean responses) {
        HttpDecoderConfig config = new HttpDecoderConfig().setValidateHeaders(validating);
        in = Unpooled.wrappedBuffer(bytes);
        decoder = responses ? new Responses(config) : new Requests(config);
    }

    @Override
    public void parse(int from, int to, MessageSum sum) throws Exception {
        run(from, to, sum, false);
    }

    @Override
    public void parseAndRead(int from, int to, MessageSum sum) throws Exception {
        run(from, to, sum, true);
    }

    private void run(int from, int to, MessageSum sum, boolean read) throws Exception {
        in.setIndex(from, to);
        boolean open = false;
        while (open || in.isReadable()) {
            int before = in.readableBytes();
            decoder.decode(in, out);
            int made = out.size();
            if (made == 0 && in.readableBytes() == before) {
                throw new ParseFailure("needs more");
            }
            for (int i = 0; i < made; i++) {
                open = take((HttpObject) out.get(i), sum, read);
            }
            out.clear();
        }
    }

    /** Takes one object; whether the message goes on behind it. */
    private boolean take(HttpObject object, MessageSum sum, boolean read) throws ParseFailure {
        if (object.decoderResult().isFailure()) {
            throw new ParseFailure(String.valueOf(object.decoderResult().cause()));
        }
        if (object instanceof HttpMessage message) {
            head(message, sum, read);
            return true;
        }
        HttpContent content = (HttpContent) object;
        ByteBuf data = content.content();
        int length = data.readableBytes();
        bodyLength += length;
        if (read && length > 0) {
            data.readBytes(sum.body(), sum.bodyLength(), length);
            sum.copied(length);
        }
        boolean last = content instanceof LastHttpContent;
        if (last) {
            sum.body(bodyLength);
            bodyLength = 0;
            if (read) {
                fields(((LastHttpContent) content).trailingHeaders(), sum);
                sum.bodyRead();
            }
        }
        content.release();
        return !last;
    }

    private static void head(HttpMessage message, MessageSum sum, boolean read) {
        if (message instanceof HttpRequest request) {
            sum.head(request.headers().size(), request.uri().length());
            if (read) {
                sum.request(
                        request.method().name(),
                        request.uri(),
                        request.protocolVersion().text());
            }
        } else {
            HttpResponse response = (HttpResponse) message;
            sum.head(response.headers().size(), response.status().code());
            if (read) {
                sum.response(
                        response.protocolVersion().text(),
                        response.status().code(),
                        response.status().reasonPhrase());
            }
        }
        if (read) {
            fields(message.headers(), sum);
        }
    }

    private static void fields(HttpHeaders headers, MessageSum sum) {
        Iterator<Map.Entry<String, String>> entries = headers.iteratorAsString();
        while (entries.hasNext()) {
            Map.Entry<String, String> entry = entries.next();
            sum.field(entry.getKey(), entry.getValue());
        }
    }
}
