package io.assay.http1;

import static io.assay.http1.Fields.LENGTH_AND_ID;
import static io.assay.http1.Fields.NAME;
import static io.assay.http1.Fields.STRIDE;
import static io.assay.http1.Fields.VALUE;
import static io.assay.http1.Fields.VALUE_END;

/**
 * Whole field lines by vectors, and only such as are right and within the limits, as {@link FieldScanner} wants it.
 *
 * <p>One block of octets from the line's start on shows its colon and its end, if it is not a long one, and is compared
 * with the one name that may be its. So what one line waits for of the line before is its end alone, and the machine works
 * at several lines at once. What is known of all fields is found in a loop of its own: that has few variables, and this
 * has none to spare.
 */
final class VectorLines {
    /** Octets from a line's start on that are read, whether they are the line's or not. */
    static final int REACH = VectorOctets.BLOCK + 8;

    /** Octets before a line's start that are read. */
    private static final int BEFORE = 3;

    private final Fields fields;
    private final int maxFields;
    private final int maxLine;

    VectorLines(Fields fields, Http1Limits limits) {
        this.fields = fields;
        // Octets of a section are more than its fields, and times STRIDE they are an int.
        maxFields = Math.min(limits.maxFields(), Http1Limits.HIGHEST);
        maxLine = limits.maxFieldLine();
    }

    /** Whether lines from there on can be taken. What ends within a block is then below the limit. */
    boolean fit(int from) {
        return from >= BEFORE && maxLine >= VectorOctets.BLOCK;
    }

    /** Takes lines from the start of one on; returns where the first starts that it did not take. */
    int take(byte[] b, int base, int from, int end) {
        int at = lines(b, base, from, end);
        fields.index();
        return at;
    }

    private int lines(byte[] b, int base, int from, int end) {
        int lastBlock = b.length - REACH;
        int[] ranges = fields.ranges;
        int room = Math.min(ranges.length, maxFields * STRIDE);
        int slot = fields.count * STRIDE;
        int at = from;
        // What lies between end and the array's end may be read, but never decides.
        while (at <= lastBlock) {
            int colon = at + Long.numberOfTrailingZeros(VectorOctets.colons(b, at));
            int eol = at + Long.numberOfTrailingZeros(VectorOctets.controls(b, at));
            int tail = Words.half(b, eol - 2);
            if (tail >>> 16 != Words.CRLF) {
                eol = far(b, at, end);
                if (eol < 0 || eol - at > maxLine) break;
                tail = Words.half(b, eol - 2);
            }
            if (colon >= eol || eol + 2 > end) break;
            long around = Words.word(b, colon - 3);
            int length = colon - at;
            int id = HeaderNames.guess((int) around, length);
            // No control is in the name but HTAB: with the bit of small letters they were digits or a hyphen.
            if (VectorOctets.common(b, at, HeaderNames.LINES, id * HeaderNames.ROW) <= length) {
                if (length == VectorOctets.BLOCK) break;
                id = HeaderNames.id(b, at, length);
                if (id == 0 && !isToken(b, at, length)) break;
            }
            int first = (int) (around >>> 32);
            int start = colon + 2;
            if ((first & 0xFF) != ' ' || (first >>> 8 & 0xFF) <= ' ') {
                start = FieldScanner.skipBlanks(b, colon + 1, eol + 1);
            }
            int stop = (tail >>> 8 & 0xFF) > ' ' ? eol : FieldScanner.trimBlanks(b, start, eol);
            if (slot >= room) {
                if (slot >= maxFields * STRIDE) break;
                ranges = fields.grow(maxFields);
                room = ranges.length;
            }
            ranges[slot + NAME] = at - base;
            ranges[slot + LENGTH_AND_ID] = length << 8 | id;
            ranges[slot + VALUE] = start - base;
            ranges[slot + VALUE_END] = stop - base;
            slot += STRIDE;
            at = eol + 2;
        }
        fields.written = slot / STRIDE;
        return at;
    }

    private static boolean isToken(byte[] b, int at, int length) {
        int common = Long.numberOfTrailingZeros(VectorOctets.suspectsInName(b, at));
        return length > 0 && (common >= length || FieldScanner.isToken(b, at, at + length));
    }

    /** The CR of the CRLF that ends a line without controls but HTAB, or -1. */
    private static int far(byte[] b, int line, int end) {
        int block = line;
        long stops = VectorOctets.controls(b, line);
        while (true) {
            while (stops != 0) {
                int stop = block + Long.numberOfTrailingZeros(stops);
                if (stop + 2 > end) return -1;
                if (Words.isCrlf(b, stop)) return stop;
                if (b[stop] != '\t') return -1;
                stops &= stops - 1;
            }
            int next = block + VectorOctets.BLOCK;
            if (next >= end) return -1;
            block = Math.min(next, b.length - VectorOctets.BLOCK);
            stops = VectorOctets.controls(b, block) & -1L << (next - block);
        }
    }
}
