package io.assay.hpack;

import io.assay.Checks;
import io.assay.hpack.HpackEncoderOptions.Huffman;
import java.util.Arrays;
import java.util.Objects;

/**
 * Encodes the header blocks of one direction of a connection, in their order (RFC 7541). Not thread-safe. A block is
 * {@link #begin}, any number of {@code add}, {@link #end}; nothing is allocated unless a buffer must grow.
 *
 * <p>Each field takes its shortest form: an index where a table has the field, else a literal with the name's index
 * where a table has that, each string Huffman-coded where that is shorter. Names are taken as they come: HTTP/2 wants
 * them in lower case, and pseudo-headers first (RFC 9113 section 8.2).
 */
public final class HpackEncoder {
    private static final int INDEXED = 0x80;
    private static final int INDEXED_PREFIX = 0x7F;
    private static final int WITH_INDEXING = 0x40;
    private static final int WITH_INDEXING_PREFIX = 0x3F;
    private static final int NEVER_INDEXED = 0x10;
    private static final int WITHOUT_INDEXING = 0;
    private static final int LITERAL_PREFIX = 0x0F;
    private static final int SIZE_UPDATE = 0x20;
    private static final int SIZE_UPDATE_PREFIX = 0x1F;
    private static final int HUFFMAN = 0x80;
    private static final int STRING_PREFIX = 0x7F;

    /** Three integers of six bytes, and what the writers by words touch behind their end. */
    private static final int FIELD_OVERHEAD = 3 * 6 + Words.SLACK;

    private final EncoderTable table;
    private final IndexingPolicy policy;
    private final HpackEncoderOptions options;
    private final boolean huffman;

    private int settingsSize;
    /** Size update to come: the least size since the last block, and the size now; -1 for none. */
    private int leastSize = -1;

    private int finalSize = -1;

    private byte[] out = {};
    private int position;
    private boolean open;
    private byte[] latin = {};

    /** An encoder with {@link HpackEncoderOptions#DEFAULT}. */
    public HpackEncoder(int maxDynamicTableSize) {
        this(maxDynamicTableSize, HpackEncoderOptions.DEFAULT);
    }

    /**
     * An encoder.
     *
     * @param maxDynamicTableSize bytes as RFC 7541 section 4.1 counts them, known to both sides: 4096 in HTTP/2
     * @throws IllegalArgumentException when the size is negative
     */
    public HpackEncoder(int maxDynamicTableSize, HpackEncoderOptions options) {
        this.options = options;
        huffman = options.huffman() == Huffman.AUTO;
        policy = new IndexingPolicy(options.indexing());
        settingsSize = checkedSize(maxDynamicTableSize);
        table = new EncoderTable(Math.min(settingsSize, options.maxDynamicTableSize()));
        if (table.capacity() < settingsSize) maxDynamicTableSize(settingsSize);
    }

    private static int checkedSize(int size) {
        if (size < 0) throw new IllegalArgumentException("table size " + size + " is negative");
        return size;
    }

    /**
     * The table size that the peer's settings allow (SETTINGS_HEADER_TABLE_SIZE), between two blocks. The next block
     * starts with the size updates that RFC 7541 section 4.2 asks for.
     *
     * @throws IllegalArgumentException when the size is negative
     * @throws IllegalStateException inside a block
     */
    public void maxDynamicTableSize(int settingsValue) {
        if (Checks.ENABLED && open) throw new IllegalStateException("inside a block");
        int size = Math.min(checkedSize(settingsValue), options.maxDynamicTableSize());
        boolean lowered = settingsValue < settingsSize;
        settingsSize = settingsValue;
        if (finalSize < 0 && !lowered && size == table.capacity() && table.capacity() == settingsValue) return;
        leastSize = finalSize < 0 ? size : Math.min(leastSize, size);
        finalSize = size;
    }

    /** Bytes in the dynamic table, 32 an entry included. */
    public int dynamicTableSize() {
        return table.size();
    }

