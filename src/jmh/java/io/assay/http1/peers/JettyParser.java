package io.assay.http1.peers;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** Jetty's parser, whose field objects go to a list, as they do in its server. */
final class JettyParser implements Http1Adapter {
    private final class Handler implements HttpParser.RequestHandler, HttpParser.ResponseHandler {
        @Override
        public void startRequest(String method, String uri, HttpVersion version) {
            startLine = method;
            target = uri;
            protocol = version;
        }

        @Override
        public void startResponse(HttpVersion version, int status, String reason) {
            startLine = reason;
            code = status;
            protocol = version;
        }

        @Override
        public void parsedHeader(HttpField field) {
            fields.add(field);
        }

        @Override
        public void parsedTrailer(HttpField field) {
            fields.add(field);
            trailers++;
        }

        @Override
        public boolean headerComplete() {
            return false;
        }

        @Override
        public boolean content(ByteBuffer content) {
            bodyLength += content.remaining();
            if (read) {
                target().copy(content);
            }
            return false;
        }

        @Override
        public boolean contentComplete() {
            return false;
        }

        @Override
        public boolean messageComplete() {
            complete = true;
            return true;
        }

        @Override
        public void earlyEOF() {
            failure = new HttpException.RuntimeException(400, "early end");
        }

        @Override
        public void badMessage(HttpException bad) {
            failure = bad;
        }
    }

    private final ByteBuffer in;
    private final HttpParser parser;
    private final boolean responses;
    private final List<HttpField> fields = new ArrayList<>();
    private MessageSum sum = new MessageSum();
    private String startLine = "";
    private String target = "";
    private int code;
    private HttpVersion protocol = HttpVersion.HTTP_1_1;
    private int trailers;
    private int bodyLength;
    private boolean read;
    private boolean complete;
    private @Nullable HttpException failure;

    JettyParser(byte[] bytes, boolean responses, int cacheSize) {
        in = ByteBuffer.wrap(bytes);
        this.responses = responses;
        Handler handler = new Handler();
        parser = responses
                ? new HttpParser((HttpParser.ResponseHandler) handler, MAX_HEAD, HttpCompliance.RFC9110)
                : new HttpParser((HttpParser.RequestHandler) handler, MAX_HEAD, HttpCompliance.RFC9110);
        parser.setHeaderCacheSize(cacheSize);
    }

    private MessageSum target() {
        return sum;
    }

    @Override
    public void parse(int from, int to, MessageSum into) throws ParseFailure {
        run(from, to, into, false);
    }

    @Override
    public void parseAndRead(int from, int to, MessageSum into) throws ParseFailure {
        run(from, to, into, true);
    }

    private void run(int from, int to, MessageSum target, boolean reading) throws ParseFailure {
        sum = target;
        read = reading;
        in.limit(to).position(from);
        while (in.hasRemaining()) {
            fields.clear();
            trailers = 0;
            bodyLength = 0;
            complete = false;
            failure = null;
            parser.reset();
            parser.setHeadResponse(responses); // the answer to HEAD has no body
            parser.parseNext(in);
            if (failure != null || !complete) {
                parser.reset();
                throw new ParseFailure(failure == null ? "needs more" : String.valueOf(failure.getReason()));
            }
            message();
        }
    }

    private void message() {
        sum.head(fields.size() - trailers, responses ? code : target.length());
        sum.body(bodyLength);
        if (read) {
            if (responses) {
                sum.response(protocol.asString(), code, startLine);
            } else {
                sum.request(startLine, target, protocol.asString());
            }
            for (int i = 0; i < fields.size(); i++) {
                HttpField field = fields.get(i);
                String value = field.getValue();
                sum.field(field.getName(), value == null ? "" : value);
            }
            sum.bodyRead();
        }
    }
}
