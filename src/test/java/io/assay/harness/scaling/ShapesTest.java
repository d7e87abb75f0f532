package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each model is worth before anything is measured. */
class ShapesTest {
    private final List<Shape> nine = Shapes.over(doubling(9));

    private static double[] doubling(int sizes) {
        return DoubleStream.iterate(1, n -> 2 * n).limit(sizes).toArray();
    }

    private Stream<Shape> of(Growth growth) {
        return nine.stream().filter(shape -> shape.growth().equals(Optional.of(growth)));
    }

    private static double worth(Stream<Shape> shapes, Predicate<Shape> which) {
        return shapes.filter(which).mapToDouble(s -> Math.exp(s.logPrior())).sum();
    }

    @ParameterizedTest
    @EnumSource
    void eachClassIsWorthOne(Growth growth) {
        assertEquals(1, worth(of(growth), shape -> true), 1e-9);
        assertEquals(0.7, worth(of(growth), shape -> shape.steps().isEmpty()), 1e-9);
        assertEquals(0.25, worth(of(growth), shape -> shape.steps().size() == 1), 1e-9);
        assertEquals(0.05, worth(of(growth), shape -> shape.steps().size() == 2), 1e-9);
    }

    @ParameterizedTest
    @EnumSource
    void eachChoiceOfLowerTermsIsWorthTheSame(Growth growth) {
        List<Shape> plain = of(growth).filter(shape -> shape.steps().isEmpty()).toList();
        for (Shape shape : plain) {
            assertEquals(0.7 / plain.size(), Math.exp(shape.logPrior()), 1e-9);
            assertEquals(Term.of(growth), shape.lead());
            for (int k = 1; k < shape.terms().size(); k++) {
                assertTrue(shape.terms().get(k - 1).compareTo(shape.terms().get(k)) < 0, shape::toString);
            }
            double all = worth(of(growth), other -> other.terms().equals(shape.terms()));
            assertEquals(1.0 / plain.size(), all, 1e-9);
        }
        assertEquals(plain.size(), plain.stream().map(Shape::terms).distinct().count());
    }

    @Test
    void aStepOfOneTermIsNeverOneOfAllTerms() {
        for (Shape shape : nine) {
            assertFalse(shape.bends() && shape.terms().size() == 1, shape::toString);
        }
        assertTrue(of(Growth.LINEAR).anyMatch(Shape::bends));
    }

    @Test
    void stepsToCheaperElementsAreRarer() {
        for (int terms = 1; terms <= 2; terms++) {
            int size = terms;
            List<Shape> one = of(Growth.LINEAR)
                    .filter(s -> s.terms().size() == size && s.steps().size() == 1)
                    .toList();
            double rising = one.stream()
                    .filter(s -> !s.steps().get(0).falling())
                    .findFirst()
                    .orElseThrow()
                    .logPrior();
            for (Shape shape : one) {
                double less = shape.steps().get(0).falling() ? Math.log(0.3) : 0;
                assertEquals(rising + less, shape.logPrior(), 1e-9, shape::toString);
            }
        }
    }

    /** Eight gaps: 28 pairs, of sharp rises alone. */
    @Test
    void twoStepsAreSharpRisesOneBehindTheOther() {
        List<Shape> pairs =
                of(Growth.CONSTANT).filter(s -> s.steps().size() == 2).toList();
        assertEquals(28, pairs.size());
        for (Shape shape : pairs) {
            assertTrue(shape.steps().get(0).at() < shape.steps().get(1).at(), shape::toString);
            for (Step step : shape.steps()) {
                assertTrue(step.form() == Step.Form.SHARP && !step.whole() && !step.falling(), shape::toString);
            }
        }
        assertEquals(28, pairs.stream().map(Shape::steps).distinct().count());
    }

    /** Between each two sizes; of more than eleven sizes, between every second or third. */
    @ParameterizedTest
    @CsvSource({"2, 1", "9, 8", "11, 10", "12, 6", "21, 10", "22, 7"})
    void stepsAreTriedAtTenPlacesOrLess(int sizes, int places) {
        assertEquals(places, at(sizes, Step.Form.SHARP).length);
        assertEquals(places, at(sizes, Step.Form.MISSES).length);
    }

    @Test
    void aStepIsInTheMiddleOfWhatItStandsFor() {
        assertEquals("0.5 1.5 2.5", text(at(4, Step.Form.SHARP)));
        assertEquals("0.5 1.5 2.5", text(at(4, Step.Form.SLOW)));
        assertEquals("0.5 2.5 4.5 6.5 8.5 10.5", text(at(12, Step.Form.SHARP)));
        assertEquals("1.0 3.0 5.0 7.0 9.0 10.5", text(at(12, Step.Form.QUICK)));
    }

    private static double[] at(int sizes, Step.Form form) {
        return Shapes.over(doubling(sizes)).stream()
                .filter(s -> s.steps().size() == 1 && s.steps().get(0).form() == form)
                .mapToDouble(s -> Math.rint(1e6 * s.steps().get(0).at()) / 1e6)
                .distinct()
                .toArray();
    }

    private static String text(double[] values) {
        return String.join(" ", DoubleStream.of(values).mapToObj(v -> "" + v).toList());
    }

    @Test
    void halfIntegerPowersStandForWhatIsNoClass() {
        List<Shape> others = nine.stream().filter(s -> s.growth().isEmpty()).toList();
        assertEquals(
                List.of(0.5, 0.5, 1.5, 1.5, 2.5, 2.5),
                others.stream().map(s -> s.lead().power()).toList());
        for (Shape shape : others) {
            assertEquals(0.05, Math.exp(shape.logPrior()), 1e-9);
            assertTrue(shape.steps().isEmpty() && !shape.lead().log());
        }
    }
}
