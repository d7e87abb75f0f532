package io.assay.router;

import it.unimi.dsi.fastutil.bytes.ByteArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Lays a tree of {@link TrieNode}s out in the arrays of a {@link Trie}, breadth first, without recursion. */
final class TrieFlattener {
    /** Above this many literals a node's table is split into groups: one table would grow with the square. */
    private static final int MAX_TABLE = 96;
    /** Literals a group on average, as a power of two. */
    private static final int GROUP_BITS = 2;

    private static final int SEEDS = 16;

    private record Task(TrieNode node, int record) {}

    private final long seed;
    private final Queue<Task> tasks = new ArrayDeque<>();
    private final LongArrayList records = new LongArrayList();
    private final LongArrayList groups = new LongArrayList();
    private final LongArrayList leaves = new LongArrayList();
    private final LongArrayList methodSets = new LongArrayList();
    private final Map<Long, Integer> methodSetNumbers = new HashMap<>();
    private final IntArrayList routes = new IntArrayList();
    private final IntArrayList alternatives = new IntArrayList();
    private final List<PartialPattern> patterns = new ArrayList<>();
    private final Map<PartialPattern, Integer> patternNumbers = new HashMap<>();
    private final ByteArrayList pool = new ByteArrayList();
    private final IntArrayList poolAt = new IntArrayList();
    private final boolean deep;

    private TrieFlattener(long seed, boolean deep) {
        this.seed = seed;
        this.deep = deep;
    }

    static Trie flatten(TrieNode root) {
        long seed = 0x9FB21C651E98DF25L;
        for (int attempt = 0; attempt < SEEDS; attempt++) {
            Trie trie = new TrieFlattener(seed, attempt > 0).run(root);
            if (trie != null) return trie;
            seed = seed * 0xD1342543DE82EF95L | 1;
        }
        throw new IllegalStateException("no seed of " + SEEDS + " gives the literals different hashes");
    }

