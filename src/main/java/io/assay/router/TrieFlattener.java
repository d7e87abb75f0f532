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

    /** Deep hashes to try; chance alone fails the first about once in 2^64 per pair of literals. */
    private static final int SEEDS = 16;

    /** From this many partial segments on a node has an index of them; fewer are tried faster one by one. */
    private static final int INDEXED = 8;

    private static final long FAILED = -1;
    /** No segment is that long. */
    private static final long NO_LENGTH = -1L << Trie.LENGTH_AT;

    private record Task(TrieNode node, int record) {}

    private final Queue<Task> tasks = new ArrayDeque<>();
    private final LongArrayList records = new LongArrayList();
    private final LongArrayList groups = new LongArrayList();
    private final LongArrayList leaves = new LongArrayList();
    private final LongArrayList methodSets = new LongArrayList();
    private final Map<Long, Integer> methodSetNumbers = new HashMap<>();
    private final IntArrayList routes = new IntArrayList();
    private final IntArrayList alternatives = new IntArrayList();
    private final List<PartialPattern> patterns = new ArrayList<>();
    private final List<PartialIndex> indexes = new ArrayList<>();
    private final Map<PartialPattern, Integer> patternNumbers = new HashMap<>();
    private final ByteArrayList pool = new ByteArrayList();
    private final LongArrayList poolAt = new LongArrayList();
    private final boolean deep;
    private final long seed;
    private int longest;

    private TrieFlattener(boolean deep, long seed) {
        this.deep = deep;
        this.seed = seed;
    }

    static Trie flatten(TrieNode root) {
        Trie trie = new TrieFlattener(false, 0).run(root);
        for (int attempt = 0; trie == null && attempt < SEEDS; attempt++) {
            trie = new TrieFlattener(true, PerfectHash.salt(1, attempt)).run(root);
        }
        if (trie == null) throw new IllegalStateException("no seed of " + SEEDS + " tells the literals apart");
        return trie;
    }

    private @Nullable Trie run(TrieNode root) {
        methodSet(0);
        records.size(Trie.FIRST);
        allocate(1);
        tasks.add(new Task(root, Trie.FIRST));
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
                indexes.toArray(new PartialIndex[0]),
                pool.toByteArray(),
                poolAt.toLongArray(),
                deep ? longest : Trie.SHALLOW,
                seed,
                Trie.FIRST));
    }

    private boolean node(TrieNode node, int record) {
        leaf(node, record);
        List<Map.Entry<String, TrieNode>> literals = List.copyOf(node.literals.entrySet());
        long[] hashes = new long[literals.size()];
        for (int i = 0; i < hashes.length; i++) hashes[i] = hash(literals.get(i).getKey());
        boolean more = !node.partials.isEmpty() || node.wildcard != null;
        boolean grouped = hashes.length > MAX_TABLE;
        int flags = (hashes.length > 0 ? Trie.LITERALS : 0)
                | (node.parameter != null ? Trie.PARAMETER : 0)
                | (more ? Trie.ALTERNATIVES : 0)
                | (grouped ? Trie.GROUPS : 0);
        if (flags == 0) return true;
        int before = allocate(1);
        if (node.parameter != null) tasks.add(new Task(node.parameter, before));
        or(record + Trie.LINK, ((long) flags << Trie.FLAGS_AT) | (before + Trie.RECORD));
        long salt = grouped ? groups(literals, hashes, before) : table(literals, hashes);
        if (salt == FAILED) return false;
        records.set(record + Trie.SALT, salt);
        if (more) records.set(before + Trie.KEY, alternatives(node));
        return true;
    }

    /** Lays a table of children out at the end, and returns its salt or FAILED. */
    private long table(List<Map.Entry<String, TrieNode>> literals, long[] hashes) {
        PerfectHash hash = PerfectHash.of(hashes);
        if (hash == null) return FAILED;
        if (literals.isEmpty()) return 0;
        int base = allocate(hash.size());
        for (int i = 0; i < hashes.length; i++) {
            int child = base + hash.slots()[i] * Trie.RECORD;
            key(literals.get(i).getKey(), child);
            tasks.add(new Task(literals.get(i).getValue(), child));
        }
        return hash.salt();
    }

    /** Lays several tables out, and returns the salt that chooses among them or FAILED. */
    private long groups(List<Map.Entry<String, TrieNode>> literals, long[] hashes, int before) {
        int bits = PerfectHash.ceilLog2(literals.size()) - GROUP_BITS;
        long salt = PerfectHash.salt(bits, 0);
        List<IntArrayList> members = new ArrayList<>();
        for (int i = 0; i < 1 << bits; i++) members.add(new IntArrayList());
        for (int i = 0; i < hashes.length; i++) {
            members.get(PerfectHash.slot(hashes[i], salt)).add(i);
        }
        records.set(before + Trie.KEY_LAST, groups.size());
        for (IntArrayList group : members) {
            int[] of = group.toIntArray();
            if (of.length > MAX_TABLE) return FAILED;
            groups.add(0);
            groups.add(of.length == 0 ? Trie.DEAD : records.size());
            long chosen = table(
                    Arrays.stream(of).mapToObj(literals::get).toList(),
                    Arrays.stream(of).mapToLong(i -> hashes[i]).toArray());
            if (chosen == FAILED) return FAILED;
            groups.set(groups.size() - 2, chosen);
        }
        return salt;
    }

    private int alternatives(TrieNode node) {
        int at = alternatives.size();
        alternatives.add(node.wildcard == null ? Trie.DEAD : enqueue(node.wildcard));
        alternatives.add(node.partials.size());
        List<Map.Entry<PartialPattern, TrieNode>> partials = node.partialsByPrecedence();
        alternatives.add(partials.size() < INDEXED ? -1 : indexes.size());
        if (partials.size() >= INDEXED) {
            indexes.add(
                    new PartialIndex(partials.stream().map(Map.Entry::getKey).toList()));
        }
        for (Map.Entry<PartialPattern, TrieNode> partial : partials) {
            alternatives.add((int) patternNumbers.computeIfAbsent(partial.getKey(), pattern -> {
                patterns.add(pattern);
                return patterns.size() - 1;
            }));
            alternatives.add(enqueue(partial.getValue()));
        }
        return at;
    }

    private int enqueue(TrieNode node) {
        int record = allocate(1);
        tasks.add(new Task(node, record));
        return record;
    }

    private int allocate(int count) {
        int base = records.size();
        int end = base + count * Trie.RECORD;
        extend(records, end);
        for (int i = 0; i < count; i++) records.set(base + i * Trie.RECORD + Trie.LINK, NO_LENGTH);
        return base;
    }

    /** Both calls of the list alone would grow it by just what is asked, and so copy it for each node. */
    private static void extend(LongArrayList list, int size) {
        if (size > list.elements().length) list.ensureCapacity(2 * size);
        list.size(size);
    }

    private void key(String literal, int record) {
        int length = literal.length();
        byte[] b = Arrays.copyOf(Segment.bytes(literal), length + SegmentKey.SLACK);
        if (length > SegmentKey.EXACT) {
            extend(poolAt, Math.max(poolAt.size(), record / Trie.RECORD + 1));
            poolAt.set(record / Trie.RECORD, pool.size());
            pool.addElements(pool.size(), b, 0, length);
        }
        longest = Math.max(longest, length);
        records.set(record + Trie.KEY, SegmentKey.first(b, 0, length));
        records.set(record + Trie.KEY_LAST, SegmentKey.last(b, 0, length));
        records.set(record + Trie.LINK, (long) length << Trie.LENGTH_AT);
    }

    private long hash(String literal) {
        int length = literal.length();
        byte[] b = Arrays.copyOf(Segment.bytes(literal), length + SegmentKey.SLACK);
        long first = SegmentKey.first(b, 0, length);
        long last = SegmentKey.last(b, 0, length);
        return deep ? SegmentKey.deepHash(seed, first, last, b, 0, length) : SegmentKey.hash(first, last, length);
    }

    private void leaf(TrieNode node, int record) {
        long methods = node.methods();
        if (methods == 0) return;
        long served = MethodTable.withHead(methods);
        extend(leaves, Math.max(leaves.size(), record / Trie.RECORD + 1));
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
