package io.assay.router;

/** What one walk over a {@link Trie} needs to remember; sized for the deepest template. Not thread-safe. */
final class Walk {
    /** Where the slash before each segment lies, and then the end of the path. */
    final int[] positions;
    /** Nodes (high half) and segments (low half) to come back to; at most one a segment. */
    final long[] stack;
    /** For each entry whose node has more than a parameter to offer: which choice comes next. */
    final int[] resume;

    int depth;
    /** Methods of the templates that matched the path without serving the method. */
    long seen;

    Walk(int deepest) {
        positions = new int[PathScanner.positionsFor(deepest)];
        // One more than there are segments: the walk writes an entry before it decides whether to keep it.
        stack = new long[deepest + 2];
        resume = new int[deepest + 2];
    }

    /** Nodes entered and alternatives taken up in the last walk; counted only where assertions are on. */
    int steps;

    boolean starts() {
        steps = 0;
        return true;
    }

    boolean steps() {
        steps++;
        return true;
    }

    void push(int node, int segment, int choice) {
        stack[depth] = ((long) node << 32) | segment;
        resume[depth] = choice;
        depth++;
    }
}
