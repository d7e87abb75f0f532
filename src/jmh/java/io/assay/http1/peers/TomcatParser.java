package io.assay.http1.peers;

import java.nio.ByteBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.http11.TomcatRequests;
import org.apache.tomcat.util.http.MimeHeaders;

/** Tomcat's input buffer and its filters for bodies. */
final class TomcatParser implements Http1Adapter {
    private final TomcatRequests parser;

    TomcatParser(byte[] bytes) {
        parser = new TomcatRequests(bytes);
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
        parser.seek(from, to);
        while (parser.hasNext()) {
            Request request = parser.next();
            MimeHeaders fields = request.getMimeHeaders();
            int query = request.queryString().getLength();
            sum.head(fields.size(), request.requestURI().getLength() + (query > 0 ? 1 + query : 0));
            if (read) {
                String queryString = request.queryString().toString();
                sum.request(
                        request.getMethod(),
                        request.requestURI().toString(),
                        queryString == null ? "" : queryString,
                        request.protocol().toString());
                read(fields, sum);
            }
            body(request, sum, read);
        }
    }

    private void body(Request request, MessageSum sum, boolean read) throws Exception {
        int total = 0;
        for (ByteBuffer data = parser.read(); data != null; data = parser.read()) {
            if (!data.hasRemaining()) {
                throw new ParseFailure("needs more");
            }
            total += data.remaining();
            if (read) {
                sum.copy(data);
            }
        }
        sum.body(total);
        parser.end();
        if (read) {
            read(request.getMimeTrailerFields(), sum);
            sum.bodyRead();
        }
    }

    private static void read(MimeHeaders fields, MessageSum sum) {
        for (int i = 0; i < fields.size(); i++) {
            sum.field(fields.getName(i).toString(), fields.getValue(i).toString());
        }
    }
}
