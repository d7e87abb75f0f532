package io.assay.http1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;

/** Jetty's parser in its mode of RFC 9110, with the limit of its server. */
final class JettyReading implements HttpParser.RequestHandler {
    private static final int MAX_HEAD = 8_192;

    private final Reading.Notes notes = new Reading.Notes();
    private final List<Message.Field> fields = new ArrayList<>();
    private String start = "";
    private boolean inTrailers;

    private JettyReading() {}

    static Reading of(byte[] bytes) {
        JettyReading handler = new JettyReading();
        HttpParser parser = new HttpParser(handler, MAX_HEAD, HttpCompliance.RFC9110);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (!handler.notes.isRefused() && buffer.hasRemaining()) {
            int before = buffer.remaining();
            HttpParser.State state = parser.getState();
            parser.parseNext(buffer);
            if (parser.isComplete()) parser.reset();
            else if (buffer.remaining() == before && parser.isState(state)) break;
        }
        return handler.notes.reading();
    }

    @Override
    public void startRequest(String method, String uri, HttpVersion version) {
        start = method + " " + uri + " 1." + (version.getVersion() - 10);
        fields.clear();
        inTrailers = false;
    }

    @Override
    public void parsedHeader(HttpField field) {
        if (!inTrailers)
            fields.add(new Message.Field(field.getName(), field.getValue() == null ? "" : field.getValue()));
    }

    @Override
    public boolean headerComplete() {
        notes.head(start, fields);
        inTrailers = true;
        return false;
    }

    @Override
    public boolean content(ByteBuffer content) {
        byte[] data = new byte[content.remaining()];
        content.get(data);
        notes.content(data);
        return false;
    }

    @Override
    public boolean contentComplete() {
        return false;
    }

    @Override
    public boolean messageComplete() {
        notes.end();
        return true;
    }

    @Override
    public void badMessage(HttpException failure) {
        notes.refuse();
    }

    @Override
    public void earlyEOF() {
        notes.refuse();
    }
}
