package io.assay.harness.profiling;

import io.assay.harness.profiling.fork.ForkSampler;
import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.profiling.stacks.Profile;
import io.assay.harness.profiling.stacks.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the forks of one version of one row showed of one event.
 *
 * @param forks a profile each
 * @param facts how they came to be: a line each, for people
 */
record RowProfile(List<Profile> forks, List<String> facts) {
    /** Beyond this what is lost may hide a frame that matters. */
    private static final double MUCH_LOST = 0.05;

    RowProfile {
        forks = List.copyOf(forks);
        facts = List.copyOf(facts);
    }

    /** Reads recordings; those that were not made for the event say nothing of it. */
    static RowProfile read(List<SampledFork.Sampled> sampled, SampledEvent event) throws IOException {
        List<Profile> forks = new ArrayList<>();
        Set<String> samplers = new LinkedHashSet<>();
        Set<String> lacks = new LinkedHashSet<>();
        for (SampledFork.Sampled fork : sampled) {
            lacks.addAll(fork.lacks());
            if (fork.events().contains(event)) {
                forks.add(Recording.read(fork.recording(), event, fork.sampler().equals(ForkSampler.FLIGHT_RECORDER)));
                samplers.add(fork.sampler() + engine(fork, event));
            }
        }
        List<String> facts = new ArrayList<>();
        Profile all = Profile.sum(forks);
        facts.add(event.key() + ": " + all.samples() + " samples of the benchmark in " + forks.size()
                + (forks.size() == 1 ? " fork" : " forks")
                + (event.isTime() ? "" : ", " + all.weight() + " " + event.unit())
                + (samplers.isEmpty() ? "" : ", by " + String.join("; ", samplers)));
        if (!all.apart().isEmpty()) {
            facts.add("kept apart: "
                    + all.apartSamples().entrySet().stream()
                            .map(entry -> entry.getKey().replaceAll("[\\[\\]]", "") + " " + entry.getValue())
                            .collect(Collectors.joining(", "))
                    + " samples; shares are of the benchmark's own");
        }
        if (all.unreadable() > MUCH_LOST) {
            facts.add(String.format(
                    Locale.ROOT,
                    "of the benchmark's samples %.0f%% could not be read and are in no share; profile one event at a time",
                    100 * all.unreadable()));
        }
        facts.addAll(lacks);
        return new RowProfile(forks, facts);
    }

    /** Which clock the CPU profile hangs on, and what that costs. */
    private static String engine(SampledFork.Sampled fork, SampledEvent event) throws IOException {
        if (event != SampledEvent.CPU) {
            return "";
        }
        if (fork.sampler().equals(ForkSampler.FLIGHT_RECORDER)) {
            return " (jdk.ExecutionSample: Java frames only)";
        }
        String engine = Recording.engine(fork.recording());
        return ENGINES.getOrDefault(engine, engine.isEmpty() ? "" : " (" + engine + ")");
    }

    private static final Map<String, String> ENGINES = Map.of(
            "perf_events", " (perf_events)",
            "ctimer", " (ctimer: no perf events here, so no kernel frames; 'assay doctor' says why)",
            "itimer", " (itimer: neither perf events nor thread timers here, so no kernel frames)");

    Profile all() {
        return Profile.sum(forks);
    }
}
