package io.assay.harness.profiling;

import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.profiling.stacks.Profile;
import io.assay.harness.result.UserError;
import io.assay.harness.run.NamePatterns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Differential flame graphs of two sessions that were recorded before. */
public final class SavedSessions {
    private static final List<String> NOT_INTERLEAVED =
            List.of("the two sessions were not recorded in turns: what the machine did between them counts as change");

    private SavedSessions() {}

    /** Whether what the user named is a session. */
    public static boolean isOne(String name) {
        return SessionFolder.isSession(name);
    }

    /**
     * Compares the rows that both have, in the events that both sampled. Of a session of two versions its head counts.
     *
     * @param patterns regular expressions over benchmark names; none means all
     * @param output where the graphs go
     * @throws UserError if a session cannot be read, or they have nothing in common
     */
    public static FlameResult compare(Path base, Path head, List<String> patterns, Path output) {
        Predicate<String> named = patterns.isEmpty() ? name -> true : NamePatterns.anyOf(patterns);
        Map<Object, SessionFolder.KeptRow> before = new LinkedHashMap<>();
        SessionFolder.read(base).forEach(row -> before.put(row.key(), row));
        List<SessionFolder.KeptRow> common = SessionFolder.read(head).stream()
                .filter(row ->
                        before.containsKey(row.key()) && named.test(row.key().benchmark()))
                .toList();
        if (common.isEmpty()) {
            throw new UserError(base + " and " + head + " have no row in common"
                    + (patterns.isEmpty() ? "" : " that matches '" + String.join("', '", patterns) + "'")
                    + "; profile the same benchmarks with the same parameters");
        }
        SessionFolder folder = SessionFolder.create(output);
        List<Graph> graphs = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (SessionFolder.KeptRow row : common) {
            List<SampledFork.Sampled> older = newest(java.util.Objects.requireNonNull(before.get(row.key())));
            List<SampledFork.Sampled> newer = newest(row);
            RowFolder files = new RowFolder(folder.row(row.key()), row.key());
            List<String> facts = new ArrayList<>(List.of("base: " + base, "head: " + head));
            facts.addAll(NOT_INTERLEAVED);
            for (SampledEvent event : SampledEvent.values()) {
                if (has(older, event) && has(newer, event)) {
                    try {
                        graphs.add(files.differential(event, older, newer, facts));
                    } catch (IOException e) {
                        failures.add(row.key() + ", " + event.key() + ": " + e.getMessage());
                    }
                }
            }
        }
        if (graphs.isEmpty() && failures.isEmpty()) {
            throw new UserError(base + " and " + head + " sampled no event in common; profile with the same --event");
        }
        return new FlameResult(
                output,
                graphs.isEmpty() ? Optional.empty() : Optional.of(SessionIndex.write(output, graphs)),
                graphs,
                failures);
    }

    /**
     * What a session recorded of one benchmark's row.
     *
     * @param profile of all its forks
     * @param facts how it came to be: samples, clock, what it lacks
     */
    public record Kept(Profile profile, List<String> facts) {}

    /**
     * The profile of the one row of a benchmark.
     *
     * @throws IOException if a recording cannot be read
     * @throws UserError if the folder is no session, or has no such row
     */
    public static Kept profile(Path session, String benchmark, SampledEvent event) throws IOException {
        for (SessionFolder.KeptRow row : SessionFolder.read(session)) {
            if (row.key().benchmark().equals(benchmark)) {
                RowProfile kept = RowProfile.read(newest(row), event);
                return new Kept(kept.all(), kept.facts());
            }
        }
        throw new UserError(session + " has no profile of " + benchmark);
    }

    private static List<SampledFork.Sampled> newest(SessionFolder.KeptRow row) {
        List<SampledFork.Sampled> only = row.of(FlameSession.ONLY);
        return only.isEmpty() ? row.of(FlameSession.HEAD) : only;
    }

    private static boolean has(List<SampledFork.Sampled> forks, SampledEvent event) {
        return forks.stream().anyMatch(fork -> fork.events().contains(event));
    }
}
