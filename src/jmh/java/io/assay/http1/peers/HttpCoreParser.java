package io.assay.http1.peers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Iterator;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolVersion;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;
import org.apache.hc.core5.http.impl.nio.ChunkDecoder;
import org.apache.hc.core5.http.impl.nio.DefaultHttpRequestParserFactory;
import org.apache.hc.core5.http.impl.nio.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.nio.LengthDelimitedDecoder;
import org.apache.hc.core5.http.impl.nio.WrappedInput;
import org.apache.hc.core5.http.nio.ContentDecoder;
import org.apache.hc.core5.http.nio.NHttpMessageParser;

/** HttpCore's non-blocking parsers as its server and its client make them: fields are cut when they are read. */
final class HttpCoreParser implements Http1Adapter {
    private final WrappedInput in;
    private final NHttpMessageParser<? extends HttpMessage> parser;
    private final BasicHttpTransportMetrics metrics = new BasicHttpTransportMetrics();
    private final ReadableByteChannel nothingMore = new NothingMore();

    /** Every byte is in the buffer already. */
    private static final class NothingMore implements ReadableByteChannel {
        @Override
        public int read(ByteBuffer target) {
            return 0;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    HttpCoreParser(byte[] bytes, boolean responses) {
        in = new WrappedInput(bytes);
        parser = responses
                ? DefaultHttpResponseParserFactory.INSTANCE.create()
                : DefaultHttpRequestParserFactory.INSTANCE.create();
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
        in.seek(from, to);
        while (in.hasData()) {
            parser.reset();
            HttpMessage message = parser.parse(in, false);
            if (message == null) {
                throw new ParseFailure("needs more");
            }
            head(message, sum, read);
            if (message instanceof HttpRequest request) {
                body(request, sum, read);
            }
            if (read) {
                sum.bodyRead();
            }
        }
    }

    private static void head(HttpMessage message, MessageSum sum, boolean read) {
        int count = 0;
        for (Iterator<Header> fields = message.headerIterator(); fields.hasNext(); count++) {
            Header field = fields.next();
            if (read) {
                read(field, sum);
            }
        }
        if (message instanceof HttpRequest request) {
            sum.head(count, request.getPath().length());
            if (read) {
                sum.request(request.getMethod(), request.getPath(), version(request));
            }
        } else {
            HttpResponse response = (HttpResponse) message;
            sum.head(count, response.getCode());
            if (read) {
                sum.response(version(response), response.getCode(), response.getReasonPhrase());
            }
        }
    }

    private static String version(HttpMessage message) {
        ProtocolVersion version = message.getVersion();
        return (version == null ? HttpVersion.HTTP_1_1 : version).format();
    }

    /** Its decoders have no way to pass over a body: it is copied in either form. */
    private void body(HttpRequest request, MessageSum sum, boolean read)
            throws HttpException, IOException, ParseFailure {
        ContentDecoder decoder = decoder(request);
        if (decoder == null) {
            sum.body(0);
            return;
        }
        ByteBuffer target = ByteBuffer.wrap(sum.body());
        while (!decoder.isCompleted()) {
            if (decoder.read(target) == 0 && !decoder.isCompleted()) {
                throw new ParseFailure("needs more");
            }
        }
        sum.body(target.position());
        List<? extends Header> trailers = decoder.getTrailers();
        if (read) {
            sum.copied(target.position());
            for (int i = 0; trailers != null && i < trailers.size(); i++) {
                read(trailers.get(i), sum);
            }
        }
    }

    private ContentDecoder decoder(HttpRequest request) throws HttpException {
        if (request.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return new ChunkDecoder(nothingMore, in, Http1Config.DEFAULT, metrics);
        }
        Header length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? null
                : new LengthDelimitedDecoder(nothingMore, in, metrics, Long.parseLong(length.getValue()));
    }

    private static void read(Header field, MessageSum sum) {
        sum.field(field.getName(), field.getValue());
    }
}
