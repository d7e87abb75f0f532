package io.assay.net.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes frames by hand, wrong ones too: as the RFC draws them, and not by the encoder under test. */
final class Frames {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int key = 0x01020304;

    /** A masked frame whose first octet is given, with a length as short as can be. */
    Frames frame(int first, byte[] payload) {
        return frame(first, payload, payload.length < 126 ? 0 : payload.length < 65_536 ? 2 : 8);
    }

    Frames frame(int first, String payload) {
        return frame(first, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** With a length of so many octets more. */
    Frames frame(int first, byte[] payload, int lengthOctets) {
        head(first, payload.length, lengthOctets);
        key = key * 31 + 7;
        byte[] mask = {(byte) (key >> 24), (byte) (key >> 16), (byte) (key >> 8), (byte) key};
        out.writeBytes(mask);
        for (int i = 0; i < payload.length; i++) out.write(payload[i] ^ mask[i % 4]);
        return this;
    }

    /** The first two octets and the length of a masked frame. */
    Frames head(int first, long length, int lengthOctets) {
        out.write(first);
        out.write(0x80 | (lengthOctets == 0 ? (int) length : lengthOctets == 2 ? 126 : 127));
        for (int i = lengthOctets - 1; i >= 0; i--) out.write((int) (length >>> (8 * i)));
        return this;
    }

    Frames raw(int... octets) {
        for (int octet : octets) out.write(octet);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
