package io.assay.harness.run;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.environment.CpuMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** One plan on its way: a fork at a time, the folder whole after each. */
final class Execution {
    private final Progress progress;
    private final Forks forks;
    private final RunRequest request;
    private final Optional<SizePlan> sizes;
    private final Optional<Selection> selection;
    private final Optional<ForkLimit> limit;
    private final RunFolder folder;
    private final Interruption interruption;
    private final CpuMeter meter = CpuMeter.ofThisMachine();
    private final ResultBook book = new ResultBook(this::key);
    private final RunEnvironment environment;
    private final Stopping stopping;
    private final DoneRows done;
    private final TimeBudget budget;
    private final RunRecord record;
    private Plan plan;

    /**
     * Prepares.
     *
     * @param selection where the cells are those of one; it says how sure it wants to be of them
     * @param sizes where sizes are placed as the run goes on; empty where the plan is all there is
     */
    Execution(
            Catalog catalog,
            Progress progress,
            Forks forks,
            RunRequest request,
            Plan plan,
            Optional<SizePlan> sizes,
            Optional<Selection> selection,
            RunFolder folder,
            Interruption interruption) {
        this.progress = progress;
        this.forks = forks;
        this.request = request;
        this.plan = plan;
        this.sizes = sizes;
        this.folder = folder;
        this.interruption = interruption;
        this.environment = new RunEnvironment(
                request,
                meter,
                forks.origin(plan.cells().stream().map(Cell::benchmark).collect(Collectors.toSet())));
        Stopping wished = Stopping.of(
                request,
                plan.settings(),
                catalog.multiThreaded(),
                selection
                        .map(wanted -> OptionalDouble.of(wanted.precision()))
                        .orElse(request.preset().precision()));
        this.stopping = forks.endEarly() ? wished : wished.acrossForksAlone();
        this.selection = selection;
        this.limit =
                selection.flatMap(wanted -> wanted.limit(stopping.threads().longest(plan.settings(), plan.cells())));
        this.done = new DoneRows(stopping.precision());
        // A number of forks that the user gave is run in full.
        this.budget = new TimeBudget(
                request.overrides().forks().isPresent()
                        ? Optional.empty()
                        : sizes.map(s -> SizePlan.budget(request)).or(request::budget));
        this.record = new RunRecord(catalog, request, stopping);
    }

    /** What a fork runs where nothing ends early. */
    private Settings inFull(Plan.Fork fork) {
        return stopping.full(plan.cells().get(fork.cell()));
    }

    private RowKey key(int cell) {
        return record.key(plan.cells().get(cell));
    }

    RunFolder run() {
        folder.writeEnvironment(environment.before());
        folder.writeCells(cells(List.of()));
        measure();
        for (List<Cell> more = further(); !more.isEmpty(); more = further()) {
            plan = plan.with(more, request.seed() + plan.cells().size());
            folder.writeCells(cells(List.of()));
            measure();
        }
        weigh();
        progress.end();
        folder.writeEnvironment(environment.after());
        folder.writeCells(cells(
                book.isEmpty()
                        ? List.of()
                        : RunAnalysis.of(folder.rows(), cells(List.of())).warnings()));
        return folder;
    }

    /** Carries the plan's order out. */
    private void measure() {
        int total = plan.order().size() + plan.weighed().size();
        done.beginAnew();
        Duration measured =
                plan.order().stream().map(fork -> inFull(fork).measured()).reduce(Duration.ZERO, Duration::plus);
        Pace pace = new Pace(
                measured.dividedBy(Math.max(1, plan.order().size())),
                plan.order().size());
        progress.begin(total, plan.cells().size(), measured.plus(Budget.FORK_OVERHEAD.multipliedBy(total)));
        for (List<Plan.Fork> round : plan.rounds()) {
            int number = round.get(0).fork();
            if (done.beginsRound(number)
                    && !book.isEmpty()
                    && plan.cells().stream().anyMatch(stopping::acrossForks)) {
                done.judge(folder.rows(), cells(List.of()));
            }
            List<Plan.Fork> fitting = number > 1 ? fitting(round, number) : round;
            for (Plan.Fork fork : fitting) {
                if (interruption.happened()) {
                    return;
                }
                if (number == 1 && isLeftOut()) {
                    return;
                }
                if (isWanted(fork)) {
                    Duration left = pace.left()
                            .plus(Budget.FORK_OVERHEAD.multipliedBy(
                                    plan.weighed().size()));
                    progress.fork(pace.done(), total, key(fork.cell()) + " fork " + fork.fork(), left);
                    measure(fork, pace);
                } else {
                    pace.dropped();
                    if (!record.failed(fork.cell())) {
                        record.spared(inFull(fork).measured());
                    }
                }
            }
            if (fitting.size() < round.size()) {
                break;
            }
        }
    }

    /** A cell may take many times as long as planned before it is ended: what was selected is then not all there. */
    private boolean isLeftOut() {
        boolean spent = selection.isPresent() && budget.spent(record.elapsed());
        if (spent) {
            record.leaveOut(budget.name() + " was spent before its first fork; a longer --budget holds more");
        }
        return spent;
    }

