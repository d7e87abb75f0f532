package io.assay.harness.run;

import io.assay.harness.result.environment.JdkFacts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user asked for.
 *
 * @param patterns regular expressions over benchmark names; none means the headline rows where the preset has a budget
 * @param preset how much time
 * @param overrides single numbers of the preset, replaced
 * @param params parameter values, replaced
 * @param profiles at least one
 * @param jdks at least one
 * @param seed of the order of forks
 * @param fixed whether every fork runs in full, without the stopping rule
 * @param shard the part of the suite that this machine runs; empty for all of it
 */
public record RunRequest(
        List<String> patterns,
        Preset preset,
        Overrides overrides,
        Map<String, List<String>> params,
        List<Profile> profiles,
        List<JdkFacts> jdks,
        long seed,
        boolean fixed,
        Optional<Shard> shard) {
    /** Copies what can change. */
    public RunRequest {
        patterns = List.copyOf(patterns);
        params = Map.copyOf(params);
        profiles = List.copyOf(profiles);
        jdks = List.copyOf(jdks);
    }

    /** All of the suite. */
    public RunRequest(
            List<String> patterns,
            Preset preset,
            Overrides overrides,
            Map<String, List<String>> params,
            List<Profile> profiles,
            List<JdkFacts> jdks,
            long seed,
            boolean fixed) {
        this(patterns, preset, overrides, params, profiles, jdks, seed, fixed, Optional.empty());
    }

    /** With the stopping rule. */
    public RunRequest(
            List<String> patterns,
            Preset preset,
            Overrides overrides,
            Map<String, List<String>> params,
            List<Profile> profiles,
            List<JdkFacts> jdks,
            long seed) {
        this(patterns, preset, overrides, params, profiles, jdks, seed, false);
    }

    /** Whether this is the whole suite within the preset's budget, not rows that somebody named. */
    public boolean headlinesOnly() {
        return patterns.isEmpty() && preset.budget().isPresent();
    }

    /** What the run may take by the clock; empty where nobody limits it. */
    public Optional<Duration> budget() {
        return overrides.budget().or(() -> headlinesOnly() ? preset.budget() : Optional.empty());
    }

    /** Numbers of the preset that the command line replaces. A replaced number is never changed by a budget, nor by the stopping rule. */
    public record Overrides(
            OptionalInt forks,
            OptionalInt warmupIterations,
            Optional<Duration> warmupTime,
            OptionalInt iterations,
            Optional<Duration> time,
            Optional<Duration> budget) {
        /** Nothing replaced. */
        public static final Overrides NONE = new Overrides(
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());

        /** These numbers where given, the settings' own elsewhere. */
        public Settings applyTo(Settings settings) {
            return new Settings(
                    forks.orElse(settings.forks()),
                    warmupIterations.orElse(settings.warmupIterations()),
                    warmupTime.orElse(settings.warmupTime()),
                    iterations.orElse(settings.iterations()),
                    time.orElse(settings.time()));
        }
    }
}
