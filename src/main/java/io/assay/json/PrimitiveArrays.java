package io.assay.json;

import java.util.Arrays;

/** Reads arrays of primitives; how long they are is known at their end, so they grow in arrays that are kept. */
final class PrimitiveArrays {
    private final JsonInput in;
    private long[] longs = new long[64];
    private double[] doubles = new double[64];

    PrimitiveArrays(JsonInput in) {
        this.in = in;
    }

    private int fillLongs(boolean ints) throws JsonException {
        in.openArray();
        if (!in.firstElement()) return 0;
        int n = 0;
        do {
            if (n == longs.length) longs = Arrays.copyOf(longs, 2 * n);
            longs[n++] = ints ? in.readInt() : in.readLong();
        } while (in.nextElement());
        return n;
    }

    long[] longs() throws JsonException {
        int n = fillLongs(false);
        return Arrays.copyOf(longs, n);
    }

    int[] ints() throws JsonException {
        int n = fillLongs(true);
        int[] ints = new int[n];
        for (int i = 0; i < n; i++) ints[i] = (int) longs[i];
        return ints;
    }

    double[] doubles() throws JsonException {
        in.openArray();
        if (!in.firstElement()) return new double[0];
        int n = 0;
        do {
            if (n == doubles.length) doubles = Arrays.copyOf(doubles, 2 * n);
            doubles[n++] = in.readDouble();
        } while (in.nextElement());
        return Arrays.copyOf(doubles, n);
    }
}
