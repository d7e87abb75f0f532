package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.eventloop.jitter.Interval;
import io.assay.eventloop.jitter.Load;
import io.assay.eventloop.jitter.PeriodicImplementation;
import io.assay.eventloop.jitter.Stops;
import io.assay.harness.api.Figure;
import io.assay.harness.api.Reported;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One operation, and what it reports; the other implementations differ in their scheduler alone. */
@Timeout(120)
class PeriodicTaskBenchmarkTest {
    @AfterEach
    void forget() {
        Reported.clear();
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSAY", "JDK_SCHEDULED"})
    void deadlinesAreCountedAndMissesHaveTheirCause(PeriodicImplementation implementation) throws Exception {
        PeriodicTaskBenchmark benchmark = new PeriodicTaskBenchmark();
        benchmark.implementation = implementation;
        benchmark.load = implementation == PeriodicImplementation.ASSAY ? Load.ALLOCATING : Load.NONE;
        benchmark.open();
        benchmark.begin();
        benchmark.deadlines();
        benchmark.report();
        benchmark.close();
        Map<String, Double> figures = Reported.figures();
        double due = figure(figures, Figure.DUE);
        assertTrue(due >= 50 && due < 10_000, figures::toString);
        double causes =
                List.of(Figure.MISSED_GC, Figure.MISSED_SAFEPOINT, Figure.MISSED_MACHINE, Figure.MISSED_OTHERWISE)
                        .stream()
                        .mapToDouble(figure -> figure(figures, figure))
                        .sum();
        assertEquals(figure(figures, Figure.MISSED), causes);
        List<Figure> order = List.of(Figure.MIN, Figure.P50, Figure.P90, Figure.P99, Figure.P999, Figure.MAX);
        for (int i = 1; i < order.size(); i++) {
            assertTrue(figure(figures, order.get(i - 1)) <= figure(figures, order.get(i)), figures::toString);
        }
        assertTrue(figure(figures, Figure.RUN_MIN) > 0);
        assertTrue(figure(figures, Figure.RUN_MIN) <= figure(figures, Figure.RUN_MEAN));
        assertTrue(figure(figures, Figure.PAUSE_GC) >= 0 && figure(figures, Figure.PAUSE_MACHINE) >= 0);
    }

    @Test
    void collectionsAreFoundWhereTheyWere() {
        try (Stops stops = new Stops()) {
            long before = System.nanoTime();
            System.gc();
            long after = System.nanoTime();
            Stops.Found found = stops.found();
            Interval asked = new Interval(before, after);
            // Fifty microseconds for two clocks that are read one after the other.
            Interval wide = new Interval(before - 50_000, after + 50_000);
            assertTrue(
                    found.gc().stream().anyMatch(gc -> gc.length() > 0 && gc.coveredBy(List.of(wide)) == gc.length()),
                    () -> asked + " holds none of " + found.gc());
            for (Interval gc : found.gc()) {
                assertTrue(gc.coveredBy(found.all()) >= gc.length() * 9 / 10, () -> gc + " in " + found.all());
            }
            assertTrue(found.others().size() < found.all().size());
        }
    }

    private static double figure(Map<String, Double> figures, Figure figure) {
        return figures.get(figure.metric());
    }
}
