package io.assay.harness.run;

import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The sizes of a run that places them itself: a few over the whole range first, then where the chooser wants them. */
final class SizePlan {
    private static final int FIRST = 6;

    private static final Duration BUDGET = Duration.ofMinutes(5);

    private final Catalog catalog;
    private final SizeChooser chooser;

    SizePlan(Catalog catalog, SizeChooser chooser) {
        this.catalog = catalog;
        this.chooser = chooser;
    }

    /** How long a run may take that places its sizes. */
    static Duration budget(RunRequest request) {
        return request.overrides().budget().orElse(BUDGET);
    }

    /** Sizes in equal ratios over a range, both ends among them. */
    static List<String> first(Complexities.Range range) {
        double ratio = (double) range.to() / range.from();
        return IntStream.range(0, FIRST)
                .mapToObj(i -> Long.toString(Math.round(range.from() * Math.pow(ratio, i / (FIRST - 1.0)))))
                .distinct()
                .toList();
    }

    /**
     * Cells at further sizes.
     *
     * @param cells what was measured
     * @param rows what came of it, in the order of the cells
     * @param fixed whether the user named the sizes of a parameter
     */
    List<Cell> next(List<Cell> cells, List<Optional<Row>> rows, Predicate<String> fixed) {
        Map<Cell, List<Row>> series = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            Optional<Complexities.Range> range = range(cell).filter(r -> !fixed.test(r.param()));
            if (range.isPresent() && rows.get(i).isPresent()) {
                series.computeIfAbsent(without(cell, range.get().param()), c -> new ArrayList<>())
                        .add(rows.get(i).get());
            }
        }
        Set<Cell> known = new HashSet<>(cells);
        List<Cell> more = new ArrayList<>();
        series.forEach((cell, measured) -> {
            Complexities.Range range = range(cell).orElseThrow();
            for (int size : chooser.next(measured, range.param(), range.from(), range.to())) {
                Map<String, String> params = new LinkedHashMap<>(cell.params());
                params.put(range.param(), Integer.toString(size));
                Cell further =
                        new Cell(cell.benchmark(), cell.mode(), params, cell.heap(), cell.operations(), cell.launch());
                // The chooser sees rows alone: a size that failed has none, and fails again.
                if (known.add(further) && applies(further)) {
                    more.add(further);
                }
            }
        });
        return more;
    }

    private boolean applies(Cell cell) {
        return catalog.all().stream()
                .filter(b -> b.name().equals(cell.benchmark()))
                .findFirst()
                .flatMap(Benchmark::rule)
                .map(rule ->
                        rule.reasonNotToRun(cell.params(), cell.launch().jdk().feature()))
                .isEmpty();
    }

    /**
     * How many of further cells, the first ones, each with the fork that weighs its live heap, fit into the time that is
     * left of a run.
     */
    static int fitting(Plan plan, SeveralThreads threads, List<Cell> more, Duration left) {
        Budget budget = new Budget(threads, plan.weighed().isEmpty() ? 0 : 1, left);
        Duration spent = Budget.FORK_OVERHEAD.multipliedBy(plan.weighed().size());
        int fit = 0;
        for (Cell cell : more) {
            spent = spent.plus(budget.row(plan.settings(), cell));
            if (spent.compareTo(left) > 0) {
                break;
            }
            fit++;
        }
        return fit;
    }

    private Optional<Complexities.Range> range(Cell cell) {
        return catalog.range(cell.benchmark());
    }

    private static Cell without(Cell cell, String param) {
        Map<String, String> params = new LinkedHashMap<>(cell.params());
        params.remove(param);
        return new Cell(cell.benchmark(), cell.mode(), params, cell.heap(), cell.operations(), cell.launch());
    }

    /** The row of a cell, by its name. */
    static Optional<Row> row(List<Row> rows, RowKey key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }
}
