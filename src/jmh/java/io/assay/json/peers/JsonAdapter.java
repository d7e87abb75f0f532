package io.assay.json.peers;

/** One library on documents of one class, bytes to bytes. */
public interface JsonAdapter {
    /**
     * Writes a document.
     *
     * @return an array that holds it from its first byte on, until the next call
     */
    byte[] write(Object value) throws Exception;

    /** Bytes of the document that was written last. */
    int length();

    /** Reads {@code document[0,length)}. */
    Object read(byte[] document, int length) throws Exception;
}
