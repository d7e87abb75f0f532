package io.assay.harness.profiling.stacks;

import java.util.List;

/**
 * How a frame's share differs between two versions.
 *
 * @param frame the outermost of those that are always in the same stacks
 * @param along frames that are in every stack that it is in, and in no other: what it alone calls
 * @param base its share of base's samples, 0 to 1
 * @param head its share of head's
 * @param selfBase share of base's samples that end in it
 * @param selfHead share of head's
 * @param reach what identical versions would hardly exceed, in the share in which it stands out most, total or self;
 *     infinite where no fork can be held against another
 * @param distance that change, in standard errors, without its sign
 * @param aboveNoise whether identical versions would hardly show it anywhere in the profile
 */
public record FrameChange(
        Frame frame,
        List<Frame> along,
        double base,
        double head,
        double selfBase,
        double selfHead,
        double reach,
        double distance,
        boolean aboveNoise) {
    /** Copies the list. */
    public FrameChange {
        along = List.copyOf(along);
    }

    /** By how much the share of its stacks grew; below 0 if it shrank. */
    public double change() {
        return head - base;
    }

    /** By how much the share of its own code grew. */
    public double selfChange() {
        return selfHead - selfBase;
    }
}
