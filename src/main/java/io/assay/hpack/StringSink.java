package io.assay.hpack;

/** Takes the fields of a header block as strings, in their order. */
@FunctionalInterface
public interface StringSink {
    /**
     * A field, each byte a char (ISO 8859-1). Strings of table entries are the same objects each time. An exception
     * thrown from here ends the decoder, whose state is then unknown.
     *
     * @param flags as {@link HeaderSink#neverIndexed(int)} and {@link HeaderSink#nameId(int)} read them
     */
    void field(String name, String value, int flags);
}
