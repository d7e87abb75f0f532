package io.assay.harness.cli;

import io.assay.harness.matrix.HeapCurve;
import io.assay.harness.matrix.SmallestHeaps;
import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.JdkFacts;
import io.assay.harness.run.Benchmark;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.HeapProbe;
import io.assay.harness.run.Launch;
import io.assay.harness.run.Profile;
import io.assay.harness.run.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Finds the smallest heap of a workload, and makes of each profile one for every point of the curve. */
final class HeapSearch {
    /** One for each collector; where a JDK has one under one name alone, the other says so. */
    static final List<String> PROFILES = List.of(
            "jdk-serial",
            "jdk-parallel",
            "jdk-g1",
            "jdk-zgc",
            "jdk-zgc-generational",
            "jdk-shenandoah",
            "jdk-shenandoah-generational");

    private final Catalog catalog;
    private final Selection selection;
    private final HeapProbe probe;
    private final Consumer<String> told;

    HeapSearch(Catalog catalog, Selection selection, HeapProbe probe, Consumer<String> told) {
        this.catalog = catalog;
        this.selection = selection;
        this.probe = probe;
        this.told = told;
    }

    /**
     * What the search found.
     *
     * @param heaps what is kept of it
     * @param profiles each profile at each multiple of the smallest of all
     * @param operation how long an operation takes with ample heap, under the slowest of the profiles
     */
    record Found(SmallestHeaps heaps, List<Profile> profiles, Duration operation) {}

    /**
     * Searches under every profile, each in an equal part of the time that is left. Where it completes under some profiles
     * alone, the others run with the heaps of these.
     *
     * @param most what the search may take in all
     * @return empty if the user interrupted it
     * @throws UserError if it is not one workload on one JDK, or it completes under none of the profiles
     */
    Optional<Found> find(
            List<String> patterns,
            Map<String, List<String>> params,
            List<Profile> profiles,
            List<JdkFacts> jdks,
            Duration most) {
        if (jdks.size() > 1) {
            throw new UserError("--heap-curve takes one --jdk; run it once for each");
        }
        Workload workload = workload(patterns, params);
        return find(
                Launch.all(profiles, jdks),
                profiles,
                most,
                (launch, part) -> probe.smallest(workload.benchmark(), workload.params(), launch, part));
    }

    Optional<Found> find(
            List<Launch> launches,
            List<Profile> profiles,
            Duration most,
            BiFunction<Launch, Duration, HeapProbe.Answer> search) {
        long began = System.nanoTime();
        Map<String, HeapProbe.Smallest> smallest = new LinkedHashMap<>();
        List<String> without = new ArrayList<>();
        for (int i = 0; i < launches.size(); i++) {
            String name = launches.get(i).profile().name();
            told.accept("smallest heap under " + name + "...");
            Duration left = most.minusNanos(System.nanoTime() - began).dividedBy(launches.size() - i);
            HeapProbe.Answer found = search.apply(launches.get(i), left);
            if (probe.interrupted()) {
                return Optional.empty();
            }
            told.accept("smallest heap under " + name + ": "
                    + found.smallest().map(HeapSearch::sentence).orElse(found.why()));
            found.smallest()
                    .ifPresentOrElse(heap -> smallest.put(name, heap), () -> without.add(name + " " + found.why()));
        }
        if (smallest.isEmpty()) {
            throw new UserError("--heap-curve: " + String.join("; ", without));
        }
        return Optional.of(found(profiles, smallest, HeapProbe.largest(), Duration.ofNanos(System.nanoTime() - began)));
    }

    private static String sentence(HeapProbe.Smallest found) {
        return found.mebibytes() + " MiB" + (found.near() ? "" : " or less; its part of the time is over");
    }

    /**
     * Makes the profiles of the curve: at each multiple of the smallest heap of all that the machine has memory for.
     *
     * @param largest heap, in mebibytes
     */
    static Found found(List<Profile> profiles, Map<String, HeapProbe.Smallest> smallest, int largest, Duration took) {
        int least = smallest.values().stream()
                .mapToInt(HeapProbe.Smallest::mebibytes)
                .min()
                .orElseThrow();
        Duration operation = Collections.max(
                smallest.values().stream().map(HeapProbe.Smallest::operation).toList());
        List<Profile> points = new ArrayList<>();
        for (Profile profile : profiles) {
            for (double multiple : HeapCurve.MULTIPLES) {
                int heap = HeapProbe.up(multiple * least);
                if (heap <= largest) {
                    points.add(profile.withHeap(HeapCurve.name(profile.name(), multiple), heap));
                }
            }
        }
        if (points.isEmpty()) {
            throw new UserError("--heap-curve: " + HeapCurve.MULTIPLES.get(0) + " times the smallest heap of " + least
                    + " MiB is more than the " + largest + " MiB of this machine; name a smaller workload");
        }
        Map<String, Integer> heaps = new LinkedHashMap<>();
        List<String> notNear = new ArrayList<>();
        smallest.forEach((profile, found) -> {
            heaps.put(profile, found.mebibytes());
            if (!found.near()) {
                notNear.add(profile);
            }
        });
        return new Found(new SmallestHeaps(heaps, notNear, took), points, operation);
    }

    /** One row of a benchmark. */
    record Workload(Benchmark benchmark, Map<String, String> params) {}

    Workload workload(List<String> patterns, Map<String, List<String>> given) {
        List<Workload> wanted = new ArrayList<>();
        for (Benchmark matching : catalog.matching(patterns)) {
            catalog.narrowed(matching, given)
                    .ifPresent(benchmark -> benchmark.combinations().stream()
                            .filter(params -> selection.wants(benchmark, params))
                            .forEach(params -> wanted.add(new Workload(benchmark, params))));
        }
        if (wanted.size() != 1) {
            throw new UserError("--heap-curve takes one workload, this is " + wanted.size()
                    + "; name it with PATTERN and -p"
                    + (wanted.isEmpty()
                            ? ""
                            : ": " + wanted.get(0).benchmark().name() + " "
                                    + wanted.get(0).params() + ", for instance"));
        }
        Workload workload = wanted.get(0);
        given.keySet().forEach(param -> {
            if (!workload.params().containsKey(param)) {
                throw new UserError("-p " + param + ": " + workload.benchmark().name()
                        + " has no parameter of that name; it has "
                        + String.join(", ", workload.params().keySet()));
            }
        });
        return workload;
    }
}
