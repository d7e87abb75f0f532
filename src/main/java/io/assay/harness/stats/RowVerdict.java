package io.assay.harness.stats;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The verdict on one row, from two tests: of the forks' fast end, and of their means. The means vary more, so they get a
 * tenth of the chance of a false alarm; they are there for changes that leave the fast end alone, such as more
 * collections or a slow tail.
 *
 * @param change the verdict with all that belongs to it
 * @param chance the chance of it under no change, as a share of what the deciding test is allowed
 */
record RowVerdict(Change change, double chance) {
    /**
     * One-sided level of the test of the fast end. Set so that, with the threshold and the means' share, rows of real
     * suites that did not change are called slower in less than one case of a thousand ({@code docs/method.md}).
     */
    static final double LEVEL = 0.0005;

    /** One-sided level of the test of the means. */
    static final double MEAN_LEVEL = LEVEL / 10;

    /**
     * One-sided level at which the means must agree that nothing reached the threshold, for {@code same}; the fast end
     * must show it at its own level.
     */
    static final double MEAN_SAME_LEVEL = 0.05;

    /** What the intervals promise at least; more where forks vary much. */
    static final double INTERVAL = 0.99;

    static RowVerdict of(Verdicts.Pair pair, SpreadPrior typicalPrior, SpreadPrior meanPrior) {
        Effect effect = Verdicts.effect(pair, false);
        Effect meanEffect = Verdicts.effect(pair, true);
        ChangeTest typical = ChangeTest.of(effect, typicalPrior, pair.threshold());
        ChangeTest mean = ChangeTest.of(meanEffect, meanPrior, pair.threshold());
        Verdict first = verdict(typical, LEVEL);
        Verdict second = verdict(mean, MEAN_LEVEL);
        boolean byMean = !changed(first) && changed(second);
        boolean contradict = changed(first) && changed(second) && first != second;
        Verdict verdict = byMean ? second : contradict ? Verdict.CANNOT_TELL : first;
        if (verdict == Verdict.SAME && verdict(mean, MEAN_SAME_LEVEL) != Verdict.SAME) {
            verdict = Verdict.CANNOT_TELL;
        }
        Optional<Warning> tail = byMean || contradict ? Optional.of(tail(effect, meanEffect)) : Optional.empty();
        ChangeTest decides = byMean ? mean : typical;
        double level = byMean ? MEAN_LEVEL : LEVEL;
        Change change = new Change(
                ratio(byMean ? meanEffect : effect, decides.reach(level)),
                verdict,
                Math.expm1(typical.visible(LEVEL)),
                typical.forksForFivePercent(LEVEL),
                Stream.concat(tail.stream(), warnings(pair)).toList());
        return new RowVerdict(change, decides.chance() / level);
    }

    /** The row of which a side has one fork: how its forks vary is unknown, and the other rows cannot tell. */
    static Change single(Verdicts.Pair pair) {
        ForkCost cost = ForkCost.typical(pair.base(), pair.head());
        double change = Noise.mean(cost.of(pair.head())) - Noise.mean(cost.of(pair.base()));
        Ratio ratio = new Ratio(
                Math.exp(change),
                Double.NaN,
                Double.NaN,
                INTERVAL,
                pair.head().forkCount(),
                pair.base().forkCount(),
                method(cost) + "; interval unknown");
        Warning few = new Warning(
                Warning.Kind.TOO_FEW_FORKS,
                Noise.text(
                        "%d and %d forks: with one fork on a side no change of any size can be told from chance",
                        pair.base().forkCount(), pair.head().forkCount()),
                Warning.Severity.WARNING);
        return new Change(
                ratio,
                Verdict.CANNOT_TELL,
                Double.NaN,
                -1,
                Stream.concat(Stream.of(few), warnings(pair)).toList());
    }

    /** Whether the verdict holds at this share of the level that it was taken at. */
    boolean certain(double share) {
        return changed(change.verdict()) && chance <= share;
    }

    private static boolean changed(Verdict verdict) {
        return verdict == Verdict.SLOWER || verdict == Verdict.FASTER;
    }

    private static Verdict verdict(ChangeTest test, double level) {
        double reach = test.reach(level);
        double size = Math.abs(test.change());
        if (size > reach && size >= test.threshold()) {
            return test.change() > 0 ? Verdict.SLOWER : Verdict.FASTER;
        }
        return size + reach < test.threshold() ? Verdict.SAME : Verdict.CANNOT_TELL;
    }

    private static Ratio ratio(Effect effect, double reach) {
        LogInterval interval = LogInterval.of(effect.change(), reach);
        return new Ratio(
                interval.value(),
                interval.low(),
                interval.high(),
                INTERVAL,
                effect.headForks(),
                effect.baseForks(),
                method(effect.cost()) + "; pooled t, variance borrowed across rows");
    }

    private static String method(ForkCost cost) {
        return "geometric mean over forks of: " + cost.text();
    }

    private static Warning tail(Effect effect, Effect meanEffect) {
        return new Warning(
                Warning.Kind.TAIL_MOVED,
                Noise.text(
                        "the mean changed by a factor of %.3f, the fast end by %.3f: look for pauses and slow iterations",
                        Math.exp(meanEffect.change()), Math.exp(effect.change())),
                Warning.Severity.WARNING);
    }

    private static Stream<Warning> warnings(Verdicts.Pair pair) {
        return Stream.concat(forks("base", pair.base()), forks("head", pair.head()));
    }

    private static Stream<Warning> forks(String side, Sample sample) {
        return BimodalForks.check(sample).or(() -> ForksDisagree.check(sample)).stream()
                .map(found -> new Warning(found.kind(), side + ": " + found.message(), found.severity()));
    }
}
