package io.assay.json.peers;

import java.util.Arrays;

/** A library that writes into a fresh array of the document's length, and may want such a one to read. */
abstract class FreshArray implements JsonAdapter {
    private int length;

    abstract byte[] encode(Object value) throws Exception;

    @Override
    public final byte[] write(Object value) throws Exception {
        byte[] document = encode(value);
        length = document.length;
        return document;
    }

    @Override
    public final int length() {
        return length;
    }

    /** The documents of the benchmark have arrays of their own length: there is nothing to copy while timed. */
    static byte[] exact(byte[] document, int length) {
        return document.length == length ? document : Arrays.copyOf(document, length);
    }
}
