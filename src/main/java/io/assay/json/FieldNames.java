package io.assay.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The names of a class's fields, found by their bytes. Immutable. */
public final class FieldNames {
    private final byte[][] names;
    /** Index plus one, by hash; 0 for none. */
    private final int[] slots;

    private FieldNames(byte[][] names) {
        this.names = names;
        slots = new int[Integer.highestOneBit(Math.max(1, names.length)) * 4];
        for (int i = 0; i < names.length; i++) {
            if (find(names[i], 0, names[i].length) >= 0) {
                throw new IllegalArgumentException(
                        "two fields are named " + new String(names[i], StandardCharsets.UTF_8));
            }
            int slot = hash(names[i], 0, names[i].length) & slots.length - 1;
            while (slots[slot] != 0) slot = slot + 1 & slots.length - 1;
            slots[slot] = i + 1;
        }
    }

    /**
     * Names in the order of their indices.
     *
     * @throws IllegalArgumentException when one is there twice
     */
    public static FieldNames of(String... names) {
        byte[][] encoded = new byte[names.length][];
        for (int i = 0; i < names.length; i++) encoded[i] = names[i].getBytes(StandardCharsets.UTF_8);
        return new FieldNames(encoded);
    }

    /** The index of a name, or -1. */
    int find(byte[] b, int from, int to) {
        int slot = hash(b, from, to) & slots.length - 1;
        while (slots[slot] != 0) {
            byte[] name = names[slots[slot] - 1];
            if (Arrays.equals(name, 0, name.length, b, from, to)) return slots[slot] - 1;
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }

    /** The table is fixed, so that no input can make its chains longer than these names do: length and ends are enough. */
    private static int hash(byte[] b, int from, int to) {
        int length = to - from;
        if (length == 0) return 0;
        int h = length * 31 + b[from];
        h = h * 31 + b[to - 1];
        h = h * 31 + b[from + (length >>> 1)];
        return h ^ h >>> 7;
    }
}