    /** Entries in the dynamic table. */
    public int dynamicTableCount() {
        return table.count();
    }

    /**
     * Starts a block at {@code buffer[at]}. Where the buffer does not hold the block and {@value #FIELD_OVERHEAD} bytes
     * more, a larger one takes its place: see {@link #buffer()}.
     *
     * @throws IllegalStateException when a block was begun and not ended
     * @throws IndexOutOfBoundsException when the position is not in the array or at its end
     */
    public void begin(byte[] buffer, int at) {
        if (Checks.ENABLED) {
            if (open) throw new IllegalStateException("the block before was not ended");
            Objects.checkFromToIndex(at, buffer.length, buffer.length);
        }
        if (out != buffer) out = buffer;
        position = at;
        open = true;
        if (finalSize >= 0) updateSize();
    }

    private void updateSize() {
        reserve(0);
        if (leastSize < finalSize) {
            table.capacity(leastSize);
            position = integer(position, SIZE_UPDATE, SIZE_UPDATE_PREFIX, leastSize);
        }
        table.capacity(finalSize);
        position = integer(position, SIZE_UPDATE, SIZE_UPDATE_PREFIX, finalSize);
        leastSize = -1;
        finalSize = -1;
    }

    /**
     * Ends the block.
     *
     * @return where it ends in {@link #buffer()}
     * @throws IllegalStateException when no block was begun
     */
    public int end() {
        if (Checks.ENABLED) checkOpen();
        open = false;
        return position;
    }

    /** The array that the block is in: the one given to {@link #begin}, or a larger one with the same bytes. */
    public byte[] buffer() {
        return out;
    }

    /**
     * Adds a field.
     *
     * @throws IndexOutOfBoundsException when a range is not one of its array
     * @throws IllegalStateException when no block was begun
     */
    public void add(
            byte[] name, int nameFrom, int nameTo, byte[] value, int valueFrom, int valueTo, Sensitivity sensitivity) {
        if (Checks.ENABLED) {
            checkOpen();
            Objects.checkFromToIndex(nameFrom, nameTo, name.length);
            Objects.checkFromToIndex(valueFrom, valueTo, value.length);
        }
        reserve((long) nameTo - nameFrom + valueTo - valueFrom);
        int nameHash = FieldHash.ofName(name, nameFrom, nameTo);
        if (sensitivity == Sensitivity.SECRET) {
            int nameIndex = nameIndex(nameHash, name, nameFrom, nameTo);
            position = literal(
                    NEVER_INDEXED, LITERAL_PREFIX, nameIndex, name, nameFrom, nameTo, value, valueFrom, valueTo);
            return;
        }
        int hash = FieldHash.ofField(nameHash, value, valueFrom, valueTo);
        int index = StaticTable.field(hash, name, nameFrom, nameTo, value, valueFrom, valueTo);
        if (index == 0) {
            int number = table.field(hash, name, nameFrom, nameTo, value, valueFrom, valueTo);
            if (number == 0) {
                addLiteral(nameHash, hash, name, nameFrom, nameTo, value, valueFrom, valueTo);
                return;
            }
            table.used(number);
            policy.hit(nameHash);
            index = table.index(number);
        }
        position = integer(position, INDEXED, INDEXED_PREFIX, index);
    }

    /** Adds a public field, whole arrays. */
    public void add(byte[] name, byte[] value) {
        add(name, 0, name.length, value, 0, value.length, Sensitivity.PUBLIC);
    }

    /** Adds a public field; see {@link #add(String, String, Sensitivity)}. */
    public void add(String name, String value) {
        add(name, value, Sensitivity.PUBLIC);
    }

    /**
     * Adds a field, a byte for each char.
     *
     * @throws IllegalArgumentException for a char above U+00FF: cut to a byte it could become a line break
     * @throws IllegalStateException when no block was begun
     */
    public void add(String name, String value, Sensitivity sensitivity) {
        int nameLength = name.length();
        int length = Math.addExact(nameLength, value.length());
        if (latin.length < length) latin = new byte[Math.max(length, 2 * latin.length)];
        int bits = copy(name, latin, 0) | copy(value, latin, nameLength);
        if (bits > 0xFF) throw new IllegalArgumentException("a char above U+00FF in field " + name);
        add(latin, 0, nameLength, latin, nameLength, length, sensitivity);
    }

