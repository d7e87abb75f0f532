package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.harness.result.RowKey;
import io.assay.harness.result.environment.JdkFacts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A request whose parts a test replaces, and what is planned for it. */
final class PlannedRequest {
    List<String> patterns = List.of();
    Preset preset = Preset.QUICK;
    OptionalInt forks = OptionalInt.empty();
    Optional<Duration> time = Optional.empty();
    Optional<Duration> budget = Optional.empty();
    Map<String, List<String>> params = Map.of();
    List<Profile> profiles = List.of(RunFixtures.PLAIN);
    List<JdkFacts> jdks = List.of(RunFixtures.jdk(17));
    Optional<Shard> shard = Optional.empty();

    RunRequest build() {
        RunRequest.Overrides overrides = new RunRequest.Overrides(
                forks, OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), time, budget);
        return new RunRequest(patterns, preset, overrides, params, profiles, jdks, 42, false, shard);
    }

    Plan plan(Benchmark... benchmarks) {
        return plan(launch -> Optional.empty(), benchmarks);
    }

    Plan plan(Function<Launch, Optional<String>> unavailable, Benchmark... benchmarks) {
        Plan plan = new Planner(Catalog.of(List.of(benchmarks)), unavailable).plan(build());
        Set<RowKey> keys =
                plan.cells().stream().map(cell -> cell.key(true, true)).collect(Collectors.toSet());
        assertEquals(plan.cells().size(), keys.size(), "rows collide");
        return plan;
    }

    static List<String> rows(Plan plan) {
        return plan.cells().stream()
                .map(cell -> cell.key(false, false).paramText())
                .toList();
    }
}
