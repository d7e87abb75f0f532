package io.assay.router;

import java.util.Arrays;

/**
 * The tree of templates in arrays, and the walk over it. Immutable.
 *
 * <p>A node is a record of four words: two key words of the literal that leads here, the salt of the table of its
 * literal children ({@link PerfectHash}), and its link. The record of the parameter child lies right before that
 * table, so that a link need not name it. A step touches one record, half a cache line.
 *
 * <p>Bounded time: a step leads from a node to a child, the tree is walked depth first, and no node is entered twice.
 */
final class Trie {
    /** Words a record, and the place of the first after DEAD, which 16-byte array headers bring to a 32-byte boundary. */
    static final int RECORD = 4;

    static final int FIRST = 6;

    /** Word offsets in a record. */
    static final int KEY = 0;

    static final int KEY_LAST = 1;
    static final int SALT = 2;
    /** Base of the literal children in the low half, then eight flags, then the length of the literal. */
    static final int LINK = 3;

    static final int FLAGS_AT = 32;
    static final int LENGTH_AT = 40;

    /** Flags: there are literal children, a parameter child. */
    static final int LITERALS = 1;

    static final int PARAMETER = 2;
    /** There are partial segments or a wildcard: KEY of the record before the table is their place. */
    static final int ALTERNATIVES = 4;
    /** There are too many literals for one table: KEY_LAST of the record before is the place of the groups. */
    static final int GROUPS = 8;

    /** Shorter than every segment. */
    static final int SHALLOW = -1;

    /** The record that nothing leads out of. */
    static final int DEAD = 0;

    private final long[] records;
    /** For each group of literals: salt, base. */
    private final long[] groups;
    /** For each record: number of its set of methods (low half), base in {@link #routes} (high half). */
    private final long[] leaves;

    private final long[] methodSets;
    private final int[] routes;
    /** For a node with partial segments or a wildcard: wildcard, count, number of its index or -1, (pattern, child) * count. */
    private final int[] alternatives;

    private final PartialPattern[] patterns;
    private final PartialIndex[] indexes;
    /** The literals above 16 bytes, and for each record where its literal starts there. */
    private final byte[] pool;

    private final long[] poolAt;
    /** Up to this length segments have the deep hash; {@link #SHALLOW} where the cheap one tells all literals apart. */
    private final int deep;

    private final long seed;

    private final int root;

    Trie(TrieArrays a) {
        records = a.records();
        groups = a.groups();
        leaves = a.leaves();
        methodSets = a.methodSets();
        routes = a.routes();
        alternatives = a.alternatives();
        patterns = a.patterns();
        indexes = a.indexes();
        pool = a.pool();
        poolAt = a.poolAt();
        deep = a.deep();
        seed = a.seed();
        root = a.root();
    }

    /**
     * The number of the best route for the method, or -1; then {@code walk.seen} holds the methods of all templates
     * that match, since without a route every alternative was tried.
     */
    int find(byte[] b, int segments, long method, Walk walk) {
        final long[] t = records;
        final int[] positions = walk.positions;
        final long[] stack = walk.stack;
        int depth = 0;
        int k = 0;
        int node = root;
        walk.seen = 0;
        assert walk.starts();
        while (true) {
            while (k < segments) {
                assert walk.steps();
                int start = positions[k] + 1;
                int length = positions[k + 1] - start;
                long link = t[node + LINK];
                int flags = (int) (link >>> FLAGS_AT);
                int base = (int) link;
                if ((flags & (ALTERNATIVES | GROUPS)) != 0) {
                    walk.depth = depth;
                    node = alternative(b, node, k, 0, method, walk);
                    depth = walk.depth;
                    if (node < 0) return ~node;
                } else {
                    // A parameter takes no empty segment.
                    int other = (base - RECORD) & -((flags >> 1) & 1) & (-length >> 31);
                    if ((flags & LITERALS) != 0) {
                        long mask = SegmentKey.mask(length);
                        long first = SegmentKey.word(b, start) & mask;
                        long last = SegmentKey.word(b, Math.max(start, start + length - Long.BYTES)) & mask;
                        long hash = SegmentKey.hash(first, last, length);
                        if (length <= deep) hash = SegmentKey.deepHash(seed, first, last, b, start, length);
                        int child = base + PerfectHash.slot(hash, t[node + SALT]) * RECORD;
                        long difference = (t[child + KEY] ^ first)
                                | (t[child + KEY_LAST] ^ last)
                                | ((t[child + LINK] >> LENGTH_AT) ^ length);
                        if (difference == 0 && (length <= SegmentKey.EXACT || verify(b, start, length, child))) {
                            stack[depth] = ((long) node << 32) | k;
                            depth += -other >>> 31;
                            node = child;
                        } else {
                            node = other;
                        }
                    } else {
                        node = other;
                    }
                }
                k++;
                if (node == DEAD) break;
            }
            if (node != DEAD) {
                long leaf = leaves[node >> 2];
                long methods = methodSets[(int) leaf];
                if ((methods & method) != 0) return route(leaf, methods, method);
                walk.seen |= methods;
            }
            do {
                assert walk.steps();
                if (depth == 0) return -1;
                depth--;
                node = (int) (stack[depth] >>> 32);
                k = (int) stack[depth];
                long link = t[node + LINK];
                if (((int) (link >>> FLAGS_AT) & (ALTERNATIVES | GROUPS)) != 0) {
                    walk.depth = depth;
                    node = alternative(b, node, k, walk.resume[depth], method, walk);
                    depth = walk.depth;
                    if (node < 0) return ~node;
                } else {
                    node = (int) link - RECORD;
                }
                k++;
            } while (node == DEAD);
        }
    }

