package io.assay.hpack;

/** The hashes by which tables find names and fields; static, dynamic and forgotten fields agree on them. */
final class FieldHash {
    private static final int SEED = 0x2545F491;

    private FieldHash() {}

    static int ofName(byte[] b, int from, int to) {
        return Words.hash(b, from, to, SEED);
    }

    static int ofField(int nameHash, byte[] b, int from, int to) {
        return Words.hash(b, from, to, nameHash);
    }
}
