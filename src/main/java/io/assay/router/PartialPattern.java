package io.assay.router;

import java.util.List;

/**
 * A segment that mixes literals and parameters: {@code literals} has one entry more than there are parameters, the
 * first and the last may be empty. Two patterns are equal when they have the same shape.
 *
 * <p>Inner literals are taken at their first possible place and the last one at the end. That is complete: a literal
 * further left only leaves more room for what follows, so no second attempt is needed and the result is unique.
 */
final class PartialPattern {
    private static final long NO_MATCH = -1;

    private final List<String> literals;
    private final byte[][] bytes;

    PartialPattern(List<String> literals) {
        this.literals = List.copyOf(literals);
        this.bytes = literals.stream().map(Segment::bytes).toArray(byte[][]::new);
    }

    int literalBytes() {
        return literals.stream().mapToInt(String::length).sum();
    }

    String prefix() {
        return literals.get(0);
    }

    String suffix() {
        return literals.get(literals.size() - 1);
    }

    boolean matches(byte[] b, int start, int end) {
        return find(b, start, end, 0) != NO_MATCH;
    }

    int parameterStart(byte[] b, int start, int end, int which) {
        return (int) (find(b, start, end, which) >> 32);
    }

    int parameterEnd(byte[] b, int start, int end, int which) {
        return (int) find(b, start, end, which);
    }

    /** Start (high half) and end (low half) of one parameter in the segment {@code [start,end)}, or NO_MATCH. */
    private long find(byte[] b, int start, int end, int which) {
        byte[] prefix = bytes[0];
        int last = bytes.length - 1;
        byte[] suffix = bytes[last];
        int at = start + prefix.length;
        int stop = end - suffix.length;
        if (at >= stop || !has(b, start, prefix) || !has(b, stop, suffix)) return NO_MATCH;
        long range = NO_MATCH;
        for (int i = 1; i < last; i++) {
            int hit = indexOf(b, at + 1, stop, bytes[i]);
            if (hit < 0) return NO_MATCH;
            if (i - 1 == which) range = range(at, hit);
            at = hit + bytes[i].length;
        }
        if (at >= stop) return NO_MATCH;
        return last - 1 == which ? range(at, stop) : range;
    }

    private static long range(int start, int end) {
        return ((long) start << 32) | end;
    }

    private static boolean has(byte[] b, int at, byte[] literal) {
        for (int i = 0; i < literal.length; i++) {
            if (b[at + i] != literal[i]) return false;
        }
        return true;
    }

    private static int indexOf(byte[] b, int from, int to, byte[] literal) {
        for (int i = from; i <= to - literal.length; i++) {
            if (has(b, i, literal)) return i;
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartialPattern that && literals.equals(that.literals);
    }

    @Override
    public int hashCode() {
        return literals.hashCode();
    }
}
