package io.assay.harness.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The changes of level in a series of runs, by penalised robust segmentation ({@link RobustLevels}) and a t-test of
 * every change that it proposes. Values are logarithms of cost, so that a change is a factor. Pure; immutable.
 *
 * @param starts first index of each level, 0 among them
 * @param levels the levels, each the weighted mean of its points without the spikes
 * @param errors their standard errors
 * @param spikes indices of the points that lie too far off their level
 * @param steps the changes: one less than there are levels
 * @param variances of each point around its level
 * @param between the part of them that forks do not tell
 * @param df degrees of freedom of the variances
 */
@SuppressWarnings("ArrayRecordComponent") // a result that nobody compares; its makers keep no reference
public record LevelChanges(
        int[] starts,
        double[] levels,
        double[] errors,
        List<Integer> spikes,
        List<LevelStep> steps,
        double[] variances,
        double between,
        double df) {
    /** A step is told if chance makes one as large, in a series without any, less often than this. */
    public static final double LEVEL = 0.002;

    /** Fewer runs at the end of a series may be a spike yet. */
    public static final int SHORTEST = 3;

    private static final double PRIOR_DF = 3;
    private static final int ROUNDS = 3;
    private static final int MOST_LAGS = 10;
    private static final double LIKELY = 0.95;

    /**
     * The changes of a series.
     *
     * @param values logarithms of cost, in the order of the runs; at least one
     * @param known the variance of each that its own forks tell, zero or more
     * @param smallest changes below this (difference of logarithms) are not told
     */
    public static LevelChanges of(double[] values, double[] known, double smallest) {
        double between = RunNoise.between(values, known);
        LevelChanges found = segmented(values, known, between, smallest);
        for (int round = 0; round < ROUNDS; round++) {
            double wander = found.wander(values);
            if (wander == 1) {
                break;
            }
            // Runs that resemble the runs before are worth fewer than they are.
            found = segmented(values, known, between * wander, smallest);
        }
        return found;
    }

    private static LevelChanges segmented(double[] values, double[] known, double between, double smallest) {
        double[] variances = Arrays.stream(known).map(forks -> between + forks).toArray();
        List<Integer> starts = longEnough(RobustLevels.cut(values, variances), values.length);
        return confirmed(values, variances, between, starts, smallest);
    }

    private static List<Integer> longEnough(int[] cut, int n) {
        List<Integer> starts = new ArrayList<>();
        for (int start : cut) {
            boolean shortBefore = !starts.isEmpty() && start - starts.get(starts.size() - 1) < SHORTEST;
            if (shortBefore && starts.size() == 1) {
                continue;
            }
            if (start == 0 || n - start >= SHORTEST) {
                starts.add(start);
            }
        }
        return starts;
    }

    /** Drops the least certain step until all are certain. */
    private static LevelChanges confirmed(
            double[] values, double[] variances, double between, List<Integer> starts, double smallest) {
        List<Integer> kept = new ArrayList<>(starts);
        while (true) {
            LevelChanges fit = fit(
                    values, variances, between, kept.stream().mapToInt(s -> s).toArray());
            int worst = -1;
            double weakest = LEVEL;
            for (int i = 0; i < fit.steps.size(); i++) {
                LevelStep step = fit.steps.get(i);
                double doubt = Math.abs(step.change()) < smallest ? 1 : step.chance();
                if (doubt > weakest) {
                    weakest = doubt;
                    worst = i;
                }
            }
            if (worst < 0) {
                return fit;
            }
            kept.remove(worst + 1);
        }
    }

    private static LevelChanges fit(double[] values, double[] variances, double between, int[] starts) {
        int n = values.length;
        double[] levels = new double[starts.length];
        double[] weights = new double[starts.length];
        List<Integer> spikes = new ArrayList<>();
        double squares = 0;
        int counted = 0;
        for (int s = 0; s < starts.length; s++) {
            int end = s + 1 < starts.length ? starts[s + 1] : n;
            levels[s] = centre(values, variances, starts[s], end);
            for (int t = starts[s]; t < end; t++) {
                double square = (values[t] - levels[s]) * (values[t] - levels[s]) / variances[t];
                if (square > RobustLevels.OUTLIER) {
                    spikes.add(t);
                } else {
                    squares += square;
                    weights[s] += 1 / variances[t];
                    counted++;
                }
            }
        }
        double freedom = Math.max(0, counted - starts.length);
        double scale = (squares + PRIOR_DF) / (freedom + PRIOR_DF);
        double[] scaled = Arrays.stream(variances).map(v -> v * scale).toArray();
        double[] errors = Arrays.stream(weights).map(w -> Math.sqrt(scale / w)).toArray();
        List<LevelStep> steps = new ArrayList<>();
        for (int s = 1; s < starts.length; s++) {
            double change = levels[s] - levels[s - 1];
            double error = Math.hypot(errors[s], errors[s - 1]);
            double df = freedom + PRIOR_DF;
            double chance = 2 * n * TDistribution.of(df).survivalProbability(Math.abs(change) / error);
            int end = s + 1 < starts.length ? starts[s + 1] : n;
            int[] range = whereabouts(values, scaled, starts[s - 1], end, starts[s], levels[s - 1], levels[s]);
            steps.add(new LevelStep(starts[s], range[0], range[1], change, error, df, Math.min(1, chance)));
        }
        return new LevelChanges(starts, levels, errors, spikes, steps, scaled, between * scale, freedom + PRIOR_DF);
    }

    /** The weighted mean without spikes, from the median on: it settles in a few rounds. */
    private static double centre(double[] values, double[] variances, int from, int to) {
        double centre = Noise.median(Arrays.copyOfRange(values, from, to));
        for (int round = 0; round < 5; round++) {
            double sum = 0;
            double weight = 0;
            for (int t = from; t < to; t++) {
                double distance = values[t] - centre;
                if (distance * distance / variances[t] <= RobustLevels.OUTLIER) {
                    sum += values[t] / variances[t];
                    weight += 1 / variances[t];
                }
            }
            // A level of which every point is off has its median alone.
            centre = weight > 0 ? sum / weight : centre;
        }
        return centre;
    }

    /** The likely places of a change between two levels that are known: a stretch that holds 95% of their likelihood. */
    private static int[] whereabouts(
            double[] values, double[] variances, int from, int to, int first, double before, double after) {
        // Likelihood of the change before t against that before the first point.
        double[] log = new double[to - from + 1];
        for (int t = from; t < to; t++) {
            double old = Math.min((values[t] - before) * (values[t] - before) / variances[t], RobustLevels.OUTLIER);
            double now = Math.min((values[t] - after) * (values[t] - after) / variances[t], RobustLevels.OUTLIER);
            log[t - from + 1] = log[t - from] + (now - old) / 2;
        }
        double top = Arrays.stream(log).max().getAsDouble();
        double[] likely = Arrays.stream(log).map(l -> Math.exp(l - top)).toArray();
        double all = Arrays.stream(likely).sum();
        int low = first - from;
        int high = first - from;
        double held = likely[low];
        while (held < LIKELY * all && (low > 1 || high < likely.length - 2)) {
            boolean down = high >= likely.length - 2 || (low > 1 && likely[low - 1] >= likely[high + 1]);
            held += down ? likely[--low] : likely[++high];
        }
        return new int[] {from + low, from + high};
    }

    /**
     * By how much the variance of a mean is larger than independent runs would make it: at least 1. The correlations of
     * runs with those a little before them are added up as long as they show.
     */
    private double wander(double[] values) {
        double[] residuals = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            residuals[t] = spikes.contains(t) ? 0 : values[t] - levels[levelOf(t)];
        }
        double squares = Arrays.stream(residuals).map(r -> r * r).sum();
        // What independent runs show by chance is not held against them.
        double byChance = 1 / Math.sqrt(values.length);
        double factor = 1;
        for (int lag = 1; lag <= MOST_LAGS && lag < values.length / SHORTEST && squares > 0; lag++) {
            double products = 0;
            for (int t = lag; t < values.length; t++) {
                products += residuals[t] * residuals[t - lag];
            }
            double correlation = products / squares;
            if (correlation < byChance) {
                break;
            }
            factor += 2 * correlation;
        }
        return factor;
    }

    /** Which level a point belongs to. */
    public int levelOf(int point) {
        int found = Arrays.binarySearch(starts, point);
        return found >= 0 ? found : -found - 2;
    }
}
