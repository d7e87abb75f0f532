package io.assay.harness.scaling;

import static io.assay.harness.scaling.Term.CUBE;
import static io.assay.harness.scaling.Term.LOG;
import static io.assay.harness.scaling.Term.N;
import static io.assay.harness.scaling.Term.N_LOG;
import static io.assay.harness.scaling.Term.ONE;
import static io.assay.harness.scaling.Term.SQUARE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All models that are held against a curve, with their weights before anything was measured: each class alike, within a
 * class each choice of lower terms alike, and of those a part for curves with steps. Half-integer powers stand for
 * everything that is none of the classes.
 */
final class Shapes {
    private static final double ONE_STEP = 0.25;
    private static final double TWO_STEPS = 0.05;

    /** A step to cheaper elements, against one to dearer ones. */
    private static final double FALLING = 0.3;

    /** Square root and the like, against a class. */
    private static final double OTHER = 0.1;

    private static final double[] OTHER_POWERS = {0.5, 1.5, 2.5};

    /** Places between points where a step is tried; where there are more points, some are passed over. */
    private static final int PLACES = 10;

    private final List<Step> steps;
    private final List<Shape> all = new ArrayList<>();

    private Shapes(double[] n) {
        steps = steps(n);
    }

    static List<Shape> over(double[] n) {
        Shapes shapes = new Shapes(n);
        for (Growth growth : Growth.values()) {
            List<List<Term>> choices = terms(growth);
            choices.forEach(terms -> shapes.add(growth, terms, 1.0 / choices.size()));
        }
        for (double power : OTHER_POWERS) {
            Term lead = new Term(power, false);
            for (List<Term> terms : List.of(List.of(lead), List.of(ONE, lead))) {
                shapes.all.add(new Shape(Optional.empty(), terms, List.of(), Math.log(OTHER / 2)));
            }
        }
        return shapes.all;
    }

    private void add(Growth growth, List<Term> terms, double prior) {
        // A step of a cost of one term is a step of its leading term.
        List<Step> possible =
                steps.stream().filter(s -> !s.whole() || terms.size() > 1).toList();
        double sum = possible.stream().mapToDouble(Shapes::weight).sum();
        put(growth, terms, List.of(), prior * (1 - ONE_STEP - TWO_STEPS));
        possible.forEach(step -> put(growth, terms, List.of(step), prior * ONE_STEP * weight(step) / sum));
        List<Step> rises = steps.stream()
                .filter(s -> s.form() == Step.Form.SHARP && !s.whole() && !s.falling())
                .toList();
        int pairs = rises.size() * (rises.size() - 1) / 2;
        for (int i = 0; i < rises.size(); i++) {
            for (int j = i + 1; j < rises.size(); j++) {
                put(growth, terms, List.of(rises.get(i), rises.get(j)), prior * TWO_STEPS / pairs);
            }
        }
    }

    private void put(Growth growth, List<Term> terms, List<Step> with, double prior) {
        all.add(new Shape(Optional.of(growth), terms, with, Math.log(prior)));
    }

    private static double weight(Step step) {
        return step.falling() ? FALLING : 1;
    }

    /** Which lower terms a class may have below its own; the leading term is the last. */
    private static List<List<Term>> terms(Growth growth) {
        return switch (growth) {
            case CONSTANT -> List.of(List.of(ONE));
            case LOGARITHMIC -> List.of(List.of(LOG), List.of(ONE, LOG));
            case LINEAR -> List.of(List.of(N), List.of(ONE, N));
            case LINEARITHMIC ->
                List.of(List.of(N_LOG), List.of(ONE, N_LOG), List.of(N, N_LOG), List.of(ONE, N, N_LOG));
            case QUADRATIC ->
                List.of(
                        List.of(SQUARE),
                        List.of(ONE, SQUARE),
                        List.of(N, SQUARE),
                        List.of(ONE, N, SQUARE),
                        List.of(N_LOG, SQUARE),
                        List.of(ONE, N_LOG, SQUARE));
            case CUBIC ->
                List.of(
                        List.of(CUBE),
                        List.of(ONE, CUBE),
                        List.of(N, CUBE),
                        List.of(ONE, N, CUBE),
                        List.of(SQUARE, CUBE),
                        List.of(ONE, SQUARE, CUBE));
        };
    }

    private static List<Step> steps(double[] n) {
        List<Step> steps = new ArrayList<>();
        int every = Math.max(1, (n.length - 2 + PLACES) / PLACES);
        for (int i = 0; i + 1 < n.length; i += every) {
            double gap = log2(Math.sqrt(n[i] * n[i + 1]));
            double middle = log2(Math.sqrt(n[i] * n[Math.min(n.length - 1, i + every)]));
            for (boolean whole : new boolean[] {false, true}) {
                steps.add(new Step(gap, Step.Form.SHARP, whole, false));
                steps.add(new Step(gap, Step.Form.SHARP, whole, true));
                steps.add(new Step(middle, Step.Form.QUICK, whole, false));
                steps.add(new Step(middle, Step.Form.SLOW, whole, false));
                steps.add(new Step(middle, Step.Form.MISSES, whole, false));
            }
        }
        return steps;
    }

    private static double log2(double n) {
        return Math.log(n) / Math.log(2);
    }
}
