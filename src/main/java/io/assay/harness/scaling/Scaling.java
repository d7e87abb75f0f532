package io.assay.harness.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Names the complexity class of a curve, or says that it cannot be told. Pure, and the same each time.
 *
 * <p>{@code docs/scaling.md} has the method, and what it gets right and wrong on simulated curves.
 */
public final class Scaling {
    /** What a class must be worth on the curve as measured. */
    private static final double SURE = 0.9;

    /** What it must be worth on average over curves moved by their noise. */
    private static final double SURE_WHEN_MOVED = 0.8;

    /** What must be left of it without the largest n: no class hangs on a single point. */
    private static final double SURE_WITHOUT_LAST = 0.3;

    /** A class whose best model misses the points by more, on average, does not describe them. */
    private static final double LARGEST_MISS = 0.15;

    /** As many deviations of a size may it miss them by, if that is more: nine points of noise miss their own law by one. */
    private static final double MISS_OF_NOISE = 2;

    /** More sizes cost time and tell no more. */
    private static final int MOST_SIZES = 120;

    private static final double CERTAIN = 0.98;
    private static final double SMALLEST_SPAN = 4;
    private static final double WORTH_A_WORD = 0.2;

    private final Curve curve;
    private final Points points;
    private final Weights weights;
    private final List<String> warnings = new ArrayList<>();
    private boolean bounded;
    private @Nullable Shares withoutLast;

    private Scaling(Curve curve) {
        this.curve = curve;
        points = Points.of(curve);
        weights = Weights.of(points);
    }

    /** The class of a curve, or that it cannot be told. */
    public static ScalingVerdict of(Curve curve) {
        Scaling scaling = new Scaling(curve.thinned(MOST_SIZES));
        if (curve.size() > MOST_SIZES) {
            scaling.warnings.add("of " + curve.size() + " sizes " + scaling.curve.size() + " were fitted");
        }
        Optional<Growth> growth = scaling.growth();
        OptionalDouble crossover = scaling.crossover();
        crossover.ifPresent(n -> {
            if (growth.isEmpty()) {
                scaling.warnings.add(
                        text("a higher term is about to take over: from n = %.3g on it would dominate", n));
            }
        });
        List<ScalingVerdict.Candidate> candidates = Arrays.stream(Growth.values())
                .map(g -> new ScalingVerdict.Candidate(g, scaling.weights.of(g)))
                .sorted(Comparator.comparingDouble(ScalingVerdict.Candidate::weight)
                        .reversed())
                .toList();
        return new ScalingVerdict(
                growth,
                scaling.above(growth),
                scaling.within(growth),
                candidates,
                Exponent.of(scaling.points),
                crossover,
                candidates.stream()
                        .flatMap(c -> scaling.weights.fit(Optional.of(c.growth())).stream()
                                .map(fit -> new FittedClass(c.growth(), fit::at)))
                        .toList(),
                scaling.warnings);
    }

    private Optional<Growth> growth() {
        if (curve.size() < Curve.FEWEST) {
            warnings.add("a class takes at least " + Curve.FEWEST + " sizes, better eight or nine, each twice the one"
                    + " before; here there " + (curve.size() == 1 ? "is 1" : "are " + curve.size()));
            return Optional.empty();
        }
        if (curve.span() < SMALLEST_SPAN) {
            warnings.add(text(
                    "the largest n is %.3g times the smallest; below %.0f times no class is told",
                    curve.span(), SMALLEST_SPAN));
            return Optional.empty();
        }
        bounded = describes(weights.fits().get(0));
        Optional<Growth> best = weights.best();
        Fit fit = weights.fit(best).orElseThrow();
        if (best.isEmpty()) {
            warnings.add(text(
                    "none of the classes: it grows about as n^%.1f",
                    fit.shape().lead().power()));
        }
        return best.filter(growth -> sure(growth, fit));
    }

