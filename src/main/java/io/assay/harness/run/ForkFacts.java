package io.assay.harness.run;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What {@link InForce} read inside a fork, as the parent sees it: held against what the fork was asked to run under. */
final class ForkFacts {
    /** What stands in results; the rest is compared and dropped. */
    private static final List<String> TOLD = List.of(
            InForce.COLLECTOR,
            InForce.HEAP,
            InForce.CONTAINERS,
            InForce.CHECKS,
            "compressedReferences",
            "compactHeaders");

    /** Of the heaps of a few gibibytes that are used here. */
    private static final int LARGEST_REGION = 8;

    private final Properties facts;

    private ForkFacts(Properties facts) {
        this.facts = facts;
    }

    /** Reads the fork's file; empty where the fork never came as far. */
    static Optional<ForkFacts> read(Path file) {
        Properties facts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            facts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts.isEmpty() ? Optional.empty() : Optional.of(new ForkFacts(facts));
    }

    /** A fork that ran under something else than it was asked to is no measurement of its cell. */
    static ForkOutcome held(Cell cell, Path file, ForkOutcome outcome) {
        if (!(outcome instanceof ForkOutcome.Measured)) {
            return outcome;
        }
        Optional<String> difference = read(file).flatMap(found -> found.difference(cell.launch(), cell.heap()));
        return difference.isPresent() ? new ForkOutcome.Failed(difference.get()) : told(file, outcome);
    }

    /** The outcome with what was in force in its fork, whatever that was. */
    static ForkOutcome told(Path file, ForkOutcome outcome) {
        return outcome instanceof ForkOutcome.Measured measured
                ? new ForkOutcome.Measured(
                        measured.result(),
                        measured.warmUps(),
                        read(file).map(ForkFacts::told).orElse(Map.of()))
                : outcome;
    }

    static ForkFacts of(Properties facts) {
        return new ForkFacts(facts);
    }

    /** For {@code cells.json}. */
    Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        for (String name : TOLD) {
            told.put(name, facts.getProperty(name, "unknown"));
        }
        return told;
    }

    /** What differs from what was asked for; empty where nothing does. */
    Optional<String> difference(Launch launch, int heap) {
        Profile profile = launch.profile();
        List<String> differences = new ArrayList<>();
        differs(InForce.COLLECTOR, profile.collector().key(), differences);
        heap(launch.heap(heap), differences);
        if (!InForce.NONE.equals(facts.getProperty(InForce.CONTAINERS))) {
            differs(InForce.CONTAINERS, profile.containers(), differences);
        }
        if (!InForce.NONE.equals(facts.getProperty(InForce.CHECKS))) {
            differs(InForce.CHECKS, Boolean.toString(profile.checks()), differences);
        }
        List<String> flags = lines(InForce.FLAGS);
        profile.jvmFlags().stream()
                .filter(flag -> !flags.contains(flag))
                .forEach(flag -> differences.add(flag + " was asked for and did not reach it"));
        profile.environment().forEach((name, value) -> differs(InForce.ENVIRONMENT + name, value, differences));
        preloaded(profile).forEach(differences::add);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("the fork ran under something else than asked for: " + String.join("; ", differences));
    }

    /** Collectors round up to whole regions of their own. */
    private void heap(int asked, List<String> differences) {
        int found = Integer.parseInt(facts.getProperty(InForce.HEAP, "0"));
        if (found < asked || found > asked + Math.max(LARGEST_REGION, asked / 50)) {
            differences.add("heap asked for " + asked + " MiB, in force " + found);
        }
    }

    private void differs(String fact, String asked, List<String> differences) {
        String found = facts.getProperty(fact, "unknown");
        if (!found.equals(asked)) {
            differences.add(fact + " asked for " + asked + ", in force " + found);
        }
    }

    private List<String> preloaded(Profile profile) {
        String wanted = profile.environment().getOrDefault("LD_PRELOAD", "");
        List<String> libraries = lines(InForce.LIBRARIES);
        return Arrays.stream(wanted.split("[ :]+"))
                .filter(library -> !library.isEmpty() && !libraries.isEmpty())
                .map(library -> library.substring(library.lastIndexOf('/') + 1))
                // The loader follows links: libx.so.2 is mapped as libx.so.2.0.
                .filter(library -> libraries.stream().noneMatch(mapped -> mapped.startsWith(stem(library))))
                .map(library -> library + " is not in the process")
                .toList();
    }

    private static String stem(String library) {
        int end = library.indexOf(".so");
        return end < 0 ? library : library.substring(0, end);
    }

    private List<String> lines(String fact) {
        return facts.getProperty(fact, "").lines().toList();
    }
}
