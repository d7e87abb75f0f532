package io.assay.json.peers;

/** One library on documents of one class, bytes to bytes. */
public interface JsonAdapter {
    /**
     * Writes a document.
     *
     * @return an array that holds it from its first byte on, until the next call
     */
    byte[] write(Object value) throws Exception;

    /** Writes a document that is read next, where that is faster in another way than {@link #write}. */
    default byte[] writeToRead(Object value) throws Exception {
        return write(value);
    }

    /** Bytes of the document that was written last. */
    int length();

    /** Reads {@code document[0,length)}. */
    Object read(byte[] document, int length) throws Exception;
}
