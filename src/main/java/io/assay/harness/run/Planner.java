package io.assay.harness.run;

import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.JdkFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a plan of a request: which cells, which not and why, how long each, in which order. */
final class Planner {
    private final Catalog catalog;
    private final Function<Launch, Optional<String>> unavailable;

    /**
     * Plans over a catalog.
     *
     * @param unavailable why no fork of a launch can start; empty where it can
     */
    Planner(Catalog catalog, Function<Launch, Optional<String>> unavailable) {
        this.catalog = catalog;
        this.unavailable = unavailable;
    }

    Plan plan(RunRequest request) {
        return plan(
                request,
                catalog.matching(request.patterns()),
                request.headlinesOnly(),
                request.budget(),
                cell -> cell.key(true, true).without(RowKey.IMPLEMENTATION));
    }

    /**
     * The same for the benchmarks that have a range of sizes, at a few sizes over the whole of it. Half of the budget is
     * left for further ones, unless a series would be left out for it: another series tells more than further sizes of one.
     */
    Plan planSizes(RunRequest request) {
        List<Benchmark> sized = new ArrayList<>();
        for (Benchmark benchmark : catalog.matching(request.patterns())) {
            catalog.range(benchmark.name())
                    .ifPresent(range -> sized.add(benchmark.withParam(range.param(), SizePlan.first(range))));
        }
        if (sized.isEmpty()) {
            throw new UserError("--scaling: none of the benchmarks says at which sizes it can be run (@Sizes); "
                    + "name others, or run them without it");
        }
        Duration budget = SizePlan.budget(request);
        Plan half = planSizes(request, sized, budget.dividedBy(2));
        Plan whole = planSizes(request, sized, budget);
        return whole.cells().size() > half.cells().size() ? whole : half;
    }

    private Plan planSizes(RunRequest request, List<Benchmark> sized, Duration budget) {
        return plan(
                request,
                sized,
                false,
                Optional.of(budget),
                cell -> catalog.range(cell.benchmark())
                        .map(range -> cell.key(true, true).without(range.param()))
                        .orElseThrow());
    }

    /** The cells that a selection wants; a budget leaves some of them out and shortens none. */
    Plan plan(RunRequest request, Selection selection) {
        List<Benchmark> benchmarks = catalog.matching(request.patterns());
        checkParams(request, benchmarks);
        SelectionPlan plan = new SelectionPlan(
                selection, request.preset().settings(), SeveralThreads.of(request, catalog.multiThreaded()));
        for (Launch launch : launches(request)) {
            Optional<String> refused = unavailable.apply(launch);
            for (Benchmark benchmark : benchmarks) {
                catalog.narrowed(benchmark, request.params()).ifPresent(wanted -> plan.add(wanted, launch, refused));
            }
        }
        return plan.plan(request.overrides().budget(), request.seed());
    }

    private Plan plan(
            RunRequest request,
            List<Benchmark> benchmarks,
            boolean headlinesOnly,
            Optional<Duration> budget,
            Function<Cell, RowKey> group) {
        checkParams(request, benchmarks);
        List<Cell> cells = new ArrayList<>();
        List<Plan.Skipped> skipped = new ArrayList<>();
        Map<Benchmark, List<Map<String, String>>> wanted = wanted(request, benchmarks, headlinesOnly);
        Optional<ShardPlan> split =
                request.shard().map(shard -> ShardPlan.of(shard, request.seed(), wanted, this::whole));
        for (Launch launch : launches(request)) {
            Optional<String> refused = unavailable.apply(launch);
            wanted.forEach((benchmark, combinations) -> combinations.stream()
                    .filter(params -> split.isEmpty() || split.get().contains(benchmark, params))
                    .forEach(params -> add(benchmark, params, launch, refused, cells, skipped)));
        }
        if (cells.isEmpty()) {
            throw new UserError(
                    skipped.isEmpty()
                            ? "none of the benchmarks' rows is left to run; drop a -p option"
                            : "no cell can run: " + skipped.get(0).reason());
        }
        Settings settings = request.overrides().applyTo(request.preset().settings());
        int untimed = request.preset() == Preset.SMOKE ? 0 : 1;
        if (budget.isPresent()) {
            SeveralThreads threads = SeveralThreads.of(request, catalog.multiThreaded());
            Budget fitting = new Budget(threads, untimed, budget.get());
            // The floor is measured too, once a launch, as long as a row of one thread; its heap is never weighed.
            int floors = launches(request).size();
            Settings asked = settings;
            settings = fitting.fit(
                    asked,
                    split.map(parts -> rowsOfLargest(parts, wanted, threads, floors))
                            .orElseGet(() -> rows(cells, threads, floors)));
            Duration ofFloors = fitting.estimate(settings, new Budget.Rows(0, 0, floors));
            // What is named has no budget but one that was given.
            boolean names = headlinesOnly && request.overrides().budget().isEmpty();
            String mend = names ? "name it to run it" : "a longer --budget holds it";
            List<Plan.Skipped> went = new LeftOut(fitting, threads, group, mend).of(cells, settings, ofFloors);
            skipped.addAll(went);
            // Which rows went differs from shard to shard, and all machines are to measure equally long.
            if (!went.isEmpty() && split.isEmpty()) {
                settings = fitting.refit(asked, settings, rows(cells, threads, floors));
            }
        }
        int rows = cells.size();
        List<Cell> floors = catalog.calibration().stream()
                .flatMap(floor -> cells.stream()
                        .map(Cell::launch)
                        .distinct()
                        .map(launch -> new Cell(floor.name(), floor.mode(), Map.of(), floor.heap(), 1, launch)))
                .toList();
        cells.addAll(floors);
        return new Plan(
                cells,
                skipped,
                settings,
                Plan.interleave(cells.size(), settings.forks(), request.seed()),
                untimed == 0 ? List.of() : IntStream.range(0, rows).boxed().collect(Collectors.toList()));
    }

