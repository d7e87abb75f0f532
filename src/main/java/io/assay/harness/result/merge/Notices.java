package io.assay.harness.result.merge;

import io.assay.harness.result.environment.Differences;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What a reader of a merged run should know. */
final class Notices {
    private Notices() {}

    static List<String> of(List<Part> parts) {
        List<String> notices = new ArrayList<>();
        Part first = parts.get(0);
        for (Part part : parts) {
            for (String difference : Differences.between(first.environment(), part.environment())) {
                notices.add(part.name() + " is another machine than " + first.name() + ": " + difference);
            }
        }
        different("seeds", parts, part -> part.fact("seed")).ifPresent(notices::add);
        different("presets", parts, part -> part.fact("preset")).ifPresent(notices::add);
        missing(parts).ifPresent(notices::add);
        uncommitted(parts).ifPresent(notices::add);
        return notices;
    }

    private static Optional<String> different(String what, List<Part> parts, Function<Part, Optional<Object>> fact) {
        Set<String> values = new TreeSet<>();
        parts.forEach(part -> fact.apply(part).ifPresent(value -> values.add(String.valueOf(value))));
        return values.size() > 1
                ? Optional.of("the runs have different " + what + ": " + String.join(", ", values))
                : Optional.empty();
    }

    /** One commit, and yet not known to be one program. */
    private static Optional<String> uncommitted(List<Part> parts) {
        List<String> dirty = parts.stream().filter(Part::dirty).map(Part::name).toList();
        return dirty.isEmpty()
                ? Optional.empty()
                : Optional.of("measured with uncommitted changes, which nothing shows to be the same: "
                        + String.join(", ", dirty));
    }

    /** Shards of which some are not there. */
    private static Optional<String> missing(List<Part> parts) {
        Set<String> there = new TreeSet<>();
        Set<Integer> counts = new TreeSet<>();
        for (Part part : parts) {
            part.fact("shard")
                    .map(Objects::toString)
                    .filter(text -> text.matches("\\d+/\\d+"))
                    .ifPresent(text -> {
                        there.add(text);
                        counts.add(Integer.valueOf(text.substring(text.indexOf('/') + 1)));
                    });
        }
        if (counts.size() != 1) {
            return counts.isEmpty()
                    ? Optional.empty()
                    : Optional.of("shards of different splits are together: " + String.join(", ", there));
        }
        List<String> absent = new ArrayList<>();
        int count = counts.iterator().next();
        for (int i = 1; i <= count; i++) {
            if (!there.contains(i + "/" + count)) {
                absent.add(i + "/" + count);
            }
        }
        return absent.isEmpty() ? Optional.empty() : Optional.of("missing shards: " + String.join(", ", absent));
    }
}
