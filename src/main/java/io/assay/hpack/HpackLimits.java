package io.assay.hpack;

/**
 * What a decoder takes in one block, and with that the memory and time that a hostile peer can cost.
 *
 * @param maxHeaderListSize sum over all fields of name and value bytes and 32 (SETTINGS_MAX_HEADER_LIST_SIZE, RFC 9113
 *     section 6.5.2)
 * @param maxStringLength bytes of a decoded name or value, at most 16 MB
 * @param maxFields number of fields
 * @param maxSizeUpdates number of dynamic table size updates; RFC 7541 section 4.2 needs two
 */
public record HpackLimits(int maxHeaderListSize, int maxStringLength, int maxFields, int maxSizeUpdates) {
    /** 256 KB in all, 64 KB a string, 1024 fields, two size updates. */
    public static final HpackLimits DEFAULT = new HpackLimits(256 << 10, 64 << 10, 1024, 2);

    /** Highest {@link #maxStringLength()}. */
    static final int HIGHEST_STRING_LENGTH = 16 << 20;

    /** @throws IllegalArgumentException when a limit is negative, or the string length above 16 MB */
    public HpackLimits {
        if (maxHeaderListSize < 0 || maxStringLength < 0 || maxFields < 0 || maxSizeUpdates < 0) {
            throw new IllegalArgumentException("a negative limit");
        }
        if (maxStringLength > HIGHEST_STRING_LENGTH) {
            throw new IllegalArgumentException(
                    "maxStringLength " + maxStringLength + " is above " + HIGHEST_STRING_LENGTH);
        }
    }

    /** These limits with another {@link #maxHeaderListSize()}. */
    public HpackLimits withMaxHeaderListSize(int bytes) {
        return new HpackLimits(bytes, maxStringLength, maxFields, maxSizeUpdates);
    }

    /** These limits with another {@link #maxStringLength()}. */
    public HpackLimits withMaxStringLength(int bytes) {
        return new HpackLimits(maxHeaderListSize, bytes, maxFields, maxSizeUpdates);
    }

    /** These limits with another {@link #maxFields()}. */
    public HpackLimits withMaxFields(int fields) {
        return new HpackLimits(maxHeaderListSize, maxStringLength, fields, maxSizeUpdates);
    }

    /** These limits with another {@link #maxSizeUpdates()}. */
    public HpackLimits withMaxSizeUpdates(int updates) {
        return new HpackLimits(maxHeaderListSize, maxStringLength, maxFields, updates);
    }
}