    /** The round, or what of it fits into the time. */
    private List<Plan.Fork> fitting(List<Plan.Fork> round, int number) {
        List<Plan.Fork> wanted = round.stream().filter(this::isWanted).toList();
        // One fork has no interval: the second goes before the forks that weigh, to as many benchmarks as can be.
        boolean second = number == 2;
        if (budget.holds(
                wanted.stream().map(Plan.Fork::cell).toList(), second ? List.of() : plan.weighed(), record.elapsed())) {
            return round;
        }
        // The cells of a selection are all compared with each other: there it is all or none.
        List<Plan.Fork> fitting = second && selection.isEmpty()
                ? budget.part(wanted, fork -> plan.cells().get(fork.cell()).benchmark(), record.elapsed())
                : List.of();
        String what = budget.name() + " holds " + (number - 1) + " of "
                + plan.settings().forks() + " forks a row"
                + (fitting.isEmpty()
                        ? ""
                        : ", and a second of " + fitting.size() + (fitting.size() == 1 ? " row" : " rows"));
        progress.note(what);
        record.note(Optional.empty(), "BUDGET", what);
        return fitting;
    }

    /** What failed once fails again; a hung fork would cost its whole patience each time. */
    private boolean isWanted(Plan.Fork fork) {
        return !record.failed(fork.cell())
                && !(stopping.acrossForks(plan.cells().get(fork.cell())) && done.contains(key(fork.cell())));
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
        Duration left = SizePlan.budget(request).minus(record.elapsed());
        return more.subList(0, Math.min(more.size(), SizePlan.fitting(plan, stopping.threads(), more, left)));
    }

    private void measure(Plan.Fork fork, Pace pace) {
        Cell cell = plan.cells().get(fork.cell());
        Settings settings = stopping.settings(cell);
        Optional<Stopping.InFork> inFork = Optional.of(stopping.plan()).filter(p -> stopping.inFork(cell));
        CpuMeter.Reading reading = meter.now();
        Instant began = Instant.now();
        ForkOutcome outcome = attempt(() -> forks.run(cell, settings, inFork, limit, progress::iteration));
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
            budget.ended(fork.cell(), wall, used);
            entry.put("warmupIterations", measured.warmUps());
            entry.put("iterations", measured.result().getIterationResults().size());
            entry.put("iterationMillis", settings.time().toMillis());
            Result<?> primary = measured.result().getPrimaryResult();
            entry.put("inForce", measured.inForce());
            entry.put("state", "ok");
            entry.put("score", primary.getScore());
            folder.write(RunFolder.RESULT, book.json());
            record.ran(entry, wall, inFull(fork).measured(), used);
            progress.forkEnded(String.format(Locale.ROOT, "%.4g %s", primary.getScore(), primary.getScoreUnit()));
        } else if (outcome instanceof ForkOutcome.Failed failed) {
            entry.put("state", "failed");
            entry.put("cause", failed.cause());
            record.failed(fork.cell(), entry, failed.cause());
            progress.forkEnded("FAILED: " + failed.cause());
        }
        folder.writeCells(cells(List.of()));
    }

    private void weigh() {
        int total = plan.order().size() + plan.weighed().size();
        int left = plan.weighed().size();
        for (int cell : plan.weighed()) {
            if (interruption.happened()) {
                return;
            }
            if (budget.spent(record.elapsed())) {
                String what = budget.name() + " was spent before the live heap of " + left
                        + (left == 1 ? " row" : " rows") + " was weighed";
                progress.note(what);
                record.note(Optional.empty(), "NO_LIVE_HEAP", what);
                break;
            }
            progress.fork(total - left, total, key(cell) + " live heap", Budget.FORK_OVERHEAD.multipliedBy(left));
            left--;
            if (book.forks(cell) > 0) {
                weigh(cell);
            }
        }
        if (!book.isEmpty()) {
            folder.write(RunFolder.RESULT, book.json());
        }
    }

    private void weigh(int cell) {
        if (!plan.cells().get(cell).launch().profile().collector().collects()) {
            notWeighed(cell, "its collector never collects");
            return;
        }
        ForkOutcome outcome = attempt(() -> forks.weigh(plan.cells().get(cell)));
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
            notWeighed(cell, failed.cause());
        }
    }

    /** Not a failed cell: its times stand. But an empty column must have its reason. */
    private void notWeighed(int cell, String cause) {
        progress.forkEnded("not weighed");
        String what = "its live heap could not be weighed: " + cause;
        progress.note(key(cell) + ": " + what);
        record.note(Optional.of(key(cell)), "NO_LIVE_HEAP", what);
        folder.writeCells(cells(List.of()));
    }

    private ForkOutcome attempt(Supplier<ForkOutcome> fork) {
        try {
            return interruption.during(fork);
        } catch (JmhBusyException e) {
            if (record.isEmpty()) {
                folder.discard();
            }
            throw e.toUserError();
        }
    }

    private CellsFile cells(List<CellsFile.RowWarning> warnings) {
        return record.file(
                plan,
                book,
                interruption.happened(),
                Stream.concat(record.notes().stream(), warnings.stream()).toList());
    }
}
