package io.assay.harness.history;

import io.assay.harness.result.RowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A suite whose history is known: rows with shifts, noise of 2% from run to run, spikes, and a machine that drifts under
 * all of them.
 */
final class SimulatedHistory {
    static final double NOISE = 0.02;
    static final int FORKS = 5;

    private static final int APART = 15;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;
    private final int runs;
    private final int rows;
    private double shiftFrom = 0.03;
    private double shiftTo = 0.2;
    private double spikes = 0.02;
    private double drift = 0.03;
    private double resemblance;
    private int mostShifts = 2;

    SimulatedHistory(long seed, int runs, int rows) {
        this.random = new Random(seed);
        this.runs = runs;
        this.rows = rows;
    }

    SimulatedHistory shifts(int most, double from, double to) {
        mostShifts = most;
        shiftFrom = from;
        shiftTo = to;
        return this;
    }

    SimulatedHistory spikes(double share) {
        spikes = share;
        return this;
    }

    SimulatedHistory drift(double size) {
        drift = size;
        return this;
    }

    /** Correlation of the noise of a run with that of the run before. */
    SimulatedHistory resemblance(double correlation) {
        resemblance = correlation;
        return this;
    }

    /**
     * A row's truth.
     *
     * @param series what was recorded
     * @param shifts index of the first run behind each shift, and its size
     */
    record Row(Series series, Map<Integer, Double> shifts) {}

    /** The suite, all rows over the same runs. */
    List<Row> suite() {
        double[] machine = machine();
        List<Row> suite = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            suite.add(row(r, machine));
        }
        return suite;
    }

    /** A wave, a step and steps of chance. */
    private double[] machine() {
        double[] machine = new double[runs];
        double phase = random.nextDouble() * 2 * Math.PI;
        int step = runs / 4 + random.nextInt(runs / 2);
        for (int t = 0; t < runs; t++) {
            machine[t] = drift * (Math.sin(phase + 6 * Math.PI * t / runs) + (t >= step ? 1 : 0))
                    + drift / 6 * random.nextGaussian();
        }
        return machine;
    }

    private Row row(int number, double[] machine) {
        Map<Integer, Double> shifts = shifts();
        List<Point> points = new ArrayList<>();
        double level = Math.log(100 * (number + 1));
        double own = 0;
        // Half of a run's variance is its own, half comes from its forks.
        double part = NOISE / Math.sqrt(2);
        for (int t = 0; t < runs; t++) {
            level += shifts.getOrDefault(t, 0.0);
            own = resemblance * own + Math.sqrt(1 - resemblance * resemblance) * part * random.nextGaussian();
            double spike = random.nextDouble() < spikes ? Math.log1p(0.1 + 0.4 * random.nextDouble()) : 0;
            List<ForkSummary> forks = new ArrayList<>();
            for (int f = 0; f < FORKS; f++) {
                double fork =
                        Math.exp(level + machine[t] + own + spike + part * Math.sqrt(FORKS) * random.nextGaussian());
                forks.add(new ForkSummary(fork, fork, fork, 5));
            }
            points.add(new Point(run(t), forks, Map.of("cpu.model", "simulated")));
        }
        RowKey key = new RowKey("sim.SimBenchmark.row" + number, "avgt", Map.of());
        return new Row(new Series(key, Series.SCORE, "ns/op", points), shifts);
    }

    private Map<Integer, Double> shifts() {
        Map<Integer, Double> shifts = new HashMap<>();
        int count = mostShifts == 0 ? 0 : random.nextInt(mostShifts + 1);
        while (shifts.size() < count) {
            int at = APART + random.nextInt(runs - 2 * APART);
            if (shifts.keySet().stream().allMatch(other -> Math.abs(other - at) >= APART)) {
                double size = Math.log1p(shiftFrom + (shiftTo - shiftFrom) * random.nextDouble());
                shifts.put(at, random.nextBoolean() ? size : -size);
            }
        }
        return shifts;
    }

    static RecordedRun run(int number) {
        return new RecordedRun(
                number,
                START.plusSeconds(3600L * number),
                String.format("%040x", 0xabcdef0000L + number),
                "main",
                "run");
    }
}
