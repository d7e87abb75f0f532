package io.assay.harness.profiling;

import io.assay.harness.profiling.fork.SampledEvent;
import java.time.Duration;
import java.util.List;

/**
 * How rows are profiled.
 *
 * @param events what makes a sample; at least one
 * @param forks of each version of each row
 * @param warmUp before samples are taken, of each fork
 * @param time that samples are taken, of each fork
 * @param assembly whether one more fork a row is disassembled
 */
public record FlameSettings(List<SampledEvent> events, int forks, Duration warmUp, Duration time, boolean assembly) {
    /** Forks of one version: enough to see one that differs. */
    public static final int FORKS = 3;

    /** Forks of each of two versions: what they differ by among themselves is the noise that changes are held against. */
    public static final int FORKS_A_SIDE = 6;

    /** Copies the list. */
    public FlameSettings {
        events = List.copyOf(events);
        if (events.isEmpty() || forks < 1) {
            throw new IllegalArgumentException("at least one event and one fork");
        }
    }

    /** A row in about fifteen seconds. */
    public static FlameSettings single(List<SampledEvent> events) {
        return new FlameSettings(events, FORKS, Duration.ofSeconds(1), Duration.ofMillis(2500), false);
    }

    /** Two versions of a row in about forty seconds. */
    public static FlameSettings differential(List<SampledEvent> events) {
        return new FlameSettings(events, FORKS_A_SIDE, Duration.ofSeconds(1), Duration.ofSeconds(2), false);
    }

    /** The same with another number of forks. */
    public FlameSettings withForks(int count) {
        return new FlameSettings(events, count, warmUp, time, assembly);
    }

    /** The same with other times. */
    public FlameSettings withTimes(Duration warming, Duration sampling) {
        return new FlameSettings(events, forks, warming, sampling, assembly);
    }

    /** The same with a disassembled fork. */
    public FlameSettings withAssembly(boolean wanted) {
        return new FlameSettings(events, forks, warmUp, time, wanted);
    }
}
