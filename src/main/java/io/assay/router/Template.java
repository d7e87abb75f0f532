package io.assay.router;

import java.util.List;

/**
 * A parsed template. {@code places} says where each parameter is found: its segment in the low 24 bits, and above them
 * 0 for a whole segment, 1 for a wildcard, 2 + i for parameter i of a partial segment.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Template(String text, List<Segment> segments, List<String> names, int[] places) {
    static final int SEGMENT_BITS = 24;
    static final int SEGMENT_MASK = (1 << SEGMENT_BITS) - 1;
    static final int WHOLE = 0;
    static final int REST = 1;
    static final int PART = 2;
}
