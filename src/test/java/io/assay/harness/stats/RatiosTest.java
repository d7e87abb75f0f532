package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatiosTest {
    private final Simulated simulated = new Simulated(41);

    private List<Sample> run(int forks) {
        List<Sample> run = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            run.add(simulated.sample(i == 0 ? 50 : 100, forks, 5, 0.01, 0.01));
        }
        return run;
    }

    @Test
    void seesAFactorOfTwoWithThreeForks() {
        List<Sample> run = run(3);
        Ratio ratio = Ratios.of(run.get(0), run.get(1), VarianceModel.fit(run), 0.99);
        assertTrue(ratio.low() < 0.5 && 0.5 < ratio.high() && ratio.excludesOne(), ratio::toString);
        assertTrue(ratio.high() / ratio.low() < 1.1, ratio::toString);
        assertEquals(Estimates.MODERATED, ratio.method());
    }

    @Test
    void aRowAgainstItselfIsOne() {
        List<Sample> run = run(3);
        Ratio ratio = Ratios.of(run.get(0), run.get(0), VarianceModel.fit(run), 0.99);
        assertEquals(1, ratio.value(), 1e-12);
        assertFalse(ratio.excludesOne());
    }

    @Test
    void rowsWithoutVariationHaveAPoint() {
        Sample three = new Sample(new double[][] {{3}, {3}});
        Sample six = new Sample(new double[][] {{6}, {6}});
        Ratio ratio = Ratios.of(six, three, VarianceModel.fit(List.of(three, six)), 0.95);
        assertEquals(2, ratio.low(), 1e-12);
        assertEquals(2, ratio.high(), 1e-12);
    }

    @Test
    void twoSingleForksSayNothingOfTheInterval() {
        Sample one = new Sample(new double[][] {{3, 4}});
        Ratio ratio = Ratios.of(one, one, VarianceModel.fit(List.of(one, one)), 0.95);
        assertTrue(ratio.unknown() && !ratio.excludesOne());
        assertEquals(Estimates.UNKNOWN, ratio.method());
        assertTrue(ratio.inverse().unknown());
    }

    @Test
    void aWildRowAgainstACalmOneIsAsUncertainAsTheWildOne() {
        List<Sample> run = run(5);
        Sample wild = new Sample(new double[][] {{100}, {170}, {60}, {220}, {100}});
        run.add(wild);
        VarianceModel model = VarianceModel.fit(run);
        Ratio ratio = Ratios.of(wild, run.get(1), model, 0.95);
        assertTrue(ratio.high() / ratio.low() > 2, ratio::toString);
    }

    @Test
    void theLowestIsTheFirstOfTheLowest() {
        List<Estimate> estimates = List.of(estimate(3), estimate(2), estimate(2), estimate(5));
        assertEquals(1, Ratios.lowest(estimates));
        assertThrows(IllegalArgumentException.class, () -> Ratios.lowest(List.of()));
    }

    /** The claim of {@link Ratios#lowest}: choosing the luckiest peer keeps the upper end safe. */
    @Test
    void theUpperEndAgainstTheFastestPeerHolds() {
        double held = Simulated.share(1500, () -> {
            List<Sample> run = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                run.add(simulated.sample(100, 3, 1, 0.02, 0));
            }
            List<Estimate> peers = Estimates.of(run, 0.95).subList(1, 7);
            Sample fastest = run.get(1 + Ratios.lowest(peers));
            return Ratios.of(run.get(0), fastest, VarianceModel.fit(run), 0.95).high() >= 1;
        });
        assertTrue(held > 0.975, () -> "upper end held in " + held);
    }

    private static Estimate estimate(double value) {
        return new Estimate(value, value, value, 0.95, 3, Estimates.MODERATED);
    }
}