    private @Nullable Trie run(TrieNode root) {
        methodSet(0);
        records.size(Trie.FIRST);
        records.set(Trie.META, -1);
        int rootRecord = enqueue(root);
        for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
            if (!node(task.node, task.record)) return null;
        }
        leaves.size(records.size() / Trie.RECORD + 1);
        poolAt.size(leaves.size());
        return new Trie(new TrieArrays(
                records.toLongArray(),
                groups.toLongArray(),
                leaves.toLongArray(),
                methodSets.toLongArray(),
                routes.toIntArray(),
                alternatives.toIntArray(),
                patterns.toArray(new PartialPattern[0]),
                pool.toByteArray(),
                poolAt.toIntArray(),
                deep,
                seed,
                rootRecord));
    }

    private boolean node(TrieNode node, int record) {
        leaf(node, record);
        int other = other(node);
        List<Map.Entry<String, TrieNode>> literals = List.copyOf(node.literals.entrySet());
        long[] hashes = new long[literals.size()];
        for (int i = 0; i < hashes.length; i++) hashes[i] = hash(literals.get(i).getKey());
        long table = literals.size() > MAX_TABLE ? grouped(literals, hashes) : table(literals, hashes);
        if (table == FAILED) return false;
        or(record + Trie.META, table & ~BASE);
        records.set(record + Trie.LINK, ((long) other << 32) | (table & BASE));
        return true;
    }

    private static final long BASE = 0xFFFFFFFFL;
    private static final long FAILED = -1;

    /** A word as {@link PerfectHash#word} with the table's base in its low half, or FAILED. */
    private long table(List<Map.Entry<String, TrieNode>> literals, long[] hashes) {
        if (literals.isEmpty()) return Trie.DEAD;
        PerfectHash hash = PerfectHash.of(hashes);
        if (hash == null) return FAILED;
        int base = allocate(hash.size());
        for (int i = 0; i < hashes.length; i++) {
            int child = base + hash.slots()[i] * Trie.RECORD;
            key(literals.get(i).getKey(), child);
            tasks.add(new Task(literals.get(i).getValue(), child));
        }
        return hash.word() | base;
    }

    /** As {@link #table}, with ~(place of the groups) for a base. */
    private long grouped(List<Map.Entry<String, TrieNode>> literals, long[] hashes) {
        int bits = PerfectHash.ceilLog2(literals.size()) - GROUP_BITS;
        long word = PerfectHash.word(bits, 0);
        List<IntArrayList> members = new ArrayList<>();
        for (int i = 0; i < 1 << bits; i++) members.add(new IntArrayList());
        for (int i = 0; i < hashes.length; i++) {
            members.get(PerfectHash.slot(hashes[i], word)).add(i);
        }
        int base = groups.size();
        groups.size(base + members.size());
        for (int g = 0; g < members.size(); g++) {
            int[] of = members.get(g).toIntArray();
            long table = table(
                    Arrays.stream(of).mapToObj(literals::get).toList(),
                    Arrays.stream(of).mapToLong(i -> hashes[i]).toArray());
            if (table == FAILED) return FAILED;
            groups.set(base + g, table);
        }
        return word | (~base & BASE);
    }

    /** The high half of a node's link: its parameter child, or ~(place of its alternatives). */
    private int other(TrieNode node) {
        int parameter = node.parameter == null ? Trie.DEAD : enqueue(node.parameter);
        if (node.partials.isEmpty() && node.wildcard == null) return parameter;
        int at = alternatives.size();
        alternatives.add(parameter);
        alternatives.add(node.wildcard == null ? Trie.DEAD : enqueue(node.wildcard));
        alternatives.add(node.partials.size());
        for (Map.Entry<PartialPattern, TrieNode> partial : node.partialsByPrecedence()) {
            alternatives.add((int) patternNumbers.computeIfAbsent(partial.getKey(), pattern -> {
                patterns.add(pattern);
                return patterns.size() - 1;
            }));
            alternatives.add(enqueue(partial.getValue()));
        }
        return ~at;
    }

    private int enqueue(TrieNode node) {
        int record = allocate(1);
        tasks.add(new Task(node, record));
        return record;
    }

    private int allocate(int count) {
        int base = records.size();
        records.size(base + count * Trie.RECORD);
        for (int i = 0; i < count; i++) records.set(base + i * Trie.RECORD + Trie.META, BASE);
        return base;
    }

    private void key(String literal, int record) {
        int length = literal.length();
        byte[] b = Arrays.copyOf(Segment.bytes(literal), length + SegmentKey.SLACK);
        if (length > SegmentKey.EXACT) {
            poolAt.size(Math.max(poolAt.size(), record / Trie.RECORD + 1));
            poolAt.set(record / Trie.RECORD, pool.size());
            pool.addElements(pool.size(), b, 0, length);
        }
        records.set(record + Trie.KEY, SegmentKey.first(b, 0, length));
        records.set(record + Trie.KEY_LAST, SegmentKey.last(b, 0, length));
        records.set(record + Trie.META, length);
    }

    private long hash(String literal) {
        int length = literal.length();
        byte[] b = Arrays.copyOf(Segment.bytes(literal), length + SegmentKey.SLACK);
        if (length > SegmentKey.EXACT && deep) return SegmentKey.hash(b, 0, length, seed);
        return SegmentKey.hash(SegmentKey.first(b, 0, length), SegmentKey.last(b, 0, length), length, seed);
    }

    private void leaf(TrieNode node, int record) {
        long methods = node.methods();
        if (methods == 0) return;
        long served = MethodTable.withHead(methods);
        if (leaves.size() <= record / Trie.RECORD) leaves.size(record / Trie.RECORD + 1);
        leaves.set(record / Trie.RECORD, ((long) routes.size() << 32) | methodSet(served));
        for (long rest = served; rest != 0; rest &= rest - 1) {
            long method = Long.lowestOneBit(rest);
            routes.add(node.route((methods & method) != 0 ? method : MethodTable.GET));
        }
    }

    private int methodSet(long methods) {
        return methodSetNumbers.computeIfAbsent(methods, m -> {
            methodSets.add((long) m);
            return methodSets.size() - 1;
        });
    }

    private void or(int at, long bits) {
        records.set(at, records.getLong(at) | bits);
    }
}