    private boolean verify(byte[] b, int start, int length, int child) {
        int from = (int) poolAt[child >> 2];
        return Arrays.equals(b, start, start + length, pool, from, from + length);
    }

    private int route(long leaf, long methods, long method) {
        return routes[(int) (leaf >>> 32) + Long.bitCount(methods & (method - 1))];
    }

    private int literal(byte[] b, int start, int length, int node, int flags, int base) {
        if ((flags & LITERALS) == 0) return DEAD;
        long[] t = records;
        long first = SegmentKey.first(b, start, length);
        long last = SegmentKey.last(b, start, length);
        long hash = SegmentKey.hash(first, last, length);
        if (length <= deep) hash = SegmentKey.deepHash(seed, first, last, b, start, length);
        int slot = PerfectHash.slot(hash, t[node + SALT]);
        int child = base + slot * RECORD;
        if ((flags & GROUPS) != 0) {
            int group = (int) t[base - RECORD + KEY_LAST] + 2 * slot;
            child = (int) groups[group + 1] + PerfectHash.slot(hash, groups[group]) * RECORD;
        }
        boolean equal = t[child + KEY] == first
                && t[child + KEY_LAST] == last
                && t[child + LINK] >> LENGTH_AT == length
                && (length <= SegmentKey.EXACT || verify(b, start, length, child));
        return equal ? child : DEAD;
    }

    /**
     * The next child that takes segment k of a node with more than one table and a parameter, from the given choice
     * on: 0 is the literal, then the partial segments, the parameter, the wildcard. Pushes what is left to try.
     *
     * @return the child, DEAD, or ~route when a wildcard's route serves the method
     */
    private int alternative(byte[] b, int node, int k, int choice, long method, Walk walk) {
        int start = walk.positions[k] + 1;
        int end = walk.positions[k + 1];
        long link = records[node + LINK];
        int flags = (int) (link >>> FLAGS_AT);
        int base = (int) link;
        boolean more = (flags & ALTERNATIVES) != 0;
        int at = more ? (int) records[base - RECORD + KEY] : 0;
        int partials = more ? alternatives[at + 1] : 0;
        int index = more ? alternatives[at + 2] : -1;
        for (int c = choice; c <= partials; c++) {
            if (c > 0 && index >= 0) {
                c = indexes[index].next(b, start, end, c - 1) + 1;
                if (c > partials) break;
            }
            int child = DEAD;
            if (c == 0) {
                child = literal(b, start, end - start, node, flags, base);
            } else if (patterns[alternatives[at + 1 + 2 * c]].matches(b, start, end)) {
                child = alternatives[at + 2 + 2 * c];
            }
            if (child != DEAD) {
                walk.push(node, k, c + 1);
                return child;
            }
        }
        if (choice <= partials + 1 && start < end && (flags & PARAMETER) != 0) {
            walk.push(node, k, partials + 2);
            return base - RECORD;
        }
        return more ? wildcard(alternatives[at], method, walk) : DEAD;
    }

    private int wildcard(int record, long method, Walk walk) {
        long leaf = leaves[record >> 2];
        long methods = methodSets[(int) leaf];
        if ((methods & method) != 0) return ~route(leaf, methods, method);
        walk.seen |= methods;
        return DEAD;
    }
}
