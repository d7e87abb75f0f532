package io.assay.json.peers;

/** A library that writes into a fresh array of the document's length. */
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
}
