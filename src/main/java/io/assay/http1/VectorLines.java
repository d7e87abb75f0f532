package io.assay.http1;

import static io.assay.http1.Fields.LAST_INDEXED;
import static io.assay.http1.Fields.LENGTH_AND_ID;
import static io.assay.http1.Fields.NAME;
import static io.assay.http1.Fields.STRIDE;
import static io.assay.http1.Fields.VALUE;
import static io.assay.http1.Fields.VALUE_END;

/**
 * Whole field lines by vectors, and only such as are right and within the limits, as {@link FieldScanner} wants it.
 *
 * <p>Ends of lines are found first, names and values after. Where a line starts is then read from an array, so that the
 * machine can work at several lines at once; and each of the two loops has so few variables that they stay in
 * registers.
 */
final class VectorLines {
    /** Lines whose ends are found before their names are looked at. */
    private static final int BATCH = 64;

    private final Fields fields;
    private final int maxFields;
    private final int maxLine;
    private final int[] ends = new int[BATCH];

    /** Whether the last call stopped at the empty line. */
    boolean atEmptyLine;

    VectorLines(Fields fields, Http1Limits limits) {
        this.fields = fields;
        maxFields = limits.maxFields();
        maxLine = limits.maxFieldLine();
    }

    /** Takes lines from the start of one on; returns where the first starts that it did not take. */
    int take(byte[] b, int base, int from, int end) {
        int at = from;
        int found;
        int taken;
        do {
            found = findEnds(b, at, end);
            taken = names(b, base, at, Math.min(found, maxFields - fields.count));
            if (taken > 0) at = ends[taken - 1] + 2;
        } while (taken == BATCH);
        atEmptyLine &= taken == found;
        return at;
    }

    private int findEnds(byte[] b, int from, int end) {
        int[] to = ends;
        int found = 0;
        int line = from;
        atEmptyLine = false;
        // What lies between end and the array's end may be read, but never decides.
        for (int block = from; block < end; block += VectorOctets.BLOCK) {
            long stops = block <= b.length - VectorOctets.BLOCK ? VectorOctets.controls(b, block) : tail(b, block);
            // The LF of a line that ended with the block before.
            stops &= ~(long) Math.max(line - block, 0);
            while (stops != 0) {
                int stop = block + Long.numberOfTrailingZeros(stops);
                if (stop + 2 > end) return found;
                if (!Words.isCrlf(b, stop)) {
                    if (b[stop] != '\t') return found;
                    stops &= stops - 1;
                    continue;
                }
                atEmptyLine = stop == line;
                if (atEmptyLine || found == BATCH) return found;
                to[found++] = stop;
                line = stop + 2;
                stops &= stops - 1;
                stops &= stops - 1;
            }
        }
        return found;
    }

    /** The controls of a block that the array ends in; what is behind the array is flagged too. */
    private static long tail(byte[] b, int block) {
        long stops = 0;
        for (int i = 0; i < VectorOctets.BLOCK && block + i < b.length; i += 8) {
            stops |= Words.exactControls(Words.wordOrZeros(b, block + i)) << i;
        }
        return stops;
    }

    private int names(byte[] b, int base, int from, int lines) {
        int[] ranges = fields.ranges;
        int slot = fields.count * STRIDE;
        while (ranges.length < slot + lines * STRIDE) ranges = fields.grow(maxFields);
        int[] last = fields.last;
        long seen = fields.seen;
        long repeated = fields.repeated;
        int at = from;
        int line = 0;
        for (; line < lines; line++) {
            int eol = ends[line];
            int colon = colon(b, at, eol);
            if (colon <= at || eol - at > maxLine) break;
            int id = id(b, at, colon);
            if (id == 0 && !FieldScanner.isToken(b, at, colon)) break;
            int start = colon + 1;
            if (b[start] == ' ') start++;
            if (Octets.isBlank(b[start])) start = FieldScanner.skipBlanks(b, start, eol + 1);
            int stop = eol;
            if (stop > start && Octets.isBlank(b[stop - 1])) stop = FieldScanner.trimBlanks(b, start, stop);
            ranges[slot + NAME] = at - base;
            ranges[slot + LENGTH_AND_ID] = ((colon - at) << 8) | id;
            ranges[slot + VALUE] = start - base;
            ranges[slot + VALUE_END] = stop - base;
            int index = Math.min(id, LAST_INDEXED + 1);
            long bit = 1L << index;
            repeated |= seen & bit;
            seen |= bit;
            last[index] = slot / STRIDE;
            slot += STRIDE;
            at = eol + 2;
        }
        fields.count += line;
        fields.seen = seen;
        fields.repeated = repeated;
        return line;
    }

    /** Where the line's colon is, or -1. */
    private static int colon(byte[] b, int at, int eol) {
        if (at <= b.length - VectorOctets.NAME) {
            int length = VectorOctets.colon(b, at);
            if (length < VectorOctets.NAME) return at + length < eol ? at + length : -1;
        }
        for (int i = at; i < eol; i++) {
            if (b[i] == ':') return i;
        }
        return -1;
    }

    private static int id(byte[] b, int at, int colon) {
        int length = colon - at;
        if (at <= b.length - 16 && length < 16) {
            // Shifts and minima, for whether a name has more than eight octets cannot be predicted.
            long first = Words.word(b, at) & (-1L >>> (64 - (Math.min(length, 8) << 3)));
            long second = Words.lowest(Words.word(b, at + 8), Math.max(length - 8, 0));
            return HeaderNames.shortId(first, second);
        }
        long first = Words.wordOrZeros(b, at);
        return HeaderNames.id(b, at, length, length < 8 ? Words.lowest(first, length) : first);
    }
}
