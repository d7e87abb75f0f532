package io.assay.harness.path;

import io.assay.harness.profiling.stacks.Frame;
import io.assay.harness.profiling.stacks.Profile;
import io.assay.harness.profiling.stacks.Stack;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a CPU profile of the whole says of the server's threads: those that the benchmark started. The stacks of JMH's thread
 * are the client's.
 *
 * @param samples of the server's threads
 * @param client samples of the client's
 * @param places the server's, greatest first
 * @param besides samples of the JVM's own threads, by whose they are
 * @param facts how the profile came to be
 */
public record ServerTime(long samples, long client, List<Share> places, Map<String, Long> besides, List<String> facts) {
    private static final String THREAD = "[thread ";

    /** Below it a place is summed up with others. */
    private static final double LEAST = 0.005;

    private static final String OTHERS = "others, below 0.5% each";

    /** Copies what can change. */
    public ServerTime {
        places = List.copyOf(places);
        besides = Map.copyOf(besides);
        facts = List.copyOf(facts);
    }

    /**
     * A place and its share.
     *
     * @param place what the server did
     * @param samples how often it was seen
     * @param share of the server's samples
     */
    public record Share(String place, long samples, double share) {}

    /** Of a profile. */
    public static ServerTime of(Profile profile, List<String> facts) {
        Map<String, Long> counts = new TreeMap<>();
        long client = 0;
        for (Stack stack : profile.stacks()) {
            if (isServer(stack)) {
                counts.merge(Place.of(stack), stack.samples(), Long::sum);
            } else {
                client += stack.samples();
            }
        }
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> shown = new TreeMap<>();
        counts.forEach((place, count) -> shown.merge(count < LEAST * all ? OTHERS : place, count, Long::sum));
        List<Share> places = shown.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue(), (double) entry.getValue() / all))
                .sorted(Comparator.comparing((Share share) -> share.place().equals(OTHERS))
                        .thenComparing(Comparator.comparingLong(Share::samples).reversed()))
                .toList();
        return new ServerTime(all, client, places, profile.apartSamples(), facts);
    }

    private static boolean isServer(Stack stack) {
        if (stack.frames().isEmpty()) return false;
        Frame root = stack.frames().get(0);
        return root.kind() == Frame.Kind.LABEL && root.name().startsWith(THREAD);
    }

    /** Nothing was sampled. */
    public static ServerTime none(List<String> facts) {
        return new ServerTime(0, 0, List.of(), Map.of(), facts);
    }
}
