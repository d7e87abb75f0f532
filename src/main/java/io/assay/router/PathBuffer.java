package io.assay.router;

import java.util.Arrays;

/**
 * The path that is being matched, as bytes with readable bytes behind it, and the way back from a byte to the caller's
 * offset. Plain ASCII paths are copied or used in place; what needs another form goes through a map. Not thread-safe.
 */
final class PathBuffer {
    private static final int INITIAL = 512;

    /** The bytes to match: the scratch array, or the caller's. Written only when it changes: the collector watches. */
    byte[] bytes;

    int start;
    int end;

    private byte[] scratch = new byte[INITIAL + PathScanner.SLACK];
    /** Caller's offset minus offset in {@link #bytes}, where there is no map. */
    private int shift;

    private int[] map = {};
    private boolean mapped;

    PathBuffer() {
        bytes = scratch;
    }

    /** Takes a string; false when it has no UTF-8 form. */
    boolean load(String path) {
        int length = path.length();
        reserve(length);
        int all = 0;
        byte[] to = scratch;
        for (int i = 0; i < length; i++) {
            char c = path.charAt(i);
            to[i] = (byte) c;
            all |= c;
        }
        use(scratch, 0, length, 0);
        return all < 0x80 || encode(path);
    }

    void load(byte[] b, int from, int to) {
        if (b.length - to >= PathScanner.SLACK) {
            use(b, from, to, 0);
        } else {
            reserve(to - from);
            System.arraycopy(b, from, scratch, 0, to - from);
            use(scratch, 0, to - from, from);
        }
    }

    private boolean encode(String path) {
        reserve(Math.multiplyExact(path.length(), Utf8.EXPANSION));
        reserveMap();
        int length = Utf8.encode(path, scratch, map);
        use(scratch, 0, length, 0);
        mapped = true;
        return length != Utf8.MALFORMED;
    }

    boolean hasPercent() {
        return PathScanner.holds(bytes, start, end, (byte) '%');
    }

    /**
     * Percent-decodes the path. The positions, which were found in the raw bytes so that an encoded slash separates
     * nothing, are moved along.
     *
     * @return false when the encoding is malformed
     */
    boolean decode(int[] positions, int count) {
        int[] outer = mapped ? map.clone() : null;
        int back = shift;
        reserve(end - start);
        reserveMap();
        int length = PercentDecoder.decode(bytes, start, end, scratch, map);
        if (length == PercentDecoder.MALFORMED) return false;
        int next = 0;
        for (int i = 0; i <= length; i++) {
            if (next < count && map[i] == positions[next]) positions[next++] = i;
            map[i] = outer == null ? map[i] + back : outer[map[i]];
        }
        use(scratch, 0, length, 0);
        mapped = true;
        return true;
    }

    int callersOffset(int at) {
        return mapped ? map[at] : at + shift;
    }

    private void use(byte[] b, int from, int to, int back) {
        if (bytes != b) bytes = b;
        start = from;
        end = to;
        shift = back;
        mapped = false;
    }

    private void reserve(int length) {
        if (scratch.length - PathScanner.SLACK < length) scratch = Arrays.copyOf(scratch, length + PathScanner.SLACK);
    }

    private void reserveMap() {
        if (map.length < scratch.length) map = new int[scratch.length];
    }
}
