package io.assay.harness.compare.ab;

import io.assay.harness.compare.ComparedRow;
import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.CpuMeter;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.JmhLock;
import io.assay.harness.run.Settings;
import io.assay.harness.run.version.Version;
import io.assay.harness.stats.SequentialRatio;
import io.assay.harness.stats.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures two versions side by side until each row has its verdict or the budget is spent. Holds JMH's lock meanwhile;
 * not thread-safe.
 */
public final class AbRun {
    /** The chance that any row of a run in which nothing changed is called slower. */
    public static final double ANY_FALSE_RED = 0.01;

    /** Warm-up is never lengthened beyond this, however restless a row. */
    private static final Duration LONGEST_WARMUP = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration FORK_START = Duration.ofMillis(350);

    private final AbRequest request;
    private final Interruption interruption;
    private final AbProgress progress;
    private final Duration patience;

    /** Prepares a run. */
    public AbRun(AbRequest request, Interruption interruption, AbProgress progress) {
        this(request, interruption, progress, PATIENCE);
    }

    AbRun(AbRequest request, Interruption interruption, AbProgress progress, Duration patience) {
        this.request = request;
        this.interruption = interruption;
        this.progress = progress;
        this.patience = patience;
    }

    /**
     * Measures.
     *
     * @param path where the results go: a new or an empty folder
     * @throws UserError if the request cannot be carried out at all
     */
    public AbResult run(Path path) {
        try (JmhLock lock = JmhLock.takeOrRefuse();
                Hosts hosts = new Hosts(request.launch())) {
            java.util.Objects.requireNonNull(lock);
            RowChoice choice = interruption.during(() -> RowChoice.of(
                    request.rows(),
                    hosts.list(request.base(), request.rows().params()),
                    hosts.list(request.head(), request.rows().params())));
            AbFolder folder = AbFolder.create(path, request);
            choice.notes().forEach(progress::note);
            return new Measurement(hosts, choice, folder).run();
        }
    }

    private final class Measurement {
        private final ForkOfVersion forks;
        private final RowChoice choice;
        private final AbFolder folder;
        private final Map<Arm, SideBook> books = new EnumMap<>(Arm.class);
        private final List<Trial> trials = new ArrayList<>();
        private final Rounds rounds;
        private final double alpha;
        private final CpuMeter meter = CpuMeter.ofThisMachine();
        private final CpuMeter.Reading begin = meter.now();
        private final Instant started = Instant.now();

        Measurement(Hosts hosts, RowChoice choice, AbFolder folder) {
            Settings settings = request.settings();
            this.forks = new ForkOfVersion(hosts, request.launch(), settings, patience);
            this.choice = choice;
            this.folder = folder;
            this.alpha = ANY_FALSE_RED / choice.rows().size();
            this.rounds = new Rounds(request.seed(), SequentialRatio.leastBlocks(alpha));
            int longest = request.warmupFixed()
                    ? settings.warmupIterations()
                    : (int) Math.max(
                            settings.warmupIterations(),
                            LONGEST_WARMUP.toMillis()
                                    / Math.max(1, settings.warmupTime().toMillis()));
            choice.rows()
                    .forEach((key, row) -> trials.add(new Trial(
                            key,
                            row,
                            new WarmUp(settings.warmupIterations(), longest),
                            alpha,
                            request.gate().thresholdOf(ComparedRow.SCORE, key))));
            for (Arm arm : Arm.values()) {
                books.put(arm, new SideBook());
            }
        }

        AbResult run() {
            progress.begin(trials.size(), request.budget());
            warnOfBudget();
            boolean time = true;
            List<Trial> round = rounds.next(trials, request.settings().forks());
            while (time && !round.isEmpty()) {
                for (Trial trial : round) {
                    time = !interruption.happened() && fits(trial);
                    if (!time) {
                        break;
                    }
                    block(trial);
                }
                round = rounds.next(trials, request.settings().forks());
            }
            progress.end();
            requireFigures();
            Map<String, Object> machine = meter.since(begin).toMap();
            AbResult result = new AbResult(request, choice, trials, alpha, elapsed(), interruption.happened(), machine);
            folder.writeEnvironment(machine);
            return result;
        }

