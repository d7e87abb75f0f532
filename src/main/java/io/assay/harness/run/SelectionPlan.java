package io.assay.harness.run;

import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import io.assay.harness.stats.ForkPrecision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes a plan of a {@link Selection}: its cells, as many of them as the time holds. */
final class SelectionPlan {
    /** Shorter forks first, so that all cells are there; below a third of their length they tell too little. */
    private static final double[] LENGTHS = {1, 0.8, 0.65, 0.5, 0.4, 0.33};

    private final Selection selection;
    private final SeveralThreads threads;
    private final Settings preset;
    private Settings settings;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Duration> operations = new ArrayList<>();
    private final List<Plan.Skipped> skipped = new ArrayList<>();

    /**
     * Of the preset's settings.
     *
     * @param threads what rows of several threads need, and the numbers that no budget changes
     */
    SelectionPlan(Selection selection, Settings preset, SeveralThreads threads) {
        this.selection = selection;
        this.threads = threads;
        this.preset = preset.withForks(selection.forks());
        this.settings = threads.given().applyTo(this.preset);
    }

    /** Adds the rows of a benchmark that are wanted. */
    void add(Benchmark benchmark, Launch launch, Optional<String> refused) {
        List<Integer> counts = selection.threads().isEmpty() ? List.of(0) : selection.threads();
        int widest = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
        for (Map<String, String> params : benchmark.combinations()) {
            if (!selection.wants(benchmark, params)) {
                continue;
            }
            Optional<String> reason = refused.or(() -> benchmark
                    .rule()
                    .map(rule -> rule.reasonNotToRun(params, launch.jdk().feature())));
            for (int count : counts) {
                // What one thread needs, for the most threads there are: the heap is the same in all that is compared.
                int heap = launch.heap(Math.multiplyExact(benchmark.heap(), Math.max(1, widest)));
                if (widest > 1 && heap > Memory.mebibytes()) {
                    throw new UserError("--threads " + widest + ": " + benchmark.name() + " needs a heap of " + heap
                            + " MiB for so many, and this machine has " + Memory.mebibytes()
                            + " MiB; name fewer threads, or a profile that sets the heap");
                }
                Cell cell = new Cell(
                        benchmark.name(), benchmark.mode(), params, heap, benchmark.operations(), launch, count);
                if (reason.isPresent()) {
                    skipped.add(new Plan.Skipped(cell, reason.get()));
                } else {
                    cells.add(cell);
                    operations.add(operation(benchmark, count));
                }
            }
        }
    }

    /** More threads than cores take turns. */
    private Duration operation(Benchmark benchmark, int count) {
        int cores = Runtime.getRuntime().availableProcessors();
        int turns = (Math.max(count, benchmark.threads()) + cores - 1) / cores;
        return selection.operation(benchmark).multipliedBy(Math.max(1, turns));
    }

    /** What so many forks of each cell take, and the one that weighs its heap. */
    private Duration least(Settings wanted, int forks) {
        Duration weighing = selection.weighs() ? Budget.FORK_OVERHEAD : Duration.ZERO;
        return IntStream.range(0, cells.size())
                .mapToObj(i -> threads.settings(wanted, cells.get(i))
                        .fork(operations.get(i))
                        .multipliedBy(Math.min(wanted.forks(), forks))
                        .plus(weighing))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The plan, with a live-heap fork a row where they are weighed.
     *
     * @throws UserError if nothing is left to run
     */
    Plan plan(Optional<Duration> budget, long seed) {
        if (cells.isEmpty()) {
            throw new UserError(
                    skipped.isEmpty()
                            ? "none of the benchmarks' rows is a column; name benchmarks, or drop a -p option"
                            : "no cell can run: " + skipped.get(0).reason());
        }
        budget.ifPresent(this::fit);
        return new Plan(
                cells,
                skipped,
                settings,
                Plan.interleave(cells.size(), settings.forks(), seed),
                selection.weighs() ? IntStream.range(0, cells.size()).boxed().toList() : List.of());
    }

    private void fit(Duration budget) {
        for (double length : LENGTHS) {
            settings = threads.given().applyTo(preset.scaled(length));
            if (least(settings, ForkPrecision.LEAST_FORKS).compareTo(budget) <= 0) {
                return;
            }
        }
        Duration all = least(settings, selection.leastForks());
        if (all.compareTo(budget) <= 0) {
            return;
        }
        int most = Math.max(1, (int) (cells.size() * budget.toMillis() / all.toMillis()));
        List<Selection.Place> places = cells.stream()
                .map(cell -> new Selection.Place(
                        cell.key(false, false).toString(),
                        cell.key(true, true).params().get(RowKey.PROFILE) + " "
                                + cell.launch().jdkName()))
                .toList();
        Set<Integer> chosen = new HashSet<>(selection.fraction(places, most));
        List<Cell> rest = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            if (chosen.contains(i)) {
                rest.add(cells.get(i));
            } else {
                skipped.add(new Plan.Skipped(
                        cells.get(i),
                        "left out: " + budget.toSeconds() + " s hold " + chosen.size() + " of " + places.size()
                                + " cells; a longer --budget holds more"));
            }
        }
        cells.clear();
        cells.addAll(rest);
    }
}
