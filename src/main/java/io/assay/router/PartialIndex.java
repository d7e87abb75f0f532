package io.assay.router;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds among many partial segments of one node those whose first literal a segment starts with: one hash look-up for
 * each length that such literals have. Immutable.
 */
final class PartialIndex {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int[] NONE = {};

    private final int count;
    /** The lengths, ascending. */
    private final int[] lengths;
    /** Open-addressed: 1 + number of a literal, or 0. */
    private final int[] table;

    private final int shift;
    private final byte[][] literals;
    /** For each literal the places of its patterns in the order of precedence. */
    private final int[][] places;

    PartialIndex(List<PartialPattern> byPrecedence) {
        count = byPrecedence.size();
        Map<String, List<Integer>> byPrefix = new HashMap<>();
        TreeSet<Integer> sizes = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            String prefix = byPrecedence.get(i).prefix();
            byPrefix.computeIfAbsent(prefix, p -> new ArrayList<>()).add(i);
            sizes.add(prefix.length());
        }
        lengths = sizes.stream().mapToInt(i -> i).toArray();
        int bits = PerfectHash.ceilLog2(byPrefix.size()) + 1;
        shift = Long.SIZE - bits;
        table = new int[1 << bits];
        literals = new byte[byPrefix.size()][];
        places = new int[literals.length][];
        int number = 0;
        for (Map.Entry<String, List<Integer>> entry : byPrefix.entrySet()) {
            byte[] literal = Segment.bytes(entry.getKey());
            literals[number] = literal;
            places[number] = entry.getValue().stream().mapToInt(i -> i).toArray();
            int slot = slot(hash(0, literal, 0, literal.length));
            while (table[slot] != 0) slot = (slot + 1) & (table.length - 1);
            table[slot] = ++number;
        }
    }

    /** The first place, from the given one on, of a pattern whose first literal fits; else the number of patterns. */
    int next(byte[] b, int start, int end, int from) {
        int best = count;
        long hash = 0;
        int hashed = 0;
        for (int length : lengths) {
            if (length >= end - start) break;
            hash = hash(hash, b, start + hashed, start + length);
            hashed = length;
            int[] fitting = find(hash, b, start, length);
            int at = Arrays.binarySearch(fitting, from);
            if (at < 0) at = ~at;
            if (at < fitting.length) best = Math.min(best, fitting[at]);
        }
        return best;
    }

    private int[] find(long hash, byte[] b, int start, int length) {
        for (int slot = slot(hash); table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
            int number = table[slot] - 1;
            byte[] literal = literals[number];
            if (Arrays.equals(b, start, start + length, literal, 0, literal.length)) return places[number];
        }
        return NONE;
    }

    private int slot(long hash) {
        return (int) ((hash * MIX) >>> shift);
    }

    private static long hash(long hash, byte[] b, int from, int to) {
        long h = hash;
        for (int i = from; i < to; i++) {
            h = (h + b[i] + 1) * MIX;
            h ^= h >>> 32;
        }
        return h;
    }
}
