package io.assay.json.peers;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * A library that writes to a stream and reads whole arrays alone. What it is to read next it writes into a fresh array: out of
 * one that is kept the document would have to be copied once more.
 */
abstract class ToStreamFromWholeArrays implements JsonAdapter {
    private final KeptArray kept = new KeptArray();
    private int length;

    abstract void encode(Object value, OutputStream out) throws Exception;

    abstract byte[] encode(Object value) throws Exception;

    abstract Object decode(byte[] document) throws Exception;

    @Override
    public final byte[] write(Object value) throws Exception {
        kept.rewind();
        encode(value, kept);
        length = kept.length();
        return kept.array();
    }

    @Override
    public final byte[] writeToRead(Object value) throws Exception {
        byte[] document = encode(value);
        length = document.length;
        return document;
    }

    @Override
    public final int length() {
        return length;
    }

    /** The documents of the benchmark have arrays of their own length: there is nothing to copy while timed. */
    @Override
    public final Object read(byte[] document, int length) throws Exception {
        return decode(document.length == length ? document : Arrays.copyOf(document, length));
    }
}
