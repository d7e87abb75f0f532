package io.assay.json;

/**
 * What a document may cost. Every limit is exact; depth and bytes hold in both directions.
 *
 * @param maxDepth objects and arrays inside each other, from 1 to {@value #DEEPEST}, so that no stack is exhausted
 * @param maxBytes bytes of a document, read or written, at least 1
 * @param maxNumberLength bytes of a number that is read as a {@code BigDecimal} or {@code BigInteger}, at least 1; its
 *     conversion takes time quadratic in them. What is written may be longer
 */
public record JsonLimits(int maxDepth, int maxBytes, int maxNumberLength) {
    /** The deepest that can be allowed. */
    public static final int DEEPEST = 1_000;

    /** 64 deep, 16 MiB, numbers of 1,000 bytes. */
    public static final JsonLimits DEFAULT = new JsonLimits(64, 16 << 20, 1_000);

    /** Checks the ranges. */
    public JsonLimits {
        if (maxDepth < 1 || maxDepth > DEEPEST) {
            throw new IllegalArgumentException("maxDepth " + maxDepth + " is not from 1 to " + DEEPEST);
        }
        if (maxBytes < 1) throw new IllegalArgumentException("maxBytes " + maxBytes + " is less than 1");
        if (maxNumberLength < 1) {
            throw new IllegalArgumentException("maxNumberLength " + maxNumberLength + " is less than 1");
        }
    }
}
