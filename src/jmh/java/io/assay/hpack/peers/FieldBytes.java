package io.assay.hpack.peers;

import io.assay.workload.HeaderField;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The fields of a block as byte arrays, for encoders that take bytes. */
final class FieldBytes {
    final byte[][] names;
    final byte[][] values;
    final boolean[] secret;

    FieldBytes(List<HeaderField> fields) {
        int size = fields.size();
        names = new byte[size][];
        values = new byte[size][];
        secret = new boolean[size];
        for (int i = 0; i < size; i++) {
            names[i] = fields.get(i).name().getBytes(StandardCharsets.ISO_8859_1);
            values[i] = fields.get(i).value().getBytes(StandardCharsets.ISO_8859_1);
            secret[i] = fields.get(i).secret();
        }
    }
}
