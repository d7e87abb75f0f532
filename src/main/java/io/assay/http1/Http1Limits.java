package io.assay.http1;

/**
 * What a parser takes, and with that the memory that a hostile peer can cost. Lengths are bytes; those of lines leave
 * out the line's end.
 *
 * @param maxHead head with its last empty line, at most 16 MB
 * @param maxStartLine request line or status line
 * @param maxMethod method
 * @param maxEmptyLines empty lines before the start line (RFC 9112 section 2.2)
 * @param maxFields number of field lines in a head or trailer section
 * @param maxFieldLine name, colon and value with the space around it
 * @param maxChunkLine size of a chunk with its extensions
 * @param maxChunkExtensions extensions of one body's chunks, all together
 * @param maxTrailers trailer section with its last empty line, at most 16 MB
 */
public record Http1Limits(
        int maxHead,
        int maxStartLine,
        int maxMethod,
        int maxEmptyLines,
        int maxFields,
        int maxFieldLine,
        int maxChunkLine,
        int maxChunkExtensions,
        int maxTrailers) {
    /** Head 64 KB, start line 8 KB, method 32, one empty line, 128 fields of 16 KB, chunk line 256, 16 KB, 8 KB. */
    public static final Http1Limits DEFAULT =
            new Http1Limits(64 << 10, 8 << 10, 32, 1, 128, 16 << 10, 256, 16 << 10, 8 << 10);

    /** Highest head and trailer section. */
    static final int HIGHEST = 16 << 20;

    /** @throws IllegalArgumentException when a limit is negative, or head or trailers above 16 MB */
    public Http1Limits {
        int least = Math.min(Math.min(maxHead, maxStartLine), Math.min(maxMethod, maxEmptyLines));
        least = Math.min(least, Math.min(Math.min(maxFields, maxFieldLine), Math.min(maxChunkLine, maxTrailers)));
        if (Math.min(least, maxChunkExtensions) < 0) throw new IllegalArgumentException("a negative limit");
        if (Math.max(maxHead, maxTrailers) > HIGHEST) {
            throw new IllegalArgumentException("a head or trailer section above " + HIGHEST + " bytes");
        }
    }

    /** These limits with another {@link #maxHead()}. */
    public Http1Limits withMaxHead(int bytes) {
        return new Http1Limits(
                bytes,
                maxStartLine,
                maxMethod,
                maxEmptyLines,
                maxFields,
                maxFieldLine,
                maxChunkLine,
                maxChunkExtensions,
                maxTrailers);
    }

    /** These limits with other {@link #maxStartLine()} and {@link #maxFieldLine()}. */
    public Http1Limits withMaxLines(int startLine, int fieldLine) {
        return new Http1Limits(
                maxHead,
                startLine,
                maxMethod,
                maxEmptyLines,
                maxFields,
                fieldLine,
                maxChunkLine,
                maxChunkExtensions,
                maxTrailers);
    }

    /** These limits with another {@link #maxFields()}. */
    public Http1Limits withMaxFields(int fields) {
        return new Http1Limits(
                maxHead,
                maxStartLine,
                maxMethod,
                maxEmptyLines,
                fields,
                maxFieldLine,
                maxChunkLine,
                maxChunkExtensions,
                maxTrailers);
    }

    /** These limits with others for chunked bodies. */
    public Http1Limits withChunked(int chunkLine, int extensions, int trailers) {
        return new Http1Limits(
                maxHead,
                maxStartLine,
                maxMethod,
                maxEmptyLines,
                maxFields,
                maxFieldLine,
                chunkLine,
                extensions,
                trailers);
    }
}
