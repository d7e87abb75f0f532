package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class EstimatesPropertyTest {
    @Provide
    Arbitrary<List<Sample>> runs() {
        Arbitrary<double[]> fork = Arbitraries.doubles()
                .between(1e-3, 1e6)
                .ofScale(4)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(4);
        return fork.array(double[][].class)
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(Sample::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(14);
    }

    @Property(tries = 150)
    void scalesWithTheUnit(@ForAll("runs") List<Sample> run, @ForAll @DoubleRange(min = 0.01, max = 1e6) double c) {
        List<Sample> scaled =
                run.stream().map(row -> Simulated.forksTimes(row, c)).toList();
        List<Estimate> before = Estimates.of(run, 0.9);
        List<Estimate> after = Estimates.of(scaled, 0.9);
        for (int i = 0; i < run.size(); i++) {
            assertClose(before.get(i).value() * c, after.get(i).value());
            if (!before.get(i).unknown() && before.get(i).relativeHalfWidth() < 1e6) {
                assertClose(before.get(i).low() * c, after.get(i).low());
                assertClose(before.get(i).high() * c, after.get(i).high());
            }
        }
    }

    @Property(tries = 150)
    void doesNotDependOnTheOrderOfForks(@ForAll("runs") List<Sample> run, @ForAll long seed) {
        List<Sample> shuffled = run.stream().map(row -> shuffled(row, seed)).toList();
        List<Estimate> before = Estimates.of(run, 0.9);
        List<Estimate> after = Estimates.of(shuffled, 0.9);
        for (int i = 0; i < run.size(); i++) {
            assertClose(before.get(i).value(), after.get(i).value());
            assertClose(before.get(i).relativeHalfWidth(), after.get(i).relativeHalfWidth());
        }
    }

    @Property(tries = 150)
    void invertsWithItsTerms(@ForAll("runs") List<Sample> run) {
        VarianceModel model = VarianceModel.fit(run);
        Ratio ratio = Ratios.of(run.get(0), run.get(1), model, 0.9);
        Ratio swapped = Ratios.of(run.get(1), run.get(0), model, 0.9);
        assertClose(ratio.inverse().value(), swapped.value());
        assertClose(ratio.inverse().low(), swapped.low());
        assertClose(ratio.inverse().high(), swapped.high());
        assertEquals(ratio.inverse().method(), swapped.method());
    }

    @Property(tries = 150)
    void theRatioIsThatOfTheEstimates(@ForAll("runs") List<Sample> run) {
        List<Estimate> estimates = Estimates.of(run, 0.9);
        Ratio ratio = Ratios.of(run.get(0), run.get(1), VarianceModel.fit(run), 0.9);
        assertClose(estimates.get(0).value() / estimates.get(1).value(), ratio.value());
    }

    private static Sample shuffled(Sample row, long seed) {
        List<double[]> forks = new ArrayList<>(Arrays.asList(row.forks()));
        Collections.shuffle(forks, new Random(seed));
        return new Sample(forks.toArray(double[][]::new));
    }

    private static void assertClose(double expected, double actual) {
        if (Double.isFinite(expected)) {
            assertEquals(expected, actual, 1e-6 * Math.abs(expected) + 1e-300);
        }
    }
}