        /** A gate that compared nothing must not be green. */
        private void requireFigures() {
            boolean nothing = trials.stream()
                    .allMatch(
                            trial -> trial.blocks().isEmpty() && trial.failure().isEmpty());
            if (nothing && !interruption.happened()) {
                throw new UserError(String.format(
                        Locale.ROOT,
                        "--budget: %.3g s hold no block of two forks, which takes about %.1f s; give 5m",
                        request.budget().toMillis() / 1000.0,
                        guess()));
            }
        }

        private void warnOfBudget() {
            double each = trials.stream()
                    .mapToDouble(trial -> trial.secondsPerBlock(guess()))
                    .sum();
            int least = SequentialRatio.leastBlocks(alpha);
            if (each * least > request.budget().toSeconds()) {
                progress.note(String.format(
                        Locale.ROOT,
                        "the budget holds about %.0f blocks of each of %d rows, and a verdict takes at least %d: "
                                + "name fewer rows, or give --budget %.0fm",
                        Math.max(1, request.budget().toSeconds() / each),
                        trials.size(),
                        least,
                        Math.ceil(3 * each * least / 60)));
            }
        }

        private double guess() {
            int arms = request.control() ? 3 : 2;
            return arms * request.settings().measured().plus(FORK_START).toMillis() / 1000.0;
        }

        private boolean fits(Trial trial) {
            double left = request.budget().minus(elapsed()).toMillis() / 1000.0;
            return left >= trial.secondsPerBlock(guess());
        }

        private Duration elapsed() {
            return Duration.between(started, Instant.now());
        }

        private void block(Trial trial) {
            Instant began = Instant.now();
            int warmup = trial.warmupIterations();
            List<Arm> order = rounds.order(request.control());
            Map<Arm, ForkOfVersion.Outcome.Measured> measured = new EnumMap<>(Arm.class);
            for (Arm arm : order) {
                progress.fork(trial.key(), arm.text(), trial.blocks().size() + 1);
                Version version = arm == Arm.HEAD ? request.head() : request.base();
                ForkOfVersion.Outcome outcome = interruption.during(() -> forks.run(version, trial.row(), warmup));
                if (outcome instanceof ForkOfVersion.Outcome.Measured fork) {
                    measured.put(arm, fork);
                } else if (outcome instanceof ForkOfVersion.Outcome.Failed failed) {
                    // A fork that died of the same Ctrl-C is no failure of the benchmark.
                    if (!interruption.happened() && !interruption.explains(failed.cause())) {
                        trial.fail(arm, failed.cause());
                        told(trial, "FAILED in " + arm.text() + ": " + failed.cause());
                    }
                    return;
                }
                if (interruption.happened()) {
                    return;
                }
            }
            Map<Arm, io.assay.harness.result.Metric> metrics = new EnumMap<>(Arm.class);
            measured.forEach((arm, fork) -> {
                metrics.put(arm, fork.primary());
                java.util.Objects.requireNonNull(books.get(arm)).add(trial.key(), fork.json());
            });
            double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
            trial.add(new Block(order, warmup, metrics, began, seconds));
            folder.writeSides(books, request.control());
            told(trial, said(trial));
        }

        private void told(Trial trial, String result) {
            progress.block(
                    trial.key(),
                    trial.blocks().size(),
                    result,
                    elapsed(),
                    trials.stream().filter(Trial::open).map(Trial::key).toList());
        }

        private String said(Trial trial) {
            SequentialRatio.Look look = trial.look(Arm.HEAD).orElseThrow();
            Verdict verdict = trial.verdict(Arm.HEAD);
            String interval = look.ratio().unknown()
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            " [%.3f, %.3f]",
                            look.ratio().low(),
                            look.ratio().high());
            return String.format(Locale.ROOT, "head/base %.3f", look.ratio().value())
                    + interval
                    + (verdict == Verdict.CANNOT_TELL ? "" : ": " + verdict.text());
        }
    }
}
