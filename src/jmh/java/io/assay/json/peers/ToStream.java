package io.assay.json.peers;

import java.io.OutputStream;

/** A library that writes to a stream: into an array that is kept, which saves it an array a document. */
abstract class ToStream implements JsonAdapter {
    private final KeptArray kept = new KeptArray();

    abstract void encode(Object value, OutputStream out) throws Exception;

    @Override
    public final byte[] write(Object value) throws Exception {
        kept.rewind();
        encode(value, kept);
        return kept.array();
    }

    @Override
    public final int length() {
        return kept.length();
    }
}
