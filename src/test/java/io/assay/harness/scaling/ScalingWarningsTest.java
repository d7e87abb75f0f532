package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a verdict says beside its class, of curves without noise. */
class ScalingWarningsTest {
    private static ScalingVerdict of(double[] n, DoubleUnaryOperator cost) {
        double[][] forks = Arrays.stream(n)
                .map(cost)
                .mapToObj(c -> new double[] {0.99 * c, c, 1.01 * c})
                .toArray(double[][]::new);
        return Scaling.of(new Curve(n, forks, 0));
    }

    private static double[] doubling(int sizes) {
        return IntStream.range(0, sizes).mapToDouble(i -> 16 << i).toArray();
    }

    @Test
    void classesWithinReachAreToldByWeight() {
        double[] costs = {110, 120, 130, 560};
        double[] n = {16, 128, 1024, 8192};
        double[][] forks =
                Arrays.stream(costs).mapToObj(c -> new double[] {c, 1.01 * c}).toArray(double[][]::new);
        ScalingVerdict verdict = Scaling.of(new Curve(n, forks, 0));
        List<ScalingVerdict.Candidate> left = verdict.candidates().stream()
                .filter(candidate -> candidate.weight() >= 0.05)
                .toList();
        assertTrue(left.size() > 2 && left.size() < Growth.values().length, left::toString);
        String told = left.stream()
                .map(c -> String.format(Locale.ROOT, "%s %.0f%%", c.growth().label(), 100 * c.weight()))
                .collect(Collectors.joining(", "));
        assertEquals(
                "within reach are " + told + "; a wider range of n or more forks part them",
                verdict.warnings().get(0));
    }

    @Test
    void aTermThatIsAboutToTakeOverIsToldWithItsPlace() {
        ScalingVerdict verdict = of(doubling(7), n -> n + n * n / 1000);
        assertEquals("undecided", verdict.label());
        assertEquals(1000, verdict.crossover().orElseThrow(), 1);
        assertEquals(
                List.of("a higher term is about to take over: from n = 1.00e+03 on it would dominate"),
                verdict.warnings());
    }

    @Test
    void aTermThatHasTakenOverIsTheClassAndNoWarning() {
        ScalingVerdict verdict = of(doubling(7), n -> n + n * n / 300);
        assertEquals("O(n^2)", verdict.label());
        assertEquals(300, verdict.crossover().orElseThrow(), 1);
        assertEquals(List.of(), verdict.warnings());
    }

    @Test
    void moreSizesThanAreFittedAreTold() {
        double[] many = DoubleStream.iterate(16, n -> n + 10).limit(200).toArray();
        ScalingVerdict verdict = of(many, n -> n);
        assertEquals("O(n)", verdict.label());
        String told = String.join("\n", verdict.warnings());
        assertTrue(told.matches("of 200 sizes ([7-9]\\d|1[01]\\d|120) were fitted"), told);
        assertEquals(List.of(), of(Arrays.copyOf(many, 120), n -> n).warnings());
    }

    @Test
    void tooFewSizesAreCounted() {
        String said = "a class takes at least 4 sizes, better eight or nine, each twice the one before; here there ";
        assertEquals(List.of(said + "is 1"), of(doubling(1), n -> n).warnings());
        assertEquals(List.of(said + "are 3"), of(doubling(3), n -> n).warnings());
    }

    @Test
    void aSpanOfFourIsEnough() {
        double[] four = {100, 141, 200, 283, 400};
        assertTrue(of(four, n -> 5).warnings().stream().noneMatch(w -> w.contains("smallest")));
        four[4] = 399;
        assertEquals(
                List.of("the largest n is 3.99 times the smallest; below 4 times no class is told"),
                of(four, n -> 5).warnings());
    }

    /** A cube that goes up and down around its law by two fifths, two sizes each. */
    private static ScalingVerdict wave(double fork) {
        double[] n = doubling(9);
        double[][] forks = IntStream.range(0, 9)
                .mapToDouble(i -> Math.pow(n[i], 3) * (i % 4 < 2 ? 1.4 : 1 / 1.4))
                .mapToObj(c -> new double[] {c / fork, c, c * fork})
                .toArray(double[][]::new);
        return Scaling.of(new Curve(n, forks, 0));
    }

    @Test
    void whatMissesItsPointsIsNoClassAndBoundsNothing() {
        ScalingVerdict calm = wave(1.01);
        assertEquals("undecided", calm.label());
        assertEquals(List.of("no class describes it: O(n^3), the nearest, misses the points by 20%"), calm.warnings());
        assertTrue(calm.above().isEmpty() && calm.within().isEmpty(), calm::toString);
    }

    @Test
    void whereForksScatterAsFarItBoundsAllTheSame() {
        ScalingVerdict noisy = wave(1.2);
        assertEquals("undecided", noisy.label());
        assertEquals(Optional.of(Growth.QUADRATIC), noisy.above());
        assertEquals(Optional.of(Growth.CUBIC), noisy.within());
    }

    @Test
    void aClassThatHangsOnTheLastOfFiveSizesIsNotTold() {
        double[] n = doubling(5);
        ScalingVerdict verdict = of(n, size -> size < n[4] ? 100 : 800);
        assertEquals("undecided", verdict.label());
        assertEquals(
                "O(n^3) hangs on the largest n alone; measure one more, at twice that",
                verdict.warnings().get(0));
    }
}
