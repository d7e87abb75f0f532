package io.assay.harness.compare.ab;

import io.assay.harness.compare.ComparedRow;
import io.assay.harness.compare.Comparison;
import io.assay.harness.compare.Gate;
import io.assay.harness.result.Metric;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.Units;
import io.assay.harness.stats.BimodalForks;
import io.assay.harness.stats.Change;
import io.assay.harness.stats.Ratio;
import io.assay.harness.stats.Sample;
import io.assay.harness.stats.SequentialRatio;
import io.assay.harness.stats.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an A/B run found. */
public final class AbResult {
    /** Name of the parameter that tells the rows of the control from the others. */
    private static final String CONTROL = "control";

    private static final int MOST_FORKS = 1000;
    private static final double FIVE_PERCENT = 0.05;
    private static final double MUCH_STEAL = 2;

    private final AbRequest request;
    private final RowChoice choice;
    private final List<Trial> trials;
    private final double alpha;
    private final Duration elapsed;
    private final boolean interrupted;
    private final Map<String, Object> machine;

    AbResult(
            AbRequest request,
            RowChoice choice,
            List<Trial> trials,
            double alpha,
            Duration elapsed,
            boolean interrupted,
            Map<String, Object> machine) {
        this.request = request;
        this.choice = choice;
        this.trials = List.copyOf(trials);
        this.alpha = alpha;
        this.elapsed = elapsed;
        this.interrupted = interrupted;
        this.machine = machine;
    }

    /**
     * The verdicts, held against the gate.
     *
     * @param metrics rows of other metrics, by the rule that compares finished runs, before any gate
     */
    public Comparison comparison(List<ComparedRow> metrics) {
        List<String> alarms = alarms();
        List<ComparedRow> rows = new ArrayList<>();
        for (Trial trial : trials) {
            rows.add(row(trial, Arm.HEAD, !alarms.isEmpty()));
            metrics.stream()
                    .filter(row -> row.key().equals(trial.key()) && !row.isScore())
                    .forEach(rows::add);
        }
        if (request.control()) {
            trials.forEach(trial -> rows.add(row(trial, Arm.CONTROL, false)));
        }
        Gate gate = new Gate(request.gate());
        List<ComparedRow> judged = gate.judge(rows);
        List<String> warnings = warnings(alarms);
        warnings.addAll(gate.remarks());
        return new Comparison(
                described(request.base()),
                described(request.head()),
                judged,
                choice.unmatched(),
                List.of(),
                warnings,
                Optional.empty(),
                false,
                AbRun.ANY_FALSE_RED,
                gate.said());
    }

    private static String described(io.assay.harness.run.version.Version version) {
        return version.name().equals(version.origin())
                ? version.name()
                : version.name() + " (" + version.origin() + ")";
    }

    /** Control rows that moved; where the machine keeps to the assumptions, at most one run in fifty has any. */
    private List<String> alarms() {
        return trials.stream()
                .filter(trial -> request.control() && moved(trial))
                .map(trial -> String.format(
                        Locale.ROOT,
                        "%s measured %.3f times itself",
                        trial.key(),
                        trial.look(Arm.CONTROL).orElseThrow().ratio().value()))
                .toList();
    }

    /** A row that failed later has shown what it has shown. */
    private static boolean moved(Trial trial) {
        return trial.look(Arm.CONTROL)
                .map(look -> look.verdict(trial.threshold()))
                .filter(verdict -> verdict == Verdict.SLOWER || verdict == Verdict.FASTER)
                .isPresent();
    }

