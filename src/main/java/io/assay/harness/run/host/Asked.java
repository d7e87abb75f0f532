package io.assay.harness.run.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;

/** What a benchmark's annotations ask of a run, as its author wrote it. */
public final class Asked {
    private static final Pattern HEAP =
            Pattern.compile("-(Xms|Xmx|XX:InitialHeapSize=|XX:MaxHeapSize=)(\\d{1,12})([kmgtKMGT]?)");
    private static final int KIBI = 1024;

    private Asked() {}

    /**
     * The heap that the flags of a benchmark ask for in mebibytes: the last one counts.
     *
     * @param otherwise where they ask for none
     */
    static int heap(int otherwise, List<String> flags) {
        long heap = otherwise;
        for (String flag : flags) {
            Matcher size = HEAP.matcher(flag);
            if (size.matches()) {
                long mebibytes =
                        mebibytes(Long.parseLong(size.group(2)), size.group(3).toLowerCase(Locale.ROOT));
                boolean most = List.of("Xmx", "XX:MaxHeapSize=").contains(size.group(1));
                // A heap that begins with more than it may have does not begin.
                heap = most ? mebibytes : Math.max(heap, mebibytes);
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, heap));
    }

    /** As the JVM reads sizes. */
    private static long mebibytes(long amount, String unit) {
        return switch (unit) {
            case "" -> amount / KIBI / KIBI;
            case "k" -> amount / KIBI;
            case "m" -> amount;
            case "g" -> amount * KIBI;
            default -> amount * KIBI * KIBI;
        };
    }

    /**
     * The threads that JMH starts: as many whole groups as hold those that were asked for.
     *
     * @param asked below 1 for one a processor
     * @param groups threads of each method of a group; a single 1 where there is none
     */
    public static int threads(int asked, int... groups) {
        int wanted = asked < 1 ? Runtime.getRuntime().availableProcessors() : asked;
        int group = Math.max(1, IntStream.of(groups).sum());
        return (wanted + group - 1) / group * group;
    }

    /** One line; empty where they ask nothing. */
    static String of(BenchmarkListEntry entry) {
        List<String> fork = new ArrayList<>();
        add("value", entry.getForks(), fork);
        add("warmups", entry.getWarmupForks(), fork);
        flags("jvmArgsPrepend", entry.getJvmArgsPrepend(), fork);
        flags("jvmArgs", entry.getJvmArgs(), fork);
        flags("jvmArgsAppend", entry.getJvmArgsAppend(), fork);
        List<String> all = new ArrayList<>();
        annotation("@Fork", fork, all);
        annotation(
                "@Warmup", phase(entry.getWarmupIterations(), entry.getWarmupTime(), entry.getWarmupBatchSize()), all);
        annotation(
                "@Measurement",
                phase(entry.getMeasurementIterations(), entry.getMeasurementTime(), entry.getMeasurementBatchSize()),
                all);
        return String.join(" ", all);
    }

    private static List<String> phase(
            Optional<Integer> iterations, Optional<TimeValue> time, Optional<Integer> batchSize) {
        List<String> said = new ArrayList<>();
        add("iterations", iterations, said);
        add("time", time, said);
        add("batchSize", batchSize, said);
        return said;
    }

    private static void annotation(String name, List<String> said, List<String> all) {
        if (!said.isEmpty()) {
            all.add(name + "(" + String.join(", ", said) + ")");
        }
    }

    private static void add(String name, Optional<?> value, List<String> said) {
        if (value.hasValue()) {
            said.add(name + "=" + value.get());
        }
    }

    private static void flags(String name, Optional<Collection<String>> flags, List<String> said) {
        if (flags.hasValue() && !flags.get().isEmpty()) {
            said.add(name + "=\"" + String.join(" ", flags.get()) + "\"");
        }
    }
}
