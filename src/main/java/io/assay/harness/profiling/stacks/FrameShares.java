package io.assay.harness.profiling.stacks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The share of each frame in a profile, wherever it was called from. A frame that is in a stack several times, by
 * recursion, counts once.
 *
 * @param samples samples of the profile
 * @param weight what they stand for
 * @param frames by frame
 */
public record FrameShares(long samples, long weight, Map<Frame, Counts> frames) {
    private static final Counts NONE = new Counts(0, 0, 0, 0, Integer.MAX_VALUE);

    /**
     * What was counted of a frame.
     *
     * @param self weight of stacks whose innermost frame it is
     * @param total weight of stacks that it is in
     * @param selfSamples the samples behind self
     * @param totalSamples the samples behind total
     * @param depth frames between the root and it, at the least
     */
    public record Counts(long self, long total, long selfSamples, long totalSamples, int depth) {
        private Counts plus(Stack stack, boolean leaf, int at) {
            return new Counts(
                    self + (leaf ? stack.weight() : 0),
                    total + stack.weight(),
                    selfSamples + (leaf ? stack.samples() : 0),
                    totalSamples + stack.samples(),
                    Math.min(depth, at));
        }
    }

    /** Copies the map. */
    public FrameShares {
        frames = Map.copyOf(frames);
    }

    /** Counts a profile's own stacks. */
    public static FrameShares of(Profile profile) {
        Map<Frame, Counts> counts = new HashMap<>();
        for (Stack stack : profile.stacks()) {
            Set<Frame> seen = new HashSet<>();
            Frame leaf = stack.frames().get(stack.frames().size() - 1);
            for (int depth = 0; depth < stack.frames().size(); depth++) {
                Frame frame = stack.frames().get(depth);
                if (seen.add(frame)) {
                    counts.put(frame, counts.getOrDefault(frame, NONE).plus(stack, frame.equals(leaf), depth));
                }
            }
        }
        return new FrameShares(profile.samples(), profile.weight(), counts);
    }

    /** What was counted of a frame; zeros if it was not seen. */
    public Counts of(Frame frame) {
        return frames.getOrDefault(frame, NONE);
    }

    /** Share of the stacks that a frame is in, 0 to 1. */
    public double total(Frame frame) {
        return share(of(frame).total());
    }

    /** Share of the stacks that end in a frame, 0 to 1. */
    public double self(Frame frame) {
        return share(of(frame).self());
    }

    private double share(long part) {
        return weight == 0 ? 0 : (double) part / weight;
    }
}
