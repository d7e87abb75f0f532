package io.assay.router;

import java.util.Arrays;

/**
 * The tree of templates in arrays, and the walk over it. Immutable.
 *
 * <p>A record of four words a node: two key words of the literal that leads here, its length with the salt of the
 * table of the node's literal children, and the links. The key and the links of a node share half a cache line, so a
 * step touches one line. The tables of children are perfect hashes ({@link PerfectHash}): one probe, no chain, so that
 * whether a literal matched is data to select by, not a branch to mispredict.
 *
 * <p>Bounded time: a step leads from a node to a child, the tree is walked depth first, and no node is entered twice.
 */
final class Trie {
    /** Words a record, and the place of the first after DEAD, which 16-byte array headers bring to a 32-byte boundary. */
    static final int RECORD = 4;

    static final int FIRST = 6;

    /** Word offsets in a record. The second key word is a place in {@link #pool} for literals above 16 bytes. */
    static final int KEY = 0;

    static final int KEY_LAST = 1;
    /** Salt and shift as in {@link PerfectHash#word}, the literal's length below. */
    static final int META = 2;
    /** Low half: base of the literal children, or ~group table. High half: parameter child, or ~alternatives. */
    static final int LINK = 3;

    /** The record that nothing leads into and nothing leads out of. */
    static final int DEAD = 0;

    private final long[] records;
    /** Words as {@link PerfectHash#word} with bases, for nodes with too many literals for one table. */
    private final long[] groups;
    /** For each record: number of its set of methods (low half), base in {@link #routes} (high half). */
    private final long[] leaves;

    private final long[] methodSets;
    private final int[] routes;
    /** For a node with partial segments or a wildcard: parameter child, wildcard, count, (pattern, child) * count. */
    private final int[] alternatives;

    private final PartialPattern[] patterns;
    private final byte[] pool;
    /** For each record whose literal is above 16 bytes: where it starts in the pool. */
    private final int[] poolAt;
    /** Whether the hash takes the middle of long segments in, since somewhere their first and last words do not differ. */
    private final boolean deep;

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
        while (true) {
            while (k < segments) {
                int start = positions[k] + 1;
                int length = positions[k + 1] - start;
                long link = t[node + LINK];
                int other = (int) (link >> 32);
                if (other < 0) {
                    walk.depth = depth;
                    node = alternative(b, node, k, 0, method, walk);
                    depth = walk.depth;
                    if (node < 0) return ~node;
                } else {
                    long mask = SegmentKey.mask(length);
                    long first = SegmentKey.word(b, start) & mask;
                    long last = SegmentKey.word(b, Math.max(start, start + length - Long.BYTES)) & mask;
                    long hash = SegmentKey.hash(first, last, length, seed);
                    if (length > SegmentKey.EXACT && deep) hash = SegmentKey.hash(b, start, length, seed);
                    int child = child(hash, t[node + META], link);
                    long difference =
                            (t[child + KEY] ^ first) | (t[child + KEY_LAST] ^ last) | ((int) t[child + META] ^ length);
                    int miss = (int) ((difference | -difference) >> 63);
                    if (length > SegmentKey.EXACT & miss == 0) {
                        miss = verify(b, start, length, child);
                    }
                    other &= -length >> 31;
                    stack[depth] = ((long) node << 32) | k;
                    depth += ~miss & (-other >>> 31);
                    node = (child & ~miss) | (other & miss);
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
                if (depth == 0) return -1;
                depth--;
                node = (int) (stack[depth] >>> 32);
                k = (int) stack[depth];
                int other = (int) (t[node + LINK] >> 32);
                if (other < 0) {
                    walk.depth = depth;
                    node = alternative(b, node, k, walk.resume[depth], method, walk);
                    depth = walk.depth;
                    if (node < 0) return ~node;
                } else {
                    node = other;
                }
                k++;
            } while (node == DEAD);
        }
    }

    private int child(long hash, long meta, long link) {
        int base = (int) link;
        int slot = PerfectHash.slot(hash, meta);
        if (base < 0) {
            long group = groups[~base + slot];
            base = (int) group;
            slot = PerfectHash.slot(hash, group);
        }
        return base + slot * RECORD;
    }

    private int verify(byte[] b, int start, int length, int child) {
        int from = poolAt[child >> 2];
        return Arrays.equals(b, start, start + length, pool, from, from + length) ? 0 : -1;
    }

    private int route(long leaf, long methods, long method) {
        return routes[(int) (leaf >>> 32) + Long.bitCount(methods & (method - 1))];
    }

    private int literal(byte[] b, int start, int length, int node) {
        long first = SegmentKey.first(b, start, length);
        long last = SegmentKey.last(b, start, length);
        long hash = SegmentKey.hash(first, last, length, seed);
        if (length > SegmentKey.EXACT && deep) hash = SegmentKey.hash(b, start, length, seed);
        int child = child(hash, records[node + META], records[node + LINK]);
        boolean equal = records[child + KEY] == first
                && records[child + KEY_LAST] == last
                && (int) records[child + META] == length
                && (length <= SegmentKey.EXACT || verify(b, start, length, child) == 0);
        return equal ? child : DEAD;
    }

    /**
     * The next child that takes segment k of a node with partial segments or a wildcard, from the given choice on:
     * 0 is the literal, then the partial segments, the parameter, the wildcard. Pushes what is left to try.
     *
     * @return the child, DEAD, or ~route when a wildcard's route serves the method
     */
    private int alternative(byte[] b, int node, int k, int choice, long method, Walk walk) {
        int start = walk.positions[k] + 1;
        int end = walk.positions[k + 1];
        int at = ~(int) (records[node + LINK] >> 32);
        int partials = alternatives[at + 2];
        for (int c = choice; c <= partials; c++) {
            int child = DEAD;
            if (c == 0) {
                child = literal(b, start, end - start, node);
            } else if (patterns[alternatives[at + 1 + 2 * c]].matches(b, start, end)) {
                child = alternatives[at + 2 + 2 * c];
            }
            if (child != DEAD) {
                walk.push(node, k, c + 1);
                return child;
            }
        }
        if (choice <= partials + 1 && start < end && alternatives[at] != DEAD) {
            walk.push(node, k, partials + 2);
            return alternatives[at];
        }
        int wildcard = alternatives[at + 1];
        if (wildcard == DEAD) return DEAD;
        long leaf = leaves[wildcard >> 2];
        long methods = methodSets[(int) leaf];
        if ((methods & method) != 0) return ~route(leaf, methods, method);
        walk.seen |= methods;
        return DEAD;
    }
}
