package io.assay.hpack;

import java.io.IOException;

/**
 * A header block that cannot be decoded: in HTTP/2 a connection error of type COMPRESSION_ERROR (RFC 9113 section 4.3).
 * It has no stack trace, which would cost more than the rest of an attack.
 */
public final class HpackException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a block. */
    public enum Kind {
        /** Index 0, or one that is in neither table (RFC 7541 section 2.3.3). */
        INVALID_INDEX,
        /** An integer above 2^31 - 1, or in more than six bytes (section 5.1). */
        INTEGER_OVERFLOW,
        /** The block ends inside a field. */
        TRUNCATED,
        /** Huffman padding of more than seven bits, or other than the first bits of EOS (section 5.2). */
        BAD_PADDING,
        /** EOS inside a Huffman-coded string (section 5.2). */
        EOS_IN_STRING,
        /** A dynamic table size update behind a field (section 4.2). */
        MISPLACED_SIZE_UPDATE,
        /** A dynamic table size above what the settings allow (section 6.3). */
        TABLE_SIZE_TOO_LARGE,
        /** The settings lowered the table size, and the next block does not start with the update (section 4.2). */
        MISSING_SIZE_UPDATE,
        /** {@link HpackLimits#maxSizeUpdates()}. */
        TOO_MANY_SIZE_UPDATES,
        /** {@link HpackLimits#maxStringLength()}. */
        STRING_TOO_LONG,
        /** {@link HpackLimits#maxHeaderListSize()}. */
        HEADER_LIST_TOO_LARGE,
        /** {@link HpackLimits#maxFields()}. */
        TOO_MANY_FIELDS,
        /** An earlier block was left when its sink threw, or a sink called its own decoder. */
        ABANDONED
    }

    /** The kind; named apart from the accessor because exceptions are serializable. */
    private final Kind kind;

    private final int offset;

    HpackException(Kind kind, int offset) {
        super("COMPRESSION_ERROR: " + kind + " at " + offset);
        this.kind = kind;
        this.offset = offset;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** Where in the array the field or the part of it starts that is wrong. */
    public int offset() {
        return offset;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // nothing is written
    public Throwable fillInStackTrace() {
        return this;
    }
}
