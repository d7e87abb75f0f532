package io.assay.hpack;

/** Takes the fields of a header block, in their order. */
@FunctionalInterface
public interface HeaderSink {
    /** Flag: a never-indexed literal (RFC 7541 section 6.2.3); who forwards the field must send it as one again. */
    int NEVER_INDEXED = FieldFlags.NEVER_INDEXED;

    /**
     * A field. The arrays belong to the decoder or are the block itself; the ranges are valid during the call, must not
     * be written, and either may be empty. An exception thrown from here ends the decoder, whose state is then unknown.
     *
     * @param nameFrom the name's first byte
     * @param nameTo behind the name's last byte
     * @param valueFrom the value's first byte
     * @param valueTo behind the value's last byte
     * @param flags see {@link #neverIndexed(int)} and {@link #nameId(int)}; other bits have no meaning for a sink
     */
    void field(byte[] name, int nameFrom, int nameTo, byte[] value, int valueFrom, int valueTo, int flags);

    /** Whether the sender asks that this field is never put into a compression table. */
    static boolean neverIndexed(int flags) {
        return (flags & NEVER_INDEXED) != 0;
    }

    /**
     * The first index with this name in the static table (RFC 7541, Appendix A), 1 for {@code :authority} to 61, for a
     * switch in place of comparing names. 0 says nothing: the sender may have spelt out any name.
     */
    static int nameId(int flags) {
        return FieldFlags.nameId(flags);
    }
}
