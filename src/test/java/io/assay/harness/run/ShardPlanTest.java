package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.UserError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A suite split over machines")
class ShardPlanTest {
    private static final String SCALED = "io.assay.containers.MapBenchmark.";

    private final Map<Benchmark, List<Map<String, String>>> rows = new LinkedHashMap<>();

    ShardPlanTest() {
        List<Benchmark> benchmarks = new ArrayList<>();
        for (String family : List.of("router", "json", "http1", "hpack", "queue")) {
            benchmarks.add(RunFixtures.benchmark(
                    "io.assay." + family + ".XBenchmark.run", "workload=A,B,C", "implementation=ASSAY,P,Q,R"));
        }
        benchmarks.add(RunFixtures.benchmark(SCALED + "get", "n=1,2,4,8", "implementation=ASSAY,P"));
        benchmarks.add(RunFixtures.benchmark(SCALED + "put", "n=1,2,4,8", "implementation=ASSAY,P"));
        benchmarks.forEach(benchmark -> rows.put(benchmark, benchmark.combinations()));
    }

    private static boolean whole(Benchmark benchmark) {
        return benchmark.name().startsWith(SCALED);
    }

    private ShardPlan plan(int index, int count, long seed) {
        return ShardPlan.of(new Shard(index, count), seed, rows, ShardPlanTest::whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7})
    @DisplayName("Every row lies on one machine, with all rows it is compared with; the loads are even")
    void partition(int count) {
        for (long seed = 0; seed < 20; seed++) {
            Map<String, Set<Integer>> machinesOfGroup = new HashMap<>();
            int[] loads = new int[count];
            int placed = 0;
            for (int index = 1; index <= count; index++) {
                ShardPlan plan = plan(index, count, seed);
                for (var entry : rows.entrySet()) {
                    for (Map<String, String> params : entry.getValue()) {
                        if (plan.contains(entry.getKey(), params)) {
                            String group = whole(entry.getKey())
                                    ? SCALED
                                    : entry.getKey().name() + params.get("workload");
                            machinesOfGroup
                                    .computeIfAbsent(group, g -> new HashSet<>())
                                    .add(index);
                            loads[index - 1]++;
                            placed++;
                        }
                    }
                }
                assertTrue(loads[index - 1] <= plan.largest(), "the largest is the largest");
            }
            assertEquals(76, placed, "every row once");
            machinesOfGroup.forEach((group, machines) -> assertEquals(1, machines.size(), group));
            int most = java.util.Arrays.stream(loads).max().orElseThrow();
            // No split beats the largest group, nor the mean.
            assertTrue(most <= Math.max(16, Math.ceil(76.0 / count) + 4), () -> java.util.Arrays.toString(loads));
        }
    }

    @Test
    @DisplayName("The seed decides, not the order in which a machine happens to list its benchmarks")
    void deterministic() {
        List<Map.Entry<Benchmark, List<Map<String, String>>>> shuffled = new ArrayList<>(rows.entrySet());
        java.util.Collections.shuffle(shuffled, new Random(5));
        Map<Benchmark, List<Map<String, String>>> other = new LinkedHashMap<>();
        shuffled.forEach(entry -> other.put(entry.getKey(), entry.getValue()));
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < 5; seed++) {
            StringBuilder split = new StringBuilder();
            ShardPlan here = plan(1, 3, seed);
            ShardPlan there = ShardPlan.of(new Shard(1, 3), seed, other, ShardPlanTest::whole);
            rows.forEach((benchmark, all) -> all.forEach(params -> {
                assertEquals(here.contains(benchmark, params), there.contains(benchmark, params));
                split.append(here.contains(benchmark, params) ? '1' : '0');
            }));
            seen.add(split.toString());
        }
        assertTrue(seen.size() > 1, "another seed, another split");
    }

    @Test
    void tooManyMachines() {
        String message = assertThrows(UserError.class, () -> plan(1, 17, 1)).getMessage();
        assertTrue(message.contains("only 16 groups") && message.contains("16 shards at most"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/2", "3/2", "1", "1/0", "a/b", "-1/2", "1/2/3", ""})
    void mistyped(String text) {
        assertThrows(UserError.class, () -> Shard.of("--shard", text));
    }
}
