package io.assay.hpack.peers;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.hpack.HpackDecoder;
import org.eclipse.jetty.http2.hpack.HpackException;

/** Jetty's decoder: makes the message's {@link MetaData}, so pseudo-headers are read back from method, URI and status. */
final class JettyDecoder implements HpackDecoderAdapter {
    private static final int HIGHEST_STATUS = 999;
    /** Status codes as text, because Jetty keeps a number; making the string would not be Jetty's work. */
    private static final String[] STATUS = new String[HIGHEST_STATUS + 1];

    static {
        for (int i = 0; i <= HIGHEST_STATUS; i++) {
            STATUS[i] = String.valueOf(i);
        }
    }

    private final HpackDecoder decoder = new HpackDecoder(MAX_HEADER_LIST, () -> 0L);
    private final ByteBuffer in;

    JettyDecoder(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    @Override
    public void decode(int from, int to, FieldSum sum) throws HpackException {
        in.limit(to).position(from);
        MetaData message = decoder.decode(in);
        if (message instanceof MetaData.Request request) {
            HttpURI uri = request.getHttpURI();
            sum.add(":method", request.getMethod());
            sum.add(":authority", uri.getAuthority());
            sum.add(":scheme", uri.getScheme());
            sum.add(":path", uri.getPathQuery());
        } else if (message instanceof MetaData.Response response) {
            sum.add(":status", STATUS[response.getStatus()]);
        }
        for (HttpField field : message.getHttpFields()) {
            sum.add(field.getName(), field.getValue());
        }
    }
}
