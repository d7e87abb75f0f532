package io.assay.harness.run;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.CpuMeter;
import io.assay.harness.stats.ForkPrecision;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Carries a plan out, fork by fork, and keeps the run folder whole after each. */
public final class RunExecutor {
    private final Catalog catalog;
    private final Progress progress;
    private final ForkRunner runner;
    private final CpuMeter meter = CpuMeter.ofThisMachine();

    /** Runs benchmarks of the catalog and tells how it goes. */
    public RunExecutor(Catalog catalog, Progress progress) {
        this(catalog, progress, ForkRunner.PATIENCE);
    }

    RunExecutor(Catalog catalog, Progress progress, Duration patience) {
        this.catalog = catalog;
        this.progress = progress;
        this.runner = new ForkRunner(patience);
    }

    /**
     * Runs what was asked for.
     *
     * @param request what
     * @param path the run folder: new, or empty
     * @return the folder, with everything but the reports
     * @throws UserError if the request cannot be carried out at all; the folder is then not made
     */
    public RunFolder run(RunRequest request, Path path, Interruption interruption) {
        Plan plan = new Planner(catalog, LaunchProbe::unavailable).plan(request);
        return run(request, plan, Optional.empty(), Optional.empty(), path, interruption);
    }

    /**
     * The same for the cells of a selection. Rounds go on until every row is narrow enough, the preset's forks are spent
     * or the budget is; every cell gets the fewest forks that it can be judged by.
     */
    public RunFolder run(RunRequest request, Selection selection, Path path, Interruption interruption) {
        Plan plan = new Planner(catalog, LaunchProbe::unavailable).plan(request, selection);
        return run(request, plan, Optional.empty(), Optional.of(selection), path, interruption);
    }

    /**
     * The same for benchmarks that say at which sizes they can be run: a few sizes first, then those that the chooser
     * wants, until it wants none or the budget is spent.
     */
    public RunFolder run(RunRequest request, SizeChooser chooser, Path path, Interruption interruption) {
        Plan plan = new Planner(catalog, LaunchProbe::unavailable).planSizes(request);
        return run(request, plan, Optional.of(new SizePlan(catalog, chooser)), Optional.empty(), path, interruption);
    }

    private RunFolder run(
            RunRequest request,
            Plan plan,
            Optional<SizePlan> sizes,
            Optional<Selection> selection,
            Path path,
            Interruption interruption) {
        JmhLock lock = takeLock();
        try {
            RunFolder folder = RunFolder.create(path);
            return new Execution(request, plan, sizes, selection, folder, interruption).run();
        } finally {
            lock.close();
        }
    }

    private static JmhLock takeLock() {
        try {
            return JmhLock.take();
        } catch (JmhBusyException e) {
            throw e.toUserError();
        }
    }

    private final class Execution {
        private final RunRequest request;
        private final Optional<SizePlan> sizes;
        private Plan plan;
        private final RunFolder folder;
        private final Interruption interruption;
        private final boolean profiles;
        private final boolean jdks;
        private final ResultBook book;
        private final Map<Integer, String> failures = new TreeMap<>();
        private final List<Map<String, Object>> log = new ArrayList<>();
        private final List<CellsFile.RowWarning> unweighed = new ArrayList<>();
        private final RunEnvironment environment;
        private final Stopping stopping;
        private final DoneRows done;
        private final Savings savings = new Savings();
        private final Instant started = Instant.now();
        private final Optional<Duration> limit;
        private Duration beyondMeasuring = Duration.ZERO;

        Execution(
                RunRequest request,
                Plan plan,
                Optional<SizePlan> sizes,
                Optional<Selection> selection,
                RunFolder folder,
                Interruption interruption) {
            this.request = request;
            this.plan = plan;
            this.sizes = sizes;
            this.folder = folder;
            this.interruption = interruption;
            this.profiles = request.profiles().size() > 1;
            this.jdks = request.jdks().size() > 1;
            this.book = new ResultBook(this::key);
            this.environment = new RunEnvironment(request, meter);
            Stopping preset = Stopping.of(request, plan.settings(), catalog.multiThreaded());
            this.stopping = selection
                    .map(wanted -> preset.withPrecision(wanted.precision()))
                    .orElse(preset);
            this.limit = selection
                    .flatMap(wanted -> request.overrides().budget())
                    .map(budget -> budget.minus(
                            Budget.FORK_OVERHEAD.multipliedBy(plan.weighed().size())));
            this.done = new DoneRows(stopping.precision());
        }

        private RowKey key(int cell) {
            return plan.cells().get(cell).key(profiles, jdks);
        }

        RunFolder run() {
            folder.writeEnvironment(environment.before());
            folder.writeCells(cells(List.of()));
            int ended = measure();
            for (List<Cell> more = further(); !more.isEmpty(); more = further()) {
                plan = plan.with(more, request.seed() + plan.cells().size());
                folder.writeCells(cells(List.of()));
                ended = measure();
            }
            weigh(plan.order().size() + plan.weighed().size(), ended);
            progress.end();
            folder.writeEnvironment(environment.after());
            List<CellsFile.RowWarning> warnings = new ArrayList<>(unweighed);
            if (!book.isEmpty()) {
                warnings.addAll(RunAnalysis.of(folder.rows(), cells(List.of())).warnings());
            }
            folder.writeCells(cells(warnings));
            return folder;
        }