    private static int copy(String s, byte[] to, int at) {
        int bits = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            to[at + i] = (byte) c;
            bits |= c;
        }
        return bits;
    }

    private void addLiteral(
            int nameHash, int hash, byte[] name, int nameFrom, int nameTo, byte[] value, int valueFrom, int valueTo) {
        int nameIndex = nameIndex(nameHash, name, nameFrom, nameTo);
        int size = nameTo - nameFrom + valueTo - valueFrom + TableEntry.OVERHEAD;
        if (policy.wants(nameHash, hash, size, nameIndex, table)) {
            position = literal(
                    WITH_INDEXING, WITH_INDEXING_PREFIX, nameIndex, name, nameFrom, nameTo, value, valueFrom, valueTo);
            table.add(nameHash, hash, name, nameFrom, nameTo, value, valueFrom, valueTo);
        } else {
            position = literal(
                    WITHOUT_INDEXING, LITERAL_PREFIX, nameIndex, name, nameFrom, nameTo, value, valueFrom, valueTo);
        }
    }

    private int nameIndex(int hash, byte[] name, int from, int to) {
        int index = StaticTable.name(hash, name, from, to);
        if (index != 0) return index;
        int number = table.name(hash, name, from, to);
        return number == 0 ? 0 : table.index(number);
    }

    private int literal(
            int pattern,
            int prefix,
            int nameIndex,
            byte[] name,
            int nameFrom,
            int nameTo,
            byte[] value,
            int valueFrom,
            int valueTo) {
        int at = integer(position, pattern, prefix, nameIndex);
        if (nameIndex == 0) at = string(at, name, nameFrom, nameTo);
        return string(at, value, valueFrom, valueTo);
    }

    /** RFC 7541 section 5.2. */
    private int string(int at, byte[] b, int from, int to) {
        int length = to - from;
        if (huffman) {
            // The length in front is known last: room for it is left, and nearly always right.
            int start = at + integerSize(length - (length >>> 2));
            int end = HuffmanEncoder.encode(b, from, to, out, start, start + length);
            if (end >= 0) {
                int coded = end - start;
                int size = integerSize(coded);
                if (at + size != start) System.arraycopy(out, start, out, at + size, coded);
                integer(at, HUFFMAN, STRING_PREFIX, coded);
                return at + size + coded;
            }
        }
        int start = integer(at, 0, STRING_PREFIX, length);
        Words.copy(b, from, out, start, length);
        return start + length;
    }

    /** RFC 7541 section 5.1. */
    private int integer(int at, int pattern, int prefix, int value) {
        if (value < prefix) {
            out[at] = (byte) (pattern | value);
            return at + 1;
        }
        out[at++] = (byte) (pattern | prefix);
        int rest = value - prefix;
        for (; rest >= 0x80; rest >>>= 7) out[at++] = (byte) (rest | 0x80);
        out[at++] = (byte) rest;
        return at;
    }

    /** Bytes of the integer that is a string's length. */
    private static int integerSize(int value) {
        int size = 1;
        if (value >= STRING_PREFIX) {
            size = 2;
            for (int rest = value - STRING_PREFIX; rest >= 0x80; rest >>>= 7) size++;
        }
        return size;
    }

    private void reserve(long length) {
        long need = position + length + FIELD_OVERHEAD;
        if (need > out.length) grow(need);
    }

    private void grow(long need) {
        long wanted = Math.max(need, Math.min(2L * out.length, Integer.MAX_VALUE - 8L));
        out = Arrays.copyOf(out, Math.toIntExact(wanted));
    }

    private void checkOpen() {
        if (!open) throw new IllegalStateException("no block was begun");
    }
}
