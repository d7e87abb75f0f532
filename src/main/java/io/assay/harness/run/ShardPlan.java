package io.assay.harness.run;

import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which rows are whose. Rows that are compared with each other stay together: all implementations of a benchmark on one
 * workload, under all profiles and JDKs; and the whole class where cost is read against n. The split follows from the
 * benchmarks, the request and the seed alone, never from the machine, so that the parts of several machines make a
 * whole; rows that turn out not to apply on one are counted all the same.
 */
final class ShardPlan {
    private final Shard shard;
    private final Predicate<Benchmark> whole;
    private final Map<String, Integer> shardOf;
    private final int largest;

    private ShardPlan(Shard shard, Predicate<Benchmark> whole, Map<String, Integer> shardOf, int largest) {
        this.shard = shard;
        this.whole = whole;
        this.shardOf = shardOf;
        this.largest = largest;
    }

    /**
     * Splits the rows.
     *
     * @param rows the combinations of parameters that are wanted, by benchmark
     * @param whole whether all of a benchmark's class must stay together
     * @throws UserError if there are fewer groups than shards
     */
    static ShardPlan of(
            Shard shard, long seed, Map<Benchmark, List<Map<String, String>>> rows, Predicate<Benchmark> whole) {
        Map<String, Integer> weights = new TreeMap<>();
        rows.forEach((benchmark, combinations) ->
                combinations.forEach(params -> weights.merge(group(benchmark, params, whole), 1, Integer::sum)));
        if (weights.size() < shard.count()) {
            throw new UserError("--shard " + shard + ": there are only " + weights.size()
                    + " groups of rows that can lie on different machines; use " + Math.max(1, weights.size())
                    + " shards at most");
        }
        int[] loads = new int[shard.count()];
        return new ShardPlan(
                shard,
                whole,
                assign(weights, loads, seed),
                Arrays.stream(loads).max().orElse(0));
    }

    /** The heaviest group first, each to the shard that has least: never a third longer than the best split (Graham 1969). */
    private static Map<String, Integer> assign(Map<String, Integer> weights, int[] loads, long seed) {
        List<Map.Entry<String, Integer>> groups = new ArrayList<>(weights.entrySet());
        Collections.shuffle(groups, new Random(seed));
        groups.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        Map<String, Integer> assigned = new HashMap<>();
        for (Map.Entry<String, Integer> group : groups) {
            int least = 0;
            for (int i = 1; i < loads.length; i++) {
                least = loads[i] < loads[least] ? i : least;
            }
            loads[least] += group.getValue();
            assigned.put(group.getKey(), least + 1);
        }
        return assigned;
    }

    private static String group(Benchmark benchmark, Map<String, String> params, Predicate<Benchmark> whole) {
        if (whole.test(benchmark)) {
            return benchmark.packageName() + "." + benchmark.className();
        }
        Map<String, String> rest = new TreeMap<>(params);
        rest.remove(RowKey.IMPLEMENTATION);
        return benchmark.name() + rest;
    }

    /** Whether a row is this machine's. */
    boolean contains(Benchmark benchmark, Map<String, String> params) {
        return shardOf.getOrDefault(group(benchmark, params, whole), 0) == shard.index();
    }

    /** Rows of the largest shard: every machine plans its time by it, so that all measure equally long. */
    int largest() {
        return largest;
    }
}