        /** Carries the plan's order out; how many forks of it ended. */
        private int measure() {
            int total = plan.order().size() + plan.weighed().size();
            Pace pace = new Pace(plan.settings().measured(), plan.order().size());
            progress.begin(
                    total,
                    plan.cells().size(),
                    withinLimit(plan.measured().plus(Budget.FORK_OVERHEAD.multipliedBy(total))));
            for (Plan.Fork fork : plan.order()) {
                if (interruption.happened()) {
                    break;
                }
                if (failures.containsKey(fork.cell())) {
                    // What failed once fails again; a hung fork would cost its whole patience each time.
                    pace.dropped();
                    continue;
                }
                if (isSpared(fork)) {
                    pace.dropped();
                    savings.spared(plan.settings().measured());
                    continue;
                }
                Duration left = pace.left()
                        .plus(Budget.FORK_OVERHEAD.multipliedBy(plan.weighed().size()));
                progress.fork(pace.done(), total, key(fork.cell()) + " fork " + fork.fork(), withinLimit(left));
                measure(fork, pace);
            }
            return pace.done();
        }

        /** Cells at further sizes; none once the time is spent that one more round would take. */
        private List<Cell> further() {
            if (sizes.isEmpty() || interruption.happened() || book.isEmpty()) {
                return List.of();
            }
            List<Row> rows = folder.rows();
            List<Optional<Row>> measured = IntStream.range(0, plan.cells().size())
                    .mapToObj(i -> SizePlan.row(rows, key(i)))
                    .toList();
            List<Cell> more = sizes.get().next(plan.cells(), measured, request.params()::containsKey);
            Duration left = SizePlan.budget(request).minus(Duration.between(started, Instant.now()));
            return more.subList(0, Math.min(more.size(), SizePlan.fitting(plan, left)));
        }

        private boolean isSpared(Plan.Fork fork) {
            Cell cell = plan.cells().get(fork.cell());
            if (fork.fork() > ForkPrecision.LEAST_FORKS && spent()) {
                return true;
            }
            if (!stopping.acrossForks(cell)) {
                return false;
            }
            if (done.beginsRound(fork.fork()) && !book.isEmpty()) {
                done.judge(folder.rows(), cells(List.of()));
            }
            return done.contains(key(fork.cell()));
        }

        private Duration withinLimit(Duration left) {
            return limit.map(time -> time.minus(Duration.between(started, Instant.now())))
                    .filter(time -> !time.isNegative() && time.compareTo(left) < 0)
                    .orElse(left);
        }

        private boolean spent() {
            return limit.filter(time -> Duration.between(started, Instant.now()).compareTo(time) > 0)
                    .isPresent();
        }

        private void measure(Plan.Fork fork, Pace pace) {
            Cell cell = plan.cells().get(fork.cell());
            Settings settings = stopping.settings(cell);
            Optional<Stopping.InFork> inFork = Optional.of(stopping.plan()).filter(p -> stopping.inFork(cell));
            CpuMeter.Reading reading = meter.now();
            Instant began = Instant.now();
            ForkOutcome outcome = attempt(() -> runner.run(cell, settings, inFork, progress::iteration));
            Duration wall = Duration.between(began, Instant.now());
            // What was measured to its end stands; a fork that died of the same Ctrl-C is no failure of the benchmark.
            if (outcome instanceof ForkOutcome.Failed failed && interruption.explains(failed.cause())) {
                return;
            }
            pace.ended(wall);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("cell", fork.cell());
            entry.put("fork", fork.fork());
            entry.put("started", began.toString());
            entry.put("seconds", wall.toMillis() / 1000.0);
            entry.put("machine", meter.since(reading).toMap());
            if (outcome instanceof ForkOutcome.Measured measured) {
                book.add(fork.cell(), measured.result(), measured.warmUps());
                Duration used = ForkOutcome.measuring(measured.result());
                beyondMeasuring = beyondMeasuring.plus(wall.minus(used));
                savings.ran(plan.settings().measured(), used);
                entry.put("warmupIterations", measured.warmUps());
                entry.put("iterations", measured.result().getIterationResults().size());
                entry.put("iterationMillis", settings.time().toMillis());
                Result<?> primary = measured.result().getPrimaryResult();
                entry.put("inForce", measured.inForce());
                entry.put("state", "ok");
                entry.put("score", primary.getScore());
                folder.write(RunFolder.RESULT, book.json());
                progress.forkEnded(String.format(Locale.ROOT, "%.4g %s", primary.getScore(), primary.getScoreUnit()));
            } else if (outcome instanceof ForkOutcome.Failed failed) {
                entry.put("state", "failed");
                entry.put("cause", failed.cause());
                failures.put(fork.cell(), failed.cause());
                progress.forkEnded("FAILED: " + failed.cause());
            }
            log.add(entry);
            folder.writeCells(cells(List.of()));
        }

