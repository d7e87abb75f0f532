package io.assay.hpack.peers;

import com.twitter.hpack.Decoder;
import com.twitter.hpack.HeaderListener;
import io.assay.workload.HpackWorkload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code com.twitter:hpack}'s decoder: reads a stream, hands byte arrays to a listener. */
final class TwitterDecoder implements HpackDecoderAdapter {
    private final Decoder decoder = new Decoder(MAX_HEADER_LIST, HpackWorkload.TABLE_SIZE);
    private final RangeInputStream in;
    private final HeaderListener bytes = this::addBytes;
    private final HeaderListener strings = this::addStrings;
    private FieldSum target = new FieldSum();

    TwitterDecoder(byte[] bytes) {
        in = new RangeInputStream(bytes);
    }

    private void addBytes(byte[] name, byte[] value, boolean sensitive) {
        target.add(name, 0, name.length, value, 0, value.length);
    }

    private void addStrings(byte[] name, byte[] value, boolean sensitive) {
        target.add(new String(name, StandardCharsets.ISO_8859_1), new String(value, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void decode(int from, int to, FieldSum sum) throws IOException {
        run(from, to, sum, bytes);
    }

    @Override
    public void decodeToStrings(int from, int to, FieldSum sum) throws IOException {
        run(from, to, sum, strings);
    }

    private void run(int from, int to, FieldSum sum, HeaderListener listener) throws IOException {
        if (target != sum) target = sum; // the barrier of a write would be measured
        decoder.decode(in.at(from, to), listener);
        if (decoder.endHeaderBlock()) {
            throw new IOException("truncated: the header list is larger than " + MAX_HEADER_LIST);
        }
        if (in.available() != 0) {
            throw new IOException(in.available() + " bytes of the block were left: it ends inside a field");
        }
    }
}
