package io.assay.harness.scaling;

import io.assay.harness.result.Row;
import io.assay.harness.run.SizeChooser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Places further sizes where the two likeliest classes differ most in what they foretell (T-optimality: Atkinson and
 * Fedorov, <i>The design of experiments for discriminating between two rival models</i>, Biometrika 1975): none where
 * the curve is plain, more at the bend.
 */
public final class PointPlacer implements SizeChooser {
    private static final int MOST = 12;
    private static final int FEWEST = 6;
    private static final int A_ROUND = 2;
    private static final double SETTLED = 0.97;

    /** Sizes nearer than this ratio tell nothing of each other. */
    private static final double NEAREST = 1.15;

    /** For use by one run. */
    public PointPlacer() {}

    @Override
    public List<Integer> next(List<Row> rows, String param, int from, int to) {
        Optional<Curve> curve = SeriesOfRows.of("the run", rows, param).stream()
                .filter(series -> series.metric().equals(Series.SCORE))
                .findFirst()
                .flatMap(Series::curve);
        return curve.map(c -> next(c, from, to)).orElse(List.of());
    }

    private static List<Integer> next(Curve curve, int from, int to) {
        if (curve.size() < 2 || curve.size() >= MOST) {
            return List.of();
        }
        ScalingVerdict verdict = Scaling.of(curve);
        boolean settled = verdict.growth().isPresent()
                && verdict.candidates().get(0).weight() >= SETTLED
                && curve.size() >= FEWEST;
        if (settled) {
            return List.of();
        }
        List<Integer> chosen = new ArrayList<>();
        TreeSet<Double> taken = new TreeSet<>();
        for (double n : curve.n()) {
            taken.add(n);
        }
        while (chosen.size() < A_ROUND && curve.size() + chosen.size() < MOST) {
            Optional<Double> best = middles(taken, from, to).stream()
                    .max(Comparator.comparingDouble(n -> apart(verdict.fitted(), n, taken)));
            if (best.isEmpty()) {
                break;
            }
            chosen.add((int) best.get().doubleValue());
            taken.add(best.get());
        }
        return chosen;
    }

    private static List<Double> middles(NavigableSet<Double> taken, int from, int to) {
        List<Double> middles = new ArrayList<>();
        double before = taken.first();
        for (double n : taken.tailSet(before, false)) {
            double middle = Math.rint(Math.sqrt(before * n));
            if (middle >= before * NEAREST && n >= middle * NEAREST && middle >= from && middle <= to) {
                middles.add(middle);
            }
            before = n;
        }
        return middles;
    }

    /** How far the two likeliest classes are apart at n; where they are not, wide gaps come first. */
    private static double apart(List<FittedClass> fitted, double n, NavigableSet<Double> taken) {
        Double below = taken.lower(n);
        Double above = taken.higher(n);
        double gap = below == null || above == null ? 0 : Math.log(above / below);
        double differ = fitted.size() < 2
                ? 0
                : Math.abs(Math.log(fitted.get(0).cost().applyAsDouble(n)
                        / fitted.get(1).cost().applyAsDouble(n)));
        return (differ + 1e-3) * gap;
    }
}
