package io.assay.hpack;

import io.assay.Checks;
import io.assay.hpack.HpackException.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the header blocks of one direction of a connection, in their order (RFC 7541). Not thread-safe. Nothing is
 * allocated, except scratch space for strings longer than the table, strings if asked for, and errors.
 *
 * <p>An error is final: the table may have lost step with the sender's, so every later call throws the same exception
 * again. Fields before the error have been handed over by then.
 *
 * <p>Memory is about 3.5 times the table size of the settings, and at most 13 times
 * {@link HpackLimits#maxStringLength()} and 200 bytes of scratch space, and where strings are asked for those of the entries
 * in the table; time is linear in the block and the decoded bytes.
 */
public final class HpackDecoder {
    /** Highest table size that a decoder agrees to. */
    public static final int HIGHEST_TABLE_SIZE = 16 << 20;

    private final DecoderTable table;
    private final InterningSink strings;
    private final HpackLimits limits;

    private int settingsSize;
    /** The least that the settings allowed since the last block, where the sender's table was larger; else -1. */
    private int demanded = -1;

    private @Nullable HpackException failure;
    private boolean busy;

    /** Header list size and fields of this block that the limits still allow. */
    private int listLeft;

    private int fieldsLeft;

    private byte[] scratch = {};
    private int placed;
    private final BlockReader reader;
    private final CodedString codedName = new CodedString();
    private final CodedString codedValue = new CodedString();

    /** A decoder with {@link HpackLimits#DEFAULT}. */
    public HpackDecoder(int maxDynamicTableSize) {
        this(maxDynamicTableSize, HpackLimits.DEFAULT);
    }

    /**
     * A decoder.
     *
     * @param maxDynamicTableSize bytes as RFC 7541 section 4.1 counts them, known to both sides: 4096 in HTTP/2
     * @throws IllegalArgumentException when the size is negative or above {@link #HIGHEST_TABLE_SIZE}
     */
    public HpackDecoder(int maxDynamicTableSize, HpackLimits limits) {
        table = new DecoderTable(checkedSize(maxDynamicTableSize));
        strings = new InterningSink(table);
        settingsSize = maxDynamicTableSize;
        this.limits = limits;
        reader = new BlockReader(limits.maxStringLength());
    }

    private static int checkedSize(int size) {
        if (size < 0 || size > HIGHEST_TABLE_SIZE) {
            throw new IllegalArgumentException("table size " + size + " is not in 0 to " + HIGHEST_TABLE_SIZE);
        }
        return size;
    }

    /**
     * The table size of our settings (SETTINGS_HEADER_TABLE_SIZE), to be called when the peer has acknowledged it,
     * between two blocks. If the sender's table is larger, the next block must start with a size update to the least
     * size that was set in between, or less (RFC 7541 section 4.2).
     *
     * @throws IllegalArgumentException when the size is negative or above {@link #HIGHEST_TABLE_SIZE}
     */
    public void maxDynamicTableSize(int settingsValue) {
        settingsSize = checkedSize(settingsValue);
        int mustNotExceed = demanded < 0 ? table.capacity() : demanded;
        if (settingsValue < mustNotExceed) demanded = settingsValue;
        table.reserve(settingsValue);
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
     * Decodes {@code block[from,to)}, one whole header block, to strings.
     *
     * @throws HpackException when the block is not valid or exceeds a limit; see the class
     * @throws IndexOutOfBoundsException when the range is not one of the array
     */
    public void decode(byte[] block, int from, int to, StringSink sink) throws HpackException {
        decode(block, from, to, strings.to(sink));
    }

    /**
     * Decodes {@code block[from,to)}, one whole header block.
     *
     * @throws HpackException when the block is not valid or exceeds a limit; see the class
     * @throws IndexOutOfBoundsException when the range is not one of the array
     */
    public void decode(byte[] block, int from, int to, HeaderSink sink) throws HpackException {
        if (failure != null) throw failure;
        if (Checks.ENABLED) Objects.checkFromToIndex(from, to, block.length);
        try {
            if (busy) throw new HpackException(Kind.ABANDONED, from);
            busy = true;
            listLeft = limits.maxHeaderListSize();
            fieldsLeft = limits.maxFields();
            int at = from;
            if (demanded >= 0 || (at < to && isSizeUpdate(block[at]))) at = sizeUpdates(block, at, to);
            while (at < to) {
                int first = block[at];
                at = first < 0 ? indexed(block, at, to, first & 0x7F, sink) : literal(block, at, to, first, sink);
            }
            busy = false;
        } catch (HpackException e) {
            failure = e;
            throw e;
        }
    }

    private static boolean isSizeUpdate(int first) {
        return (first & 0xE0) == 0x20;
    }

    /** RFC 7541 section 4.2: at the start of a block, the least size of the interval first. */
    private int sizeUpdates(byte[] block, int from, int to) throws HpackException {
        int at = from;
        int most = demanded >= 0 ? demanded : settingsSize;
        for (int updates = 0; at < to && isSizeUpdate(block[at]); updates++) {
            if (updates == limits.maxSizeUpdates()) throw new HpackException(Kind.TOO_MANY_SIZE_UPDATES, at);
            int size = reader.integer(block, at, to, 0x1F);
            if (size > most) throw new HpackException(Kind.TABLE_SIZE_TOO_LARGE, at);
            table.capacity(size);
            demanded = -1;
            most = settingsSize;
            at = reader.next;
        }
        if (demanded >= 0) throw new HpackException(Kind.MISSING_SIZE_UPDATE, at);
        return at;
    }

    private int indexed(byte[] block, int at, int to, int prefix, HeaderSink sink) throws HpackException {
        int index = prefix;
        int end = at + 1;
        // Nearly always the index is in the prefix; the reader would take it through memory.
        if (prefix == 0x7F) {
            index = reader.integer(block, at, to, 0x7F);
            end = reader.next;
        }
        DecoderTable t = table;
        int slot = t.slot(index);
        if (slot < 0) throw new HpackException(Kind.INVALID_INDEX, at);
        int[] entries = t.entries;
        int nameFrom = TableEntry.from(entries, slot);
        int valueFrom = TableEntry.valueFrom(entries, slot);
        int valueTo = TableEntry.to(entries, slot);
        count(valueTo - nameFrom, at);
        byte[] bytes = t.bytes;
        sink.field(bytes, nameFrom, valueFrom, bytes, valueFrom, valueTo, TableEntry.note(entries, slot));
        return end;
    }

    /**
     * Name and value are decoded one behind the other, where the table can make an entry of them. In one piece, because
     * above 325 bytecodes HotSpot does not put a method into its caller: the loop over indexed fields stays small, and
     * can be put into its own.
     */
    private int literal(byte[] block, int at, int to, int first, HeaderSink sink) throws HpackException {
        boolean indexing = first >= 0x40;
        if (isSizeUpdate(first)) throw new HpackException(Kind.MISPLACED_SIZE_UPDATE, at);
        DecoderTable t = table;
        int index = reader.integer(block, at, to, indexing ? 0x3F : 0x0F);
        // The entry that the name is taken from, or 0 where it is spelt out.
        int slot = 0;
        if (index == 0) {
            reader.string(block, reader.next, to, codedName);
        } else {
            slot = t.slot(index);
            if (slot < 0) throw new HpackException(Kind.INVALID_INDEX, at);
        }
        reader.string(block, reader.next, to, codedValue);
        int end = reader.next;
        if (!indexing) {
            withoutIndexing(block, at, slot, (first & 0x10) != 0, sink);
            return end;
        }
        int nameMost = slot == 0 ? codedName.mostDecoded() : t.nameLength(slot);
        byte[] out = place(nameMost + codedValue.mostDecoded());
        int nameFrom = placed;
        int valueFrom;
        if (slot == 0) {
            valueFrom = reader.decode(block, codedName, out, nameFrom);
        } else {
            Words.copy(t.bytes, TableEntry.from(t.entries, slot), out, nameFrom, nameMost);
            valueFrom = nameFrom + nameMost;
        }
        int valueTo = reader.decode(block, codedValue, out, valueFrom);
        count(valueTo - nameFrom, at);
        int nameId = FieldFlags.nameId(TableEntry.note(t.entries, slot));
        int flags;
        if (out == t.bytes) {
            flags = FieldFlags.entry(t.add(valueFrom, valueTo, nameId, slot), nameId);
        } else {
            flags = FieldFlags.entry(t.addCopy(out, valueFrom, valueTo, nameId, slot), nameId);
        }
        sink.field(out, nameFrom, valueFrom, out, valueFrom, valueTo, flags);
        return end;
    }

    /** Strings that are not Huffman-coded are handed over as they lie in the block. */
    private void withoutIndexing(byte[] block, int at, int slot, boolean neverIndexed, HeaderSink sink)
            throws HpackException {
        DecoderTable t = table;
        CodedString n = codedName;
        CodedString v = codedValue;
        int nameMost = slot == 0 && n.huffman ? n.mostDecoded() : 0;
        byte[] out = place(nameMost + (v.huffman ? v.mostDecoded() : 0));
        int written = placed;
        byte[] name = block;
        int nameFrom = n.from;
        int nameTo = n.from + n.length;
        if (slot != 0) {
            name = t.bytes;
            nameFrom = TableEntry.from(t.entries, slot);
            nameTo = TableEntry.valueFrom(t.entries, slot);
        } else if (n.huffman) {
            name = out;
            nameFrom = written;
            nameTo = reader.decode(block, n, out, written);
            written = nameTo;
        }
        byte[] value = block;
        int valueFrom = v.from;
        int valueTo = v.from + v.length;
        if (v.huffman) {
            value = out;
            valueFrom = written;
            valueTo = reader.decode(block, v, out, written);
        }
        count(nameTo - nameFrom + valueTo - valueFrom, at);
        int flags = FieldFlags.name(TableEntry.note(t.entries, slot), neverIndexed);
        sink.field(name, nameFrom, nameTo, value, valueFrom, valueTo, flags);
    }

    /** An array with room for so many bytes at {@link #placed}: the table's own where that has it. */
    private byte[] place(int length) {
        if (length <= table.area) {
            placed = table.room(length);
            return table.bytes;
        }
        if (scratch.length < length + Words.SLACK) scratch = new byte[length + Words.SLACK];
        placed = 0;
        return scratch;
    }

    private void count(int bytes, int at) throws HpackException {
        listLeft -= bytes + TableEntry.OVERHEAD;
        if (listLeft < 0) throw new HpackException(Kind.HEADER_LIST_TOO_LARGE, at);
        if (--fieldsLeft < 0) throw new HpackException(Kind.TOO_MANY_FIELDS, at);
    }
}
