package io.assay.hpack.peers;

import io.assay.workload.HeaderField;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The fields of a block as byte arrays, for encoders that take bytes. */
final class FieldBytes {
    final byte[][] names;
    final byte[][] values;
    final boolean[] secret;
    /** The first field as a number where it is {@code :status}, else 0. */
    final int status;

    FieldBytes(List<HeaderField> fields) {
        int size = fields.size();
        boolean response = size > 0
                && fields.get(0).name().equals(":status")
                && !fields.get(0).secret();
        status = response && fields.get(0).value().matches("[1-9][0-9]{2}")
                ? Integer.parseInt(fields.get(0).value())
                : 0;
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
