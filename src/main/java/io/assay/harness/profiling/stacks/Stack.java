package io.assay.harness.profiling.stacks;

import java.util.List;

/**
 * A call stack and how often it was seen.
 *
 * @param frames outermost first
 * @param samples how often
 * @param weight what these samples stand for: bytes, nanoseconds, or the samples themselves
 */
public record Stack(List<Frame> frames, long samples, long weight) {
    /** Copies the frames. */
    public Stack {
        frames = List.copyOf(frames);
    }

    /** As flame graph tools read it: frames separated by semicolons, a space, the weight. */
    public String collapsed() {
        StringBuilder line = new StringBuilder();
        for (Frame frame : frames) {
            line.append(line.isEmpty() ? "" : ";").append(frame.name().replace(';', ','));
        }
        return line.append(' ').append(weight).toString();
    }
}