    private boolean sure(Growth growth, Fit fit) {
        if (weights.of(growth) < SURE_WHEN_MOVED || weights.measured().of(growth) < SURE) {
            warnings.add(reach());
            return false;
        }
        double miss = miss(fit);
        if (miss > LARGEST_MISS) {
            warnings.add(text(
                    "no class describes it: %s, the nearest, misses the points by %.0f%%", growth.label(), 100 * miss));
            return false;
        }
        if (!Shares.rules(fit, curve.n()[curve.size() - 1])) {
            return false;
        }
        if (curve.size() > Curve.FEWEST && withoutLast().of(growth) < SURE_WITHOUT_LAST) {
            warnings.add(text("%s hangs on the largest n alone; measure one more, at twice that", growth.label()));
            return false;
        }
        return true;
    }

    /** The fastest growing class that it certainly outgrows: the one below its own where that is told. */
    private Optional<Growth> above(Optional<Growth> told) {
        if (told.isPresent()) {
            return Arrays.stream(Growth.values())
                    .filter(g -> g.compareTo(told.get()) < 0)
                    .reduce((slower, faster) -> faster);
        }
        return Arrays.stream(Growth.values())
                .filter(g -> certain(shares -> shares.above(g)))
                .reduce((slower, faster) -> faster);
    }

    /** The slowest growing class that it certainly does not outgrow. */
    private Optional<Growth> within(Optional<Growth> told) {
        return told.or(() -> Arrays.stream(Growth.values())
                .filter(g -> certain(shares -> shares.within(g)))
                .findFirst());
    }

    private boolean certain(ToDoubleFunction<Shares> share) {
        return bounded
                && share.applyAsDouble(weights.measured()) >= CERTAIN
                && share.applyAsDouble(weights.bagged()) >= CERTAIN
                && (curve.size() <= Curve.FEWEST || share.applyAsDouble(withoutLast()) >= SURE_WITHOUT_LAST);
    }

    private Shares withoutLast() {
        Shares known = withoutLast;
        if (known == null) {
            known = Weights.measured(points.withoutLast());
            withoutLast = known;
        }
        return known;
    }

    /** Which classes are left, and what would part them. */
    private String reach() {
        List<String> left = Arrays.stream(Growth.values())
                .filter(g -> weights.of(g) >= 0.05)
                .sorted(Comparator.comparingDouble(g -> -weights.of(g)))
                .map(g -> text("%s %.0f%%", g.label(), 100 * weights.of(g)))
                .toList();
        return "within reach are " + String.join(", ", left) + "; a wider range of n or more forks part them";
    }

    /** The median relative distance of the points from the model, so that one astray counts for nothing. */
    private double miss(Fit fit) {
        double[] misses = new double[points.size()];
        for (int i = 0; i < misses.length; i++) {
            misses[i] = Math.abs(Math.log(fit.at(points.n()[i])) - points.logCost()[i]);
        }
        Arrays.sort(misses);
        return misses[misses.length / 2];
    }

    /** Whether a model is near enough to the points that what it says of the rest means something. */
    private boolean describes(Fit fit) {
        double[] deviations =
                Arrays.stream(points.variance()).map(Math::sqrt).sorted().toArray();
        return miss(fit) <= Math.max(LARGEST_MISS, MISS_OF_NOISE * deviations[deviations.length / 2]);
    }

    private OptionalDouble crossover() {
        Growth steeper = weights.of(Growth.CUBIC) > weights.of(Growth.QUADRATIC) ? Growth.CUBIC : Growth.QUADRATIC;
        return weights.of(steeper) < WORTH_A_WORD
                ? OptionalDouble.empty()
                : weights.fit(Optional.of(steeper)).map(this::crossover).orElse(OptionalDouble.empty());
    }

    /** Where the leading term passes the others, by bisection of the logarithm of n; none below the middle of the points. */
    private OptionalDouble crossover(Fit fit) {
        double low = Math.log(Math.sqrt(curve.n()[0] * curve.n()[curve.size() - 1]));
        double high = Math.log(curve.n()[curve.size() - 1] * 1e3);
        if (fit.lead(Math.exp(low)) > fit.lower(Math.exp(low))
                || fit.lead(Math.exp(high)) < fit.lower(Math.exp(high))) {
            return OptionalDouble.empty();
        }
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (fit.lead(Math.exp(middle)) > fit.lower(Math.exp(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalDouble.of(Math.exp(high));
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
