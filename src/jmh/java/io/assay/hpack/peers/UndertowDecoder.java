package io.assay.hpack.peers;

import io.assay.workload.HpackWorkload;
import io.undertow.protocols.http2.HpackDecoder;
import io.undertow.protocols.http2.HpackException;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;

/** Undertow's decoder: hands each field to an emitter. */
final class UndertowDecoder implements HpackDecoderAdapter {
    private final HpackDecoder decoder = new HpackDecoder(HpackWorkload.TABLE_SIZE);
    private final ByteBuffer in;
    private FieldSum target = new FieldSum();
    private boolean strings;

    UndertowDecoder(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
        decoder.setHeaderEmitter(this::emit);
    }

    private void emit(HttpString name, String value, boolean neverIndexed) {
        if (strings || target.collecting()) {
            target.add(name.toString(), value);
            return;
        }
        int length = value.length();
        target.add(name.length(), name.byteAt(name.length() - 1), length, length == 0 ? 0 : value.charAt(length - 1));
    }

    @Override
    public void decode(int from, int to, FieldSum sum) throws HpackException {
        run(from, to, sum, false);
    }

    @Override
    public void decodeToStrings(int from, int to, FieldSum sum) throws HpackException {
        run(from, to, sum, true);
    }

    private void run(int from, int to, FieldSum sum, boolean asStrings) throws HpackException {
        strings = asStrings;
        if (target != sum) target = sum; // the barrier of a write would be measured
        in.limit(to).position(from);
        decoder.decode(in, false);
    }
}
