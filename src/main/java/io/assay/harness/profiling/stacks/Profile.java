package io.assay.harness.profiling.stacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was sampled of one event, in one fork or in several.
 *
 * @param stacks of the benchmark and the threads it started
 * @param apart of the JVM's and JMH's own threads; the first frame says whose
 */
public record Profile(List<Stack> stacks, List<Stack> apart) {
    /** Copies the lists. */
    public Profile {
        stacks = List.copyOf(stacks);
        apart = List.copyOf(apart);
    }

    /** Several forks as one. */
    public static Profile sum(List<Profile> forks) {
        return new Profile(
                merged(forks.stream().flatMap(fork -> fork.stacks.stream()).toList()),
                merged(forks.stream().flatMap(fork -> fork.apart.stream()).toList()));
    }

    private static List<Stack> merged(List<Stack> stacks) {
        Map<List<Frame>, Stack> sums = new LinkedHashMap<>();
        for (Stack stack : stacks) {
            sums.merge(
                    stack.frames(),
                    stack,
                    (a, b) -> new Stack(a.frames(), a.samples() + b.samples(), a.weight() + b.weight()));
        }
        return new ArrayList<>(sums.values());
    }

    /** Samples of the benchmark. */
    public long samples() {
        return stacks.stream().mapToLong(Stack::samples).sum();
    }

    /** What they stand for. */
    public long weight() {
        return stacks.stream().mapToLong(Stack::weight).sum();
    }

    /** Samples of the JVM's and JMH's threads, by whose they are. */
    public Map<String, Long> apartSamples() {
        Map<String, Long> sums = new LinkedHashMap<>();
        apart.forEach(stack -> sums.merge(stack.frames().get(0).name(), stack.samples(), Long::sum));
        return sums;
    }

    /** Share of the benchmark's samples whose stack could not be read, 0 to 1: what they hide is not in the others. */
    public double unreadable() {
        long lost = apartSamples().getOrDefault(Frame.label(Trim.UNKNOWN).name(), 0L);
        return lost == 0 ? 0 : (double) lost / (lost + samples());
    }

    /** All stacks, a line each, as flame graph tools read them; JVM and JMH under roots in brackets. */
    public String collapsed() {
        StringBuilder lines = new StringBuilder();
        stacks.forEach(stack -> lines.append(stack.collapsed()).append('\n'));
        apart.forEach(stack -> lines.append(stack.collapsed()).append('\n'));
        return lines.toString();
    }
}
