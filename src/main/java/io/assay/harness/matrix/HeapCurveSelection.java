package io.assay.harness.matrix;

import io.assay.harness.run.Benchmark;
import io.assay.harness.run.ForkLimit;
import io.assay.harness.run.HeapProbe;
import io.assay.harness.run.Selection;
import io.assay.harness.run.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells of a heap curve: one workload under profiles that differ in their heap as well. A point more tells more of a
 * curve than a narrower one, so that points are kept as long as each has a fork; where the time holds fewer, whole lines
 * are left out.
 *
 * @param workload which it is
 * @param operation how long one takes with ample heap
 */
public record HeapCurveSelection(MatrixSelection workload, Duration operation) implements Selection {
    @Override
    public boolean wants(Benchmark benchmark, Map<String, String> params) {
        return workload.wants(benchmark, params);
    }

    @Override
    public List<Integer> threads() {
        return List.of();
    }

    @Override
    public Duration operation(Benchmark benchmark) {
        return operation;
    }

    /** The first lines that fit, one at the least. */
    @Override
    public List<Integer> fraction(List<Place> cells, int most) {
        return Fraction.lines(cells, most, cell -> HeapCurve.line(cell.launch()));
    }

    @Override
    public double precision() {
        return workload.precision();
    }

    @Override
    public int forks() {
        return workload.forks();
    }

    @Override
    public int leastForks() {
        return 1;
    }

    /** What lives does not depend on how much room there is. */
    @Override
    public boolean weighs() {
        return false;
    }

    /** A multiple of what the fork takes with ample heap: with little it may collect without end. */
    @Override
    public Optional<ForkLimit> limit(Settings settings) {
        return Optional.of(new ForkLimit(
                settings.fork(operation).multipliedBy(HeapProbe.TIMES),
                HeapProbe.TIMES + " times what it takes with ample heap"));
    }
}
