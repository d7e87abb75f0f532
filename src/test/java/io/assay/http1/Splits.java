package io.assay.http1;

import java.util.Arrays;
import java.util.Random;

/** Where the bytes of a connection are cut when they arrive: ends of pieces, the last that of all. */
final class Splits {
    private Splits() {}

    static int[] none(int length) {
        return new int[] {length};
    }

    static int[] inTwo(int at, int length) {
        return new int[] {at, length};
    }

    static int[] byteByByte(int length) {
        int[] ends = new int[length + 1];
        Arrays.setAll(ends, i -> i);
        return ends;
    }

    static int[] random(int length, long seed) {
        Random random = new Random(seed);
        int[] ends = random.ints(1 + random.nextInt(6), 0, length + 1).sorted().toArray();
        ends = Arrays.copyOf(ends, ends.length + 1);
        ends[ends.length - 1] = length;
        return ends;
    }
}
