package io.assay.harness.matrix;

import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the search for the smallest heap of a workload found, as {@value #FILE} of the run folder keeps it.
 *
 * @param smallest by profile, in mebibytes; profiles that do not start on the JDK, or for which none was found, are
 *     absent
 * @param notNear profiles whose part of the time was over before the heap was known within five percent
 * @param took how long the search was, of the budget
 */
public record SmallestHeaps(Map<String, Integer> smallest, List<String> notNear, Duration took) {
    /** Beside the other files of a run folder. */
    public static final String FILE = "smallest-heaps.json";

    /** Copies what can change. */
    public SmallestHeaps {
        smallest = new LinkedHashMap<>(smallest);
        notNear = List.copyOf(notNear);
    }

    /** Puts it into a run folder. */
    public void writeTo(RunFolder folder) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mebibytes", smallest);
        map.put("notNear", notNear);
        map.put("seconds", took.toMillis() / 1000.0);
        folder.writeJson(FILE, map);
    }

    /**
     * Reads it from a run folder.
     *
     * @return empty where nothing was searched for
     * @throws UserError if the file cannot be read, or holds something else
     */
    public static Optional<SmallestHeaps> read(RunFolder folder) {
        if (!Files.exists(folder.path().resolve(FILE))) {
            return Optional.empty();
        }
        Map<String, Object> map = folder.object(FILE);
        if (map.get("mebibytes") instanceof Map<?, ?> heaps
                && map.get("notNear") instanceof List<?> notNear
                && map.get("seconds") instanceof Number seconds) {
            Map<String, Integer> smallest = new LinkedHashMap<>();
            heaps.forEach((profile, heap) -> {
                if (heap instanceof Number mebibytes) {
                    smallest.put(String.valueOf(profile), mebibytes.intValue());
                }
            });
            return Optional.of(new SmallestHeaps(
                    smallest,
                    notNear.stream().map(String::valueOf).toList(),
                    Duration.ofMillis(Math.round(1000 * seconds.doubleValue()))));
        }
        throw new UserError(folder.path().resolve(FILE)
                + ": expected \"mebibytes\", \"notNear\" and \"seconds\"; run --heap-curve again");
    }

    /** For people. */
    public String sentence() {
        return "smallest heap that completes, in MiB: "
                + smallest.entrySet().stream()
                        .map(heap ->
                                heap.getKey() + " " + (notNear.contains(heap.getKey()) ? "<= " : "") + heap.getValue())
                        .collect(Collectors.joining(", "))
                + "; the search took " + took.toSeconds() + " s of the budget";
    }
}
