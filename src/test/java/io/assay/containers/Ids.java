package io.assay.containers;

/** Keys and elements of every kind, made from one int, so that one law is tested on all kinds. */
final class Ids {
    private Ids() {}

    /** Equal by id; only eight hash codes, so that chains and their repair after a removal are walked. */
    record Key(int id) {
        @Override
        public int hashCode() {
            return id & 7;
        }
    }

    static int id(Key key) {
        return key.id();
    }

    /** Beyond 32 bits, but for -1, 0 and 1: libraries mark free slots with one of these. */
    static long wide(int id) {
        return -1 <= id && id <= 1 ? id : id * 0x1_0000_0001L;
    }

    static int id(long wide) {
        int id = (int) wide;
        if (wide(id) != wide) {
            throw new AssertionError("a long that was never put: " + wide);
        }
        return id;
    }
}
