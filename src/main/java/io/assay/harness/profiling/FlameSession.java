package io.assay.harness.profiling;

import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.JmhLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Profiles rows of one version, or of two whose forks take turns, and writes their flame graphs. Holds JMH's lock
 * meanwhile; not thread-safe.
 */
public final class FlameSession {
    /** Sides of a session, as files name them. */
    static final String BASE = "base";

    static final String HEAD = "head";
    static final String ONLY = "fork";

    private static final Duration FORK_START = Duration.ofMillis(700);

    private final FlameRequest request;
    private final Interruption interruption;
    private final Consumer<String> progress;
    private final ProfilerLibrary.Answer library;
    private final List<SessionFolder.KeptRow> kept = new ArrayList<>();
    private final List<Graph> graphs = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /**
     * Prepares a session.
     *
     * @param progress hears a line a fork
     */
    public FlameSession(FlameRequest request, Interruption interruption, Consumer<String> progress) {
        this(request, interruption, progress, ProfilerLibrary.find());
    }

    FlameSession(
            FlameRequest request,
            Interruption interruption,
            Consumer<String> progress,
            ProfilerLibrary.Answer library) {
        this.request = request;
        this.interruption = interruption;
        this.progress = progress;
        this.library = library;
    }

    /**
     * Profiles.
     *
     * @param path where the files go: a new folder, or one without a session
     * @return what was made; rows that failed, and a machine on which nothing can sample, are told in it
     * @throws io.assay.harness.result.UserError if there is nothing to profile, or the folder cannot be written
     */
    public FlameResult run(Path path) {
        try (JmhLock lock = JmhLock.takeOrRefuse();
                SampledForks forks = new SampledForks(library)) {
            Objects.requireNonNull(lock);
            RowSelection selection = new RowSelection(request, forks);
            List<FlameRow> rows = interruption.during(selection::rows);
            selection.notes().forEach(progress);
            SessionFolder folder = SessionFolder.create(path);
            progress.accept(rows.size() + (rows.size() == 1 ? " row" : " rows") + " to profile, about "
                    + estimate(rows.size()) + " s");
            boolean canSample = true;
            for (int i = 0; i < rows.size() && canSample && !interruption.happened(); i++) {
                canSample = profile(rows.get(i), (i + 1) + "/" + rows.size() + "  ", forks, folder);
            }
            return new FlameResult(
                    folder.path(),
                    graphs.isEmpty() ? Optional.empty() : Optional.of(SessionIndex.write(folder.path(), graphs)),
                    graphs,
                    failures);
        }
    }

    private long estimate(int rows) {
        FlameSettings settings = request.settings();
        Duration fork = settings.warmUp().plus(settings.time()).plus(FORK_START);
        int sides = request.base().isPresent() ? 2 : 1;
        return Math.max(
                1, fork.multipliedBy((long) rows * sides * settings.forks()).toSeconds());
    }

    /** Whether anything can be sampled on this machine. */
    private boolean profile(FlameRow row, String counter, SampledForks forks, SessionFolder folder) {
        Path files = folder.row(row.key());
        List<SessionFolder.Kept> recorded = new ArrayList<>();
        boolean canSample = true;
        String failure = "";
        for (int fork = 1; fork <= request.settings().forks() && failure.isEmpty(); fork++) {
            for (String side : sides(fork)) {
                if (interruption.happened() || !failure.isEmpty()) {
                    break;
                }
                Subject subject = side.equals(BASE) ? request.base().orElseThrow() : request.head();
                Path recording = files.resolve(side + "-" + fork + ".jfr");
                SampledFork outcome = interruption.during(() -> forks.run(subject, row, request.settings(), recording));
                if (outcome instanceof SampledFork.Sampled sampled) {
                    recorded.add(new SessionFolder.Kept(side, sampled));
                    progress.accept(counter + row.key() + " " + side + " " + fork + " of "
                            + request.settings().forks() + ": sampled by " + sampled.sampler());
                } else if (outcome instanceof SampledFork.Failed failed && !interruption.explains(failed.cause())) {
                    failure = failed.cause();
                    canSample = failed.benchmark();
                }
            }
        }
        if (!failure.isEmpty()) {
            failures.add(row.key() + ": " + failure);
            progress.accept(counter + row.key() + " FAILED: " + failure);
        }
        SessionFolder.KeptRow done = new SessionFolder.KeptRow(row.key(), files, recorded, failure);
        kept.add(done);
        folder.write(facts(), kept);
        if (!recorded.isEmpty()) {
            write(row, done);
        }
        if (request.settings().assembly() && !interruption.happened()) {
            disassemble(row, files, forks);
        }
        return canSample;
    }

    /** Base and head take turns at being first: A B, B A, A B. */
    private List<String> sides(int fork) {
        return request.base().isEmpty() ? List.of(ONLY) : fork % 2 == 1 ? List.of(BASE, HEAD) : List.of(HEAD, BASE);
    }

    private void write(FlameRow row, SessionFolder.KeptRow done) {
        RowFolder files = new RowFolder(done.folder(), row.key());
        for (SampledEvent event : request.settings().events()) {
            try {
                if (request.base().isEmpty()) {
                    graphs.add(files.single(event, done.of(ONLY), about(row)));
                } else if (!done.of(BASE).isEmpty() && !done.of(HEAD).isEmpty()) {
                    graphs.add(files.differential(event, done.of(BASE), done.of(HEAD), about(row)));
                }
            } catch (IOException e) {
                failures.add(row.key() + ", " + event.key() + ": " + e.getMessage());
            }
        }
    }

    private void disassemble(FlameRow row, Path files, SampledForks forks) {
        Assembly.Answer answer = interruption.during(
                () -> new Assembly(forks).write(request.head(), row, request.settings(), files.resolve("asm.txt")));
        progress.accept(row.key() + ": " + answer.text());
    }

    private List<String> about(FlameRow row) {
        List<String> facts = new ArrayList<>();
        request.base().ifPresent(base -> facts.add("base: " + base.name() + ", " + base.origin()));
        facts.add((request.base().isPresent() ? "head: " : "") + request.head().name() + ", "
                + request.head().origin());
        facts.add(String.format(
                Locale.ROOT,
                "forks warmed up for %.1f s, sampled for %.1f s; JDK %s, profile %s, flags %s",
                request.settings().warmUp().toMillis() / 1000.0,
                request.settings().time().toMillis() / 1000.0,
                row.launch().jdk().version(),
                row.launch().profile().name(),
                String.join(" ", row.launch().flags(row.row().heap()))));
        return facts;
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        request.base().ifPresent(base -> facts.put("base", base.name() + ", " + base.origin()));
        facts.put("head", request.head().name() + ", " + request.head().origin());
        facts.put("events", SampledEvent.text(request.settings().events()));
        facts.put("forks", request.settings().forks());
        facts.put("warmUpMillis", request.settings().warmUp().toMillis());
        facts.put("sampledMillis", request.settings().time().toMillis());
        facts.put("interrupted", interruption.happened());
        return facts;
    }
}