        private void weigh(int total, int done) {
            int ended = done;
            for (int cell : plan.weighed()) {
                if (interruption.happened()) {
                    return;
                }
                progress.fork(ended, total, key(cell) + " live heap", Budget.FORK_OVERHEAD.multipliedBy(total - ended));
                ended++;
                if (book.forks(cell) > 0) {
                    weigh(cell);
                }
            }
            if (!book.isEmpty()) {
                folder.write(RunFolder.RESULT, book.json());
            }
        }

        private void weigh(int cell) {
            ForkOutcome outcome = attempt(() -> runner.weigh(plan.cells().get(cell)));
            if (interruption.happened()) {
                return;
            }
            if (outcome instanceof ForkOutcome.Measured measured) {
                Result<?> live = new RunResult(measured.result().getParams(), List.of(measured.result()))
                        .getSecondaryResults()
                        .get(LiveMemory.METRIC);
                if (live != null) {
                    book.addMetric(cell, live);
                }
                progress.forkEnded("weighed");
            } else if (outcome instanceof ForkOutcome.Failed failed) {
                progress.forkEnded("not weighed");
                // Not a failed cell: its times stand. But an empty column must have its reason.
                progress.note(key(cell) + ": its live heap could not be weighed: " + failed.cause());
                unweighed.add(new CellsFile.RowWarning(
                        Optional.of(key(cell)),
                        "NO_LIVE_HEAP",
                        "note",
                        "its live heap could not be weighed: " + failed.cause()));
            }
        }

        private ForkOutcome attempt(Supplier<ForkOutcome> fork) {
            try {
                return interruption.during(fork);
            } catch (JmhBusyException e) {
                if (log.isEmpty()) {
                    folder.discard();
                }
                throw e.toUserError();
            }
        }

        private CellsFile cells(List<CellsFile.RowWarning> warnings) {
            String notRun = interruption.happened() ? "the run was interrupted before its first fork" : "not run yet";
            List<CellsFile.CellState> states = new ArrayList<>();
            for (int i = 0; i < plan.cells().size(); i++) {
                Optional<String> failure = Optional.ofNullable(failures.get(i));
                int forks = book.forks(i);
                CellsFile.State state = failure.isPresent()
                        ? CellsFile.State.FAILED
                        : forks > 0 ? CellsFile.State.OK : CellsFile.State.NOT_APPLICABLE;
                states.add(new CellsFile.CellState(
                        key(i),
                        state,
                        state == CellsFile.State.NOT_APPLICABLE ? Optional.of(notRun) : failure,
                        plan.cells().get(i).heap(),
                        plan.cells().get(i).operations(),
                        forks));
            }
            for (Plan.Skipped skipped : plan.skipped()) {
                states.add(new CellsFile.CellState(
                        skipped.cell().key(profiles, jdks),
                        CellsFile.State.NOT_APPLICABLE,
                        Optional.of(skipped.reason()),
                        skipped.cell().heap(),
                        skipped.cell().operations(),
                        0));
            }
            return new CellsFile(facts(), states, log, warnings);
        }

        /** What the implementations that are run say of themselves, by benchmark class. */
        private Map<String, Map<String, String>> labels() {
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
        private List<Map<String, Object>> complexities() {
            return catalog.all().stream()
                    .filter(benchmark -> plan.cells().stream()
                            .anyMatch(cell -> cell.benchmark().equals(benchmark.name())))
                    .flatMap(benchmark -> catalog.complexities(benchmark).stream())
                    .distinct()
                    .toList();
        }

        private Map<String, Object> facts() {
            Settings settings = stopping.cutsAny(plan.cells()) ? stopping.cut() : plan.settings();
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("preset", request.preset().key());
            facts.put("seed", request.seed());
            facts.put("started", started.toString());
            facts.put("seconds", Duration.between(started, Instant.now()).toMillis() / 1000.0);
            facts.put("interrupted", interruption.happened());
            facts.put("forksPerCell", settings.forks());
            facts.put("warmupIterations", settings.warmupIterations());
            facts.put("warmupMillis", settings.warmupTime().toMillis());
            facts.put("iterations", settings.iterations());
            facts.put("iterationMillis", settings.time().toMillis());
            Map<String, Object> rule = stopping.facts();
            savings.tell(rule);
            facts.put("stoppingRule", rule);
            facts.put("labels", labels());
            facts.put("complexity", complexities());
            long timed = log.stream().filter(e -> "ok".equals(e.get("state"))).count();
            if (timed > 0) {
                double overhead = beyondMeasuring.toMillis() / 1000.0 / timed;
                facts.put("overheadSecondsPerFork", Math.round(overhead * 1000) / 1000.0);
            }
            return facts;
        }
    }
}
