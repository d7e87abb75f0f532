package io.assay.harness.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Everything that a request names, a fork each. */
class AllRows implements Selection {
    @Override
    public boolean wants(Benchmark benchmark, Map<String, String> params) {
        return true;
    }

    @Override
    public List<Integer> threads() {
        return List.of();
    }

    @Override
    public Duration operation(Benchmark benchmark) {
        return Duration.ZERO;
    }

    @Override
    public List<Integer> fraction(List<Place> cells, int most) {
        throw new AssertionError("all of them fit");
    }

    @Override
    public double precision() {
        return 0.01;
    }

    @Override
    public int forks() {
        return 1;
    }
}
