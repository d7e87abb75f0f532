package io.assay.harness.scaling;

import io.assay.harness.scaling.SimulatedCurve.Trap;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts right, wrong and undecided verdicts over simulated curves. */
final class Tally {
    static final double[] NOISES = {0.01, 0.02, 0.05};

    private final Map<Trap, int[]> traps = new EnumMap<>(Trap.class);
    private final Map<Trap, int[]> plain = new EnumMap<>(Trap.class);
    private final Map<String, int[]> cells = new HashMap<>();

    private int broken;
    private int kept;
    private int judged;

    private record Outcome(Trap trap, String cell, int verdict, int leastRms, boolean broken, boolean kept) {}

    /** Every trap, every class, every noise, so many times each. */
    static Tally of(int times, long seed) {
        Tally tally = new Tally();
        Stream.of(Trap.values())
                .flatMap(trap -> Stream.of(Growth.values())
                        .filter(g -> trap != Trap.QUADRATIC_TAIL || g == Growth.LINEAR || g == Growth.LINEARITHMIC)
                        .flatMap(growth -> Stream.of(0.01, 0.02, 0.05)
                                .flatMap(noise -> Stream.iterate(seed * 1000, s -> s + 1)
                                        .limit(times)
                                        .map(s -> judge(trap, growth, noise, s)))))
                .forEach(tally::add);
        return tally;
    }

    private static Outcome judge(Trap trap, Growth growth, double noise, long seed) {
        SimulatedCurve simulated = new SimulatedCurve(trap, growth, noise, seed);
        ScalingVerdict verdict = Scaling.of(simulated.curve);
        boolean told = trap == Trap.QUADRATIC_TAIL
                && Math.abs(Math.log(verdict.crossover().orElse(0) / simulated.crossover)) < Math.log(2);
        int outcome = verdict.growth()
                .map(g -> g != simulated.growth ? 1 : trap != Trap.QUADRATIC_TAIL || told ? 0 : 2)
                .orElse(told ? 0 : 2);
        int other = LeastRms.of(simulated.curve) == simulated.growth ? 0 : 1;
        boolean broken = expecting(simulated.growth, verdict) == ScaledSeries.Outcome.BROKEN;
        boolean kept = simulated.growth != Growth.CONSTANT
                && expecting(Growth.values()[simulated.growth.ordinal() - 1], verdict) == ScaledSeries.Outcome.KEPT;
        return new Outcome(trap, trap + " " + growth.label() + " " + noise, outcome, other, broken, kept);
    }

    private static ScaledSeries.Outcome expecting(Growth max, ScalingVerdict verdict) {
        Series none = new Series("", "", "", Map.of(), "n", Series.SCORE, "", Optional.empty(), List.of());
        return new ScaledSeries(none, Optional.of(verdict), Optional.of(max)).outcome();
    }

    private void add(Outcome outcome) {
        traps.computeIfAbsent(outcome.trap, t -> new int[3])[outcome.verdict]++;
        plain.computeIfAbsent(outcome.trap, t -> new int[3])[outcome.leastRms]++;
        cells.computeIfAbsent(outcome.cell, t -> new int[3])[outcome.verdict]++;
        judged++;
        broken += outcome.broken ? 1 : 0;
        kept += outcome.kept ? 1 : 0;
    }

    /** How often an expectation that holds is called broken. */
    double brokenInVain() {
        return broken / (double) judged;
    }

    /** How often an expectation that is one class too low is called kept. */
    double keptInVain() {
        return kept / (double) judged;
    }

    static double share(Stream<int[]> counts, int which) {
        int[] sum = new int[3];
        counts.forEach(c -> {
            for (int i = 0; i < 3; i++) {
                sum[i] += c[i];
            }
        });
        return sum[which] / (double) (sum[0] + sum[1] + sum[2]);
    }

    double right() {
        return share(traps.values().stream(), 0);
    }

    double wrong() {
        return share(traps.values().stream(), 1);
    }

    double right(Trap trap) {
        return share(Stream.of(traps.get(trap)), 0);
    }

    double wrong(Trap trap) {
        return share(Stream.of(traps.get(trap)), 1);
    }

    double wrongOfLeastRms() {
        return share(plain.values().stream(), 1);
    }

    String table() {
        StringBuilder out = new StringBuilder("| curves | right | wrong | undecided | least RMS: wrong |\n");
        traps.forEach((trap, c) -> out.append(row(
                trap.name(), share(Stream.of(c), 0), share(Stream.of(c), 1), share(Stream.of(plain.get(trap)), 1))));
        out.append(row("ALL", right(), wrong(), wrongOfLeastRms()));
        out.append(String.format(
                Locale.ROOT,
                "expectations: %.2f broken in vain, %.2f kept in vain%n",
                100 * brokenInVain(),
                100 * keptInVain()));
        cells.entrySet().stream()
                .sorted((a, b) -> Integer.compare(b.getValue()[1], a.getValue()[1]))
                .limit(6)
                .forEach(e -> out.append(String.format(
                        Locale.ROOT,
                        "worst: %s: %d wrong, %d undecided of %d%n",
                        e.getKey(),
                        e.getValue()[1],
                        e.getValue()[2],
                        e.getValue()[0] + e.getValue()[1] + e.getValue()[2])));
        return out.toString();
    }

    private static String row(String name, double right, double wrong, double other) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.2f | %.1f | %.1f |%n",
                name,
                100 * right,
                100 * wrong,
                100 * (1 - right - wrong),
                100 * other);
    }
}
