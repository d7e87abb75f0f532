package io.assay.hpack.peers;

import io.assay.workload.HpackWorkload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackException;

/** HttpCore's decoder, with the character set that spares it a {@code CharsetDecoder}. */
final class HttpCoreDecoder implements HpackDecoderAdapter {
    private final HPackDecoder decoder = new HPackDecoder(HpackWorkload.TABLE_SIZE, StandardCharsets.US_ASCII);
    private final ByteBuffer in;

    HttpCoreDecoder(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
        decoder.setMaxListSize(MAX_HEADER_LIST);
    }

    @Override
    public void decode(int from, int to, FieldSum sum) throws HPackException {
        in.limit(to).position(from);
        List<Header> headers = decoder.decodeHeaders(in);
        for (int i = 0; i < headers.size(); i++) {
            Header header = headers.get(i);
            sum.add(header.getName(), header.getValue());
        }
    }
}
