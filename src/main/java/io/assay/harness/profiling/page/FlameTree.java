package io.assay.harness.profiling.page;

import io.assay.harness.profiling.stacks.Frame;
import io.assay.harness.profiling.stacks.Profile;
import io.assay.harness.profiling.stacks.Stack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stacks of one or two profiles, put together where they begin alike. */
final class FlameTree {
    /** Narrower frames cannot be seen even when the page is zoomed to their caller; the collapsed file has them. */
    private static final double NARROWEST = 0.0002;

    private final Map<Frame, FlameTree> children = new LinkedHashMap<>();
    private final long[] weights;

    private FlameTree(int sides) {
        this.weights = new long[sides];
    }

    static FlameTree of(List<Profile> sides) {
        FlameTree root = new FlameTree(sides.size());
        for (int side = 0; side < sides.size(); side++) {
            Profile profile = sides.get(side);
            int at = side;
            Stream.concat(profile.stacks().stream(), profile.apart().stream()).forEach(stack -> root.add(stack, at));
        }
        return root;
    }

    private void add(Stack stack, int side) {
        FlameTree node = this;
        node.weights[side] += stack.weight();
        for (Frame frame : stack.frames()) {
            node = node.children.computeIfAbsent(frame, key -> new FlameTree(weights.length));
            node.weights[side] += stack.weight();
        }
    }

    /**
     * The frames, callers before what they call, as rows of numbers: depth, number of the name, weight on each side.
     *
     * @param names gets each name at its number
     */
    List<long[]> rows(Map<Frame, Integer> names) {
        List<long[]> rows = new ArrayList<>();
        for (Map.Entry<Frame, FlameTree> child : widestFirst(this, this)) {
            child.getValue().append(child.getKey(), 0, this, names, rows);
        }
        return rows;
    }

    private void append(Frame frame, int depth, FlameTree root, Map<Frame, Integer> names, List<long[]> rows) {
        int next = names.size();
        long[] row = new long[2 + weights.length];
        row[0] = depth;
        row[1] = names.computeIfAbsent(frame, key -> next);
        System.arraycopy(weights, 0, row, 2, weights.length);
        rows.add(row);
        for (Map.Entry<Frame, FlameTree> child : widestFirst(this, root)) {
            child.getValue().append(child.getKey(), depth + 1, root, names, rows);
        }
    }

    private static List<Map.Entry<Frame, FlameTree>> widestFirst(FlameTree node, FlameTree root) {
        return node.children.entrySet().stream()
                .filter(child -> child.getValue().share(root) >= NARROWEST)
                .sorted(Comparator.comparingDouble((Map.Entry<Frame, FlameTree> child) ->
                                child.getValue().share(root))
                        .reversed()
                        .thenComparing(child -> child.getKey().name()))
                .toList();
    }

    /** The larger of its shares on the sides. */
    private double share(FlameTree root) {
        double share = 0;
        for (int side = 0; side < weights.length; side++) {
            share = Math.max(share, root.weights[side] == 0 ? 0 : (double) weights[side] / root.weights[side]);
        }
        return share;
    }
}