    private List<String> warnings(List<String> alarms) {
        List<String> warnings = new ArrayList<>();
        if (!alarms.isEmpty()) {
            warnings.add("CONTROL_MOVED: the identical-code control shows a change (" + String.join("; ", alarms)
                    + "): this machine cannot be trusted now, and no score has a verdict; see 'doctor'");
        }
        if (request.base().sameAs(request.head())) {
            warnings.add("SAME_CODE: base and head are the same bytes (an A/A run): every verdict but 'same' and "
                    + "'cannot tell' is a false alarm");
        }
        if (interrupted) {
            warnings.add("INTERRUPTED: these are the verdicts so far");
        }
        if (machine.get("stealPercent") instanceof Number steal && steal.doubleValue() > MUCH_STEAL) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "STEAL: the hypervisor took %.1f%% of the time; both versions alike, but it costs precision",
                    steal.doubleValue()));
        }
        warnings.add(String.format(
                Locale.ROOT,
                "METHOD: %d blocks of one fork each in %d s, heap %s, seed %d; %s",
                trials.stream().mapToInt(trial -> trial.blocks().size()).sum(),
                elapsed.toSeconds(),
                heaps(),
                request.seed(),
                SequentialRatio.METHOD));
        warnings.addAll(choice.notes().stream().map(note -> "LEFT_OUT: " + note).toList());
        return warnings;
    }

    private String heaps() {
        return String.join(
                ", ",
                trials.stream()
                        .map(trial -> request.launch()
                                        .profile()
                                        .heap()
                                        .orElse(trial.row().heap()) + " MiB")
                        .distinct()
                        .toList());
    }

    private ComparedRow row(Trial trial, Arm arm, boolean distrusted) {
        List<String> warnings = new ArrayList<>();
        trial.failure()
                .ifPresent(failure ->
                        warnings.add(failure.arm().text().toUpperCase(Locale.ROOT) + "_FAILED: " + failure.cause()));
        RowKey key = arm == Arm.CONTROL ? control(trial.key()) : trial.key();
        ComparedRow.Role role = arm == Arm.CONTROL
                ? ComparedRow.Role.CONTROL
                : trial.failure().isPresent() ? ComparedRow.Role.FAILED : ComparedRow.Role.GATING;
        int blocks = trial.blocks().size();
        if (blocks == 0) {
            Ratio unknown = new Ratio(Double.NaN, Double.NaN, Double.NaN, 1 - 2 * alpha, 0, 0, SequentialRatio.METHOD);
            warnings.add("NOT_MEASURED: no block of it was finished");
            Change change = new Change(unknown, trial.verdict(arm), Double.NaN, -1, List.of());
            return new ComparedRow(
                    key,
                    ComparedRow.SCORE,
                    "",
                    Double.NaN,
                    Double.NaN,
                    change,
                    trial.threshold(),
                    0,
                    0,
                    role,
                    warnings);
        }
        SequentialRatio.Look look = trial.look(arm).orElseThrow();
        String unit = unit(trial);
        warnings.addAll(shape(trial, arm, look));
        Verdict verdict =
                distrusted && trial.verdict(arm) != Verdict.UNUSABLE ? Verdict.CANNOT_TELL : trial.verdict(arm);
        double needed = SequentialRatio.blocksToSee(FIVE_PERCENT, look.deviation(), alpha);
        Change change = new Change(
                look.ratio(),
                verdict,
                SequentialRatio.smallestVisible(blocks, look.deviation(), alpha),
                needed > MOST_FORKS ? -1 : (int) Math.ceil(needed),
                List.of());
        return new ComparedRow(
                key,
                ComparedRow.SCORE,
                unit,
                score(trial.costs(Arm.BASE), unit),
                score(trial.costs(arm), unit),
                change,
                trial.threshold(),
                blocks,
                blocks,
                role,
                warnings);
    }

    private static RowKey control(RowKey key) {
        Map<String, String> params = new LinkedHashMap<>(key.params());
        params.put(CONTROL, "base against itself");
        return new RowKey(key.benchmark(), key.mode(), params);
    }

    private List<String> shape(Trial trial, Arm arm, SequentialRatio.Look look) {
        List<String> warnings = new ArrayList<>();
        double apart = Math.abs(Math.log(look.meanRatio() / look.ratio().value()));
        if (apart >= Math.log1p(trial.threshold())) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "FAR_FORKS: the mean of the forks changed by a factor of %.3f, the typical fork by %.3f: a few "
                            + "forks lie far off",
                    look.meanRatio(),
                    look.ratio().value()));
        }
        for (Arm side : List.of(Arm.BASE, arm)) {
            BimodalForks.check(sample(trial.costs(side)))
                    .ifPresent(warning -> warnings.add(warning.kind() + ": " + side.text() + ": " + warning.message()));
        }
        return warnings;
    }

    private static Sample sample(double[] costs) {
        return new Sample(
                Arrays.stream(costs).mapToObj(cost -> new double[] {cost}).toArray(double[][]::new));
    }

    private static String unit(Trial trial) {
        Metric metric = trial.blocks().get(0).measured().get(Arm.BASE);
        return metric == null ? "" : metric.unit();
    }

    /** The geometric mean of the forks' costs, as the score that has this cost. */
    private static double score(double[] costs, String unit) {
        double mean = Math.exp(Arrays.stream(costs).map(Math::log).average().orElse(Double.NaN));
        return Units.isThroughput(unit) ? 1 / mean : mean;
    }
}
