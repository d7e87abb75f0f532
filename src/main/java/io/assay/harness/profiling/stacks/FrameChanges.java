package io.assay.harness.profiling.stacks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Which frames changed between two versions, told from noise by how much the forks of one version differ among
 * themselves.
 *
 * <p>A fork is one observation of a frame's share: its samples share a compilation and a memory layout. The two sides'
 * forks give a pooled variance, which is never taken to be below what the number of samples alone would give (the
 * binomial variance of the pooled share); Student's t of the difference is held against a level of {@value
 * #FALSE_ALARMS}, shared out over all tests of the profile (Bonferroni), so that the chance of any frame above noise is
 * at most that where nothing changed, as far as shares of forks are normal. A change below half a percentage point is
 * not above noise however sure it is: two builds of one source differ by as much.
 */
public final class FrameChanges {
    /** The chance that identical versions show any frame above noise. */
    public static final double FALSE_ALARMS = 0.01;

    /** The least change that counts, as a share. */
    public static final double LEAST_CHANGE = 0.005;

    /** Frames rarer than this on both sides together cannot have changed by as much as counts. */
    private static final double RAREST = LEAST_CHANGE / 2;

    private final List<FrameShares> base;
    private final List<FrameShares> head;
    private final int df;

    private FrameChanges(List<FrameShares> base, List<FrameShares> head) {
        this.base = base;
        this.head = head;
        this.df = base.size() + head.size() - 2;
    }

    /**
     * Compares.
     *
     * @param base a profile of each of base's forks; forks without samples say nothing and are left out
     * @param head of each of head's
     * @return all frames but the rarest; those that stand out most from noise first
     */
    public static List<FrameChange> of(List<Profile> base, List<Profile> head) {
        return new FrameChanges(shares(base), shares(head)).changes();
    }

    private static List<FrameShares> shares(List<Profile> forks) {
        return forks.stream()
                .map(FrameShares::of)
                .filter(shares -> shares.weight() > 0)
                .toList();
    }

    private record Test(double error, double distance) {}

    private List<FrameChange> changes() {
        if (base.isEmpty() || head.isEmpty()) {
            return List.of();
        }
        List<List<Frame>> groups = groups();
        List<FrameChange> found = new ArrayList<>();
        int tests = 0;
        for (List<Frame> group : groups) {
            Frame first = group.get(0);
            Test test = test(shares -> shares.total(first));
            tests++;
            for (Frame frame : group) {
                if (pooled(shares -> shares.self(frame)) >= RAREST) {
                    Test self = test(shares -> shares.self(frame));
                    tests++;
                    test = self.distance > test.distance ? self : test;
                }
            }
            found.add(new FrameChange(
                    first,
                    group.subList(1, group.size()),
                    mean(base, shares -> shares.total(first)),
                    mean(head, shares -> shares.total(first)),
                    mean(base, shares -> shares.self(first)),
                    mean(head, shares -> shares.self(first)),
                    test.error,
                    test.distance,
                    false));
        }
        double quantile = quantile(tests);
        return found.stream()
                .map(change -> new FrameChange(
                        change.frame(),
                        change.along(),
                        change.base(),
                        change.head(),
                        change.selfBase(),
                        change.selfHead(),
                        change.reach() == 0 && df > 0 ? 0 : Math.max(change.reach(), Double.MIN_VALUE) * quantile,
                        change.distance(),
                        change.distance() > quantile && change.distance() * change.reach() >= LEAST_CHANGE))
                .sorted(Comparator.comparingDouble(FrameChange::distance)
                        .reversed()
                        .thenComparing(change -> change.frame().name()))
                .toList();
    }

    /** How many standard errors it takes; none are enough where no fork can be held against another. */
    private double quantile(int tests) {
        return df < 1 || tests == 0
                ? Double.POSITIVE_INFINITY
                : TDistribution.of(df).inverseSurvivalProbability(FALSE_ALARMS / tests / 2);
    }

    /**
     * The least change in a frame of a given share that these forks can show, as a share.
     *
     * @param share of the frame, 0 to 1
     * @param tests how many are made
     * @param forks on each side
     * @param samples of a fork
     */
    public static double visible(double share, int tests, int forks, double samples) {
        if (forks < 2) {
            return Double.POSITIVE_INFINITY;
        }
        double error = Math.sqrt(share * (1 - share) / samples * 2 / forks);
        return Math.max(
                LEAST_CHANGE,
                error * TDistribution.of(2.0 * forks - 2).inverseSurvivalProbability(FALSE_ALARMS / tests / 2));
    }

    /** Frames that are in the same stacks in every fork, outermost first: their totals are one figure, not several. */
    private List<List<Frame>> groups() {
        Set<Frame> all = new LinkedHashSet<>();
        base.forEach(shares -> all.addAll(shares.frames().keySet()));
        head.forEach(shares -> all.addAll(shares.frames().keySet()));
        Map<List<Long>, List<Frame>> groups = new LinkedHashMap<>();
        for (Frame frame : all) {
            if (pooled(shares -> shares.total(frame)) < RAREST) {
                continue;
            }
            List<Long> totals = new ArrayList<>();
            base.forEach(shares -> totals.add(shares.of(frame).total()));
            head.forEach(shares -> totals.add(shares.of(frame).total()));
            groups.computeIfAbsent(totals, key -> new ArrayList<>()).add(frame);
        }
        groups.values()
                .forEach(
                        group -> group.sort(Comparator.comparingInt(this::depth).thenComparing(Frame::name)));
        return new ArrayList<>(groups.values());
    }

    private int depth(Frame frame) {
        return Math.min(
                base.stream().mapToInt(shares -> shares.of(frame).depth()).min().orElseThrow(),
                head.stream().mapToInt(shares -> shares.of(frame).depth()).min().orElseThrow());
    }

    private Test test(ToDoubleFunction<FrameShares> share) {
        double before = mean(base, share);
        double after = mean(head, share);
        double pooled = pooled(share);
        double samples = harmonicSamples();
        double binomial = pooled * (1 - pooled) / samples;
        double ofForks = df < 1 ? 0 : (squares(base, before, share) + squares(head, after, share)) / df;
        double error = Math.sqrt(Math.max(binomial, ofForks) * (1.0 / base.size() + 1.0 / head.size()));
        return new Test(error, error == 0 ? 0 : Math.abs(after - before) / error);
    }

    private double harmonicSamples() {
        double inverse = 0;
        for (FrameShares fork : base) {
            inverse += 1.0 / fork.samples();
        }
        for (FrameShares fork : head) {
            inverse += 1.0 / fork.samples();
        }
        return (base.size() + head.size()) / inverse;
    }

    private double pooled(ToDoubleFunction<FrameShares> share) {
        return (mean(base, share) + mean(head, share)) / 2;
    }

    private static double mean(List<FrameShares> forks, ToDoubleFunction<FrameShares> share) {
        return forks.stream().mapToDouble(share).average().orElseThrow();
    }

    private static double squares(List<FrameShares> forks, double mean, ToDoubleFunction<FrameShares> share) {
        return forks.stream()
                .mapToDouble(fork -> Math.pow(share.applyAsDouble(fork) - mean, 2))
                .sum();
    }
}
