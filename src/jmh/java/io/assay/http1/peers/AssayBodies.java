package io.assay.http1.peers;

import io.assay.http1.BodyParser;
import io.assay.http1.Fields;
import io.assay.http1.Framing;

/** Our parser of bodies. */
final class AssayBodies {
    private final BodyParser parser = new BodyParser();

    /**
     * Parses a body, and copies it and its trailers if it is to be read.
     *
     * @return the offset behind it
     */
    int parse(Framing framing, long length, byte[] bytes, int from, int to, MessageSum sum, boolean read)
            throws ParseFailure {
        parser.begin(framing, length);
        int total = 0;
        int at = from;
        while (!parser.done()) {
            int consumed = parser.parse(bytes, at, to);
            int data = parser.dataLength();
            if (consumed < 0 || (consumed == 0 && data == 0 && !parser.done())) {
                throw new ParseFailure(consumed < 0 ? String.valueOf(parser.error()) : "needs more");
            }
            total += data;
            if (read) {
                sum.copy(bytes, at + parser.dataStart(), data);
            }
            at += consumed;
        }
        sum.body(total);
        if (read && framing == Framing.CHUNKED) {
            read(parser.trailers(), sum);
        }
        return at;
    }

    /** Reads fields as strings. */
    static void read(Fields fields, MessageSum sum) {
        int count = fields.count();
        for (int i = 0; i < count; i++) {
            sum.field(fields.name(i), fields.value(i));
        }
    }
}
