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
    private final Selection selection;
    private final Settings settings;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Duration> forks = new ArrayList<>();
    private final List<Plan.Skipped> skipped = new ArrayList<>();

    SelectionPlan(Selection selection, Settings settings) {
        this.selection = selection;
        this.settings = settings;
    }

    /** Adds the rows of a benchmark that are wanted. */
    void add(Benchmark benchmark, Launch launch, Optional<String> refused) {
        List<Integer> threads = selection.threads().isEmpty() ? List.of(0) : selection.threads();
        int widest = threads.stream().mapToInt(Integer::intValue).max().orElse(1);
        for (Map<String, String> params : benchmark.combinations()) {
            if (!selection.wants(benchmark, params)) {
                continue;
            }
            Optional<String> reason = refused.or(() -> benchmark
                    .rule()
                    .map(rule -> rule.reasonNotToRun(params, launch.jdk().feature())));
            for (int count : threads) {
                // What one thread needs, for the most threads there are: the heap is the same in all that is compared.
                int heap = launch.heap(Math.multiplyExact(benchmark.heap(), Math.max(1, widest)));
                Cell cell = new Cell(
                        benchmark.name(), benchmark.mode(), params, heap, benchmark.operations(), launch, count);
                if (reason.isPresent()) {
                    skipped.add(new Plan.Skipped(cell, reason.get()));
                } else {
                    cells.add(cell);
                    forks.add(fork(benchmark, count));
                }
            }
        }
    }

    /** What a fork takes: no iteration ends before its operation does, and more threads than cores take turns. */
    private Duration fork(Benchmark benchmark, int threads) {
        int cores = Runtime.getRuntime().availableProcessors();
        Duration operation = selection
                .operation(benchmark)
                .multipliedBy(Math.max(1, (Math.max(threads, benchmark.threads()) + cores - 1) / cores));
        return longer(settings.warmupTime(), operation)
                .multipliedBy(settings.warmupIterations())
                .plus(longer(settings.time(), operation).multipliedBy(settings.iterations()))
                .plus(Budget.FORK_OVERHEAD);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /**
     * The plan, with a live-heap fork a row.
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
                IntStream.range(0, cells.size()).boxed().toList());
    }

    /** The fewest forks that a row is judged by must fit, and the one that weighs its heap. */
    private void fit(Duration budget) {
        int fewest = Math.min(settings.forks(), ForkPrecision.LEAST_FORKS);
        Duration all = forks.stream()
                .map(fork -> fork.multipliedBy(fewest).plus(Budget.FORK_OVERHEAD))
                .reduce(Duration.ZERO, Duration::plus);
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
