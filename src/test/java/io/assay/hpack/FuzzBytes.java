package io.assay.hpack;

import java.io.ByteArrayOutputStream;

/** Writes the input of a fuzz target. */
final class FuzzBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    FuzzBytes put(int octet) {
        out.write(octet);
        return this;
    }

    FuzzBytes put(byte[] octets) {
        out.writeBytes(octets);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