    private void checkParams(RunRequest request, List<Benchmark> benchmarks) {
        for (String param : request.params().keySet()) {
            if (benchmarks.stream().noneMatch(b -> b.params().containsKey(param))) {
                throw new UserError("-p " + param + ": none of the benchmarks has a parameter of that name; they have "
                        + benchmarks.stream()
                                .flatMap(b -> b.params().keySet().stream())
                                .distinct()
                                .collect(Collectors.joining(", ")));
            }
            checkValues(param, request.params().get(param), benchmarks);
        }
    }

    /** A value that is no constant of any benchmark's enum is mistyped; one that is of some leaves the others out. */
    private void checkValues(String param, List<String> values, List<Benchmark> benchmarks) {
        List<Benchmark> having =
                benchmarks.stream().filter(b -> b.params().containsKey(param)).toList();
        for (String value : values) {
            if (having.stream().noneMatch(b -> catalog.admits(b, param, value))) {
                List<String> known = having.stream()
                        .flatMap(b -> b.params().getOrDefault(param, List.of()).stream())
                        .distinct()
                        .toList();
                throw new UserError("-p " + param + "=" + value + ": none of the benchmarks has that value; nearest: "
                        + NamePatterns.nearest(List.of(value), known));
            }
        }
    }

    /** The combinations of parameters that were asked for, whatever applies. */
    private Map<Benchmark, List<Map<String, String>>> wanted(
            RunRequest request, List<Benchmark> benchmarks, boolean headlinesOnly) {
        Map<Benchmark, List<Map<String, String>>> wanted = new LinkedHashMap<>();
        for (Benchmark benchmark : benchmarks) {
            catalog.narrowed(benchmark, request.params())
                    .ifPresent(left -> wanted.put(
                            left,
                            left.combinations().stream()
                                    .filter(params -> !headlinesOnly || left.isHeadline(params))
                                    .toList()));
        }
        return wanted;
    }

    /** Whether cost is read against n over the rows of the benchmark's class. */
    private boolean whole(Benchmark benchmark) {
        return catalog.range(benchmark.name()).isPresent()
                || !catalog.complexities(benchmark).isEmpty();
    }

    private static void add(
            Benchmark benchmark,
            Map<String, String> params,
            Launch launch,
            Optional<String> refused,
            List<Cell> cells,
            List<Plan.Skipped> skipped) {
        int heap = launch.profile().heap().orElse(benchmark.heap());
        Cell cell = new Cell(benchmark.name(), benchmark.mode(), params, heap, benchmark.operations(), launch);
        Optional<String> reason = refused.or(() -> benchmark
                .rule()
                .map(rule -> rule.reasonNotToRun(params, launch.jdk().feature())));
        if (reason.isPresent()) {
            skipped.add(new Plan.Skipped(cell, reason.get()));
        } else {
            cells.add(cell);
        }
    }

    private static Budget.Rows rows(List<Cell> cells, SeveralThreads threads, int floors) {
        int threaded = (int) cells.stream().filter(threads::lengthens).count();
        return new Budget.Rows(cells.size() - threaded, threaded, floors);
    }

    /** Every machine plans its time by the largest shard, and as if all had as many rows of several threads. */
    private static Budget.Rows rowsOfLargest(
            ShardPlan parts, Map<Benchmark, List<Map<String, String>>> wanted, SeveralThreads threads, int launches) {
        int all = wanted.values().stream().mapToInt(List::size).sum();
        int threaded = wanted.entrySet().stream()
                .filter(rows -> threads.lengthens(rows.getKey()))
                .mapToInt(rows -> rows.getValue().size())
                .sum();
        int largest = parts.largest() * launches;
        int ofLargest = (largest * threaded + all - 1) / all;
        return new Budget.Rows(largest - ofLargest, ofLargest, launches);
    }

    /**
     * Every profile on every JDK.
     *
     * @throws UserError if rows of two of them would have the same name
     */
    static List<Launch> launches(RunRequest request) {
        return launches(request.profiles(), request.jdks());
    }

    static List<Launch> launches(List<Profile> profiles, List<JdkFacts> jdks) {
        checkProfiles(profiles);
        List<Launch> launches = new ArrayList<>();
        for (JdkFacts jdk : jdks) {
            String name = jdkName(jdk, jdks);
            for (Profile profile : profiles) {
                launches.add(new Launch(profile, jdk, name));
            }
        }
        return launches;
    }

    private static void checkProfiles(List<Profile> profiles) {
        Map<String, Profile> named = new LinkedHashMap<>();
        for (Profile profile : profiles) {
            Profile other = named.put(profile.name(), profile);
            if (other != null) {
                throw new UserError(
                        other.origin().equals(profile.origin())
                                ? "profile '" + profile.name() + "' is given twice; drop one"
                                : "profiles " + other.origin() + " and " + profile.origin() + " are both named '"
                                        + profile.name() + "' and their rows would collide; rename one");
            }
        }
    }

    /** The feature version, and as much more as it takes to tell the JDK from the others. */
    private static String jdkName(JdkFacts jdk, List<JdkFacts> all) {
        if (all.stream().filter(other -> other.home().equals(jdk.home())).count() > 1) {
            throw new UserError("JDK " + jdk.home() + " is given twice; drop one");
        }
        if (all.stream().filter(other -> other.build().equals(jdk.build())).count() > 1) {
            return jdk.build() + " in " + jdk.home();
        }
        return all.stream().filter(other -> other.feature() == jdk.feature()).count() > 1
                ? jdk.build()
                : Integer.toString(jdk.feature());
    }
}
