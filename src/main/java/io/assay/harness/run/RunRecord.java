package io.assay.harness.run;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.RowKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of a run beside its figures: the state of each cell, its forks in the order in which they ran, notes. */
final class RunRecord {
    private final Catalog catalog;
    private final RunRequest request;
    private final Stopping stopping;
    private final boolean profiles;
    private final boolean jdks;
    private final Instant started = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final Map<Integer, String> failures = new TreeMap<>();
    private final List<Map<String, Object>> forks = new ArrayList<>();
    private final List<CellsFile.RowWarning> notes = new ArrayList<>();
    private final Savings savings = new Savings();
    private Duration beyondMeasuring = Duration.ZERO;
    private int measured;
    private String leftOut = "not run yet";

    RunRecord(Catalog catalog, RunRequest request, Stopping stopping) {
        this.catalog = catalog;
        this.request = request;
        this.stopping = stopping;
        this.profiles = request.profiles().size() > 1;
        this.jdks = request.jdks().size() > 1;
    }

    /** How results name a cell. */
    RowKey key(Cell cell) {
        return cell.key(profiles, jdks);
    }

    /** Since the run began; the clock on the wall may be set meanwhile. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    boolean failed(int cell) {
        return failures.containsKey(cell);
    }

    /** Cells without a fork will have none. */
    void leaveOut(String why) {
        leftOut = "left out: " + why;
    }

    boolean isEmpty() {
        return forks.isEmpty();
    }

    /** A fork that the stopping rule spared. */
    void spared(Duration full) {
        savings.spared(full);
    }

    /** A fork that ended well. */
    void ran(Map<String, Object> entry, Duration wall, Duration full, Duration used) {
        forks.add(entry);
        measured++;
        beyondMeasuring = beyondMeasuring.plus(wall.minus(used));
        savings.ran(full, used);
    }

    /** A fork that did not. */
    void failed(int cell, Map<String, Object> entry, String cause) {
        forks.add(entry);
        failures.put(cell, cause);
    }

    /** Something about a row, or about the whole run, that readers should know. */
    void note(Optional<RowKey> row, String code, String text) {
        notes.add(new CellsFile.RowWarning(row, code, "note", text));
    }

    List<CellsFile.RowWarning> notes() {
        return List.copyOf(notes);
    }

    /** The run as it stands. */
    CellsFile file(Plan plan, ResultBook book, boolean interrupted, List<CellsFile.RowWarning> warnings) {
        String notRun = interrupted ? "the run was interrupted before its first fork" : leftOut;
        List<CellsFile.CellState> states = new ArrayList<>();
        for (int i = 0; i < plan.cells().size(); i++) {
            Optional<String> failure = Optional.ofNullable(failures.get(i));
            int ended = book.forks(i);
            CellsFile.State state = failure.isPresent()
                    ? CellsFile.State.FAILED
                    : ended > 0 ? CellsFile.State.OK : CellsFile.State.NOT_APPLICABLE;
            Optional<String> reason = state == CellsFile.State.NOT_APPLICABLE ? Optional.of(notRun) : failure;
            states.add(state(plan.cells().get(i), state, reason, ended));
        }
        for (Plan.Skipped skipped : plan.skipped()) {
            states.add(state(skipped.cell(), CellsFile.State.NOT_APPLICABLE, Optional.of(skipped.reason()), 0));
        }
        return new CellsFile(facts(plan, interrupted), states, forks, warnings);
    }

    private CellsFile.CellState state(Cell cell, CellsFile.State state, Optional<String> reason, int ended) {
        return new CellsFile.CellState(key(cell), state, reason, cell.heap(), cell.operations(), ended);
    }

    private Map<String, Object> facts(Plan plan, boolean interrupted) {
        Settings settings = stopping.cutsAny(plan.cells()) ? stopping.cut() : plan.settings();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("preset", request.preset().key());
        facts.put("seed", request.seed());
        facts.put("started", started.toString());
        facts.put("seconds", seconds(elapsed()));
        facts.put("interrupted", interrupted);
        facts.put("forksPerCell", settings.forks());
        facts.put("warmupIterations", settings.warmupIterations());
        facts.put("warmupMillis", settings.warmupTime().toMillis());
        facts.put("iterations", settings.iterations());
        facts.put("iterationMillis", settings.time().toMillis());
        Settings longest = stopping.threads().longest(stopping.full(), plan.cells());
        if (!longest.equals(stopping.full())) {
            facts.put(
                    "severalThreads",
                    Map.of(
                            "warmupIterations", longest.warmupIterations(),
                            "warmupMillis", longest.warmupTime().toMillis(),
                            "iterations", longest.iterations(),
                            "iterationMillis", longest.time().toMillis()));
        }
        Map<String, Object> rule = stopping.facts();
        savings.tell(rule);
        facts.put("stoppingRule", rule);
        facts.put("labels", labels(plan));
        facts.put("complexity", complexities(plan));
        if (measured > 0) {
            facts.put("overheadSecondsPerFork", seconds(beyondMeasuring.dividedBy(measured)));
        }
        return facts;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /** What the implementations that are run say of themselves, by benchmark class. */
    private Map<String, Map<String, String>> labels(Plan plan) {
        Map<String, Map<String, String>> labels = new TreeMap<>();
        for (Benchmark benchmark : catalog.all()) {
            Map<String, String> said = new LinkedHashMap<>(catalog.labels(benchmark));
            said.keySet()
                    .removeIf(implementation -> plan.cells().stream()
                            .noneMatch(cell -> cell.benchmark().equals(benchmark.name())
                                    && implementation.equals(cell.params().get(RowKey.IMPLEMENTATION))));
            if (!said.isEmpty()) {
                labels.computeIfAbsent(benchmark.className(), name -> new LinkedHashMap<>())
                        .putAll(said);
            }
        }
        return labels;
    }

    /** What the benchmarks that are run are expected not to grow faster than. */
    private List<Map<String, Object>> complexities(Plan plan) {
        return catalog.all().stream()
                .filter(benchmark ->
                        plan.cells().stream().anyMatch(cell -> cell.benchmark().equals(benchmark.name())))
                .flatMap(benchmark -> catalog.complexities(benchmark).stream())
                .distinct()
                .toList();
    }
}
