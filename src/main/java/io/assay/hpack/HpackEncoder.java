package io.assay.hpack;

import io.assay.Checks;
import io.assay.hpack.HpackEncoderOptions.Huffman;
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
    private static final int WITH_INDEXING = 0x40;
    private static final int WITH_INDEXING_PREFIX = 0x3F;
    private static final int NEVER_INDEXED = 0x10;
    private static final int WITHOUT_INDEXING = 0;
    private static final int LITERAL_PREFIX = 0x0F;
    private static final int SIZE_UPDATE = 0x20;
    private static final int SIZE_UPDATE_PREFIX = 0x1F;

    private final EncoderTable table;
    private final IndexingPolicy policy;
    private final FieldOrder order = new FieldOrder();
    private final HpackEncoderOptions options;
    private final BlockWriter writer;

    private int settingsSize;
    /** Size update to come: the least size since the last block, and the size now; -1 for none. */
    private int leastSize = -1;

    private int finalSize = -1;

    private boolean open;
    /** The slot of the field before, or the place for names without one: where {@link #order} looks. */
    private int place;

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
        writer = new BlockWriter(options.huffman() == Huffman.AUTO);
        policy = new IndexingPolicy(options.indexing());
        settingsSize = checkedSize(maxDynamicTableSize);
        table = new EncoderTable(Math.min(settingsSize, options.maxDynamicTableSize()));
        order.reserve(table.slots());
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
     * Starts a block at {@code buffer[at]}. Where the buffer does not hold name, value and 26 bytes more
     * of each field, a larger one may take its place: see {@link #buffer()}.
     *
     * @throws IllegalStateException when a block was begun and not ended
     * @throws IndexOutOfBoundsException when the position is not in the array or at its end
     */
    public void begin(byte[] buffer, int at) {
        if (Checks.ENABLED) {
            if (open) throw new IllegalStateException("the block before was not ended");
            Objects.checkFromToIndex(at, buffer.length, buffer.length);
        }
        BlockWriter w = writer;
        if (w.out != buffer) w.out = buffer;
        w.position = at;
        open = true;
        place = 0;
        if (finalSize >= 0) updateSize();
    }

    private void updateSize() {
        writer.reserve(0);
        if (leastSize < finalSize) {
            table.capacity(leastSize);
            writer.integer(SIZE_UPDATE, SIZE_UPDATE_PREFIX, leastSize);
        }
        table.capacity(finalSize);
        order.reserve(table.slots());
        writer.integer(SIZE_UPDATE, SIZE_UPDATE_PREFIX, finalSize);
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
        return writer.position;
    }

    /** The array that the block is in: the one given to {@link #begin}, or a larger one with the same bytes. */
    public byte[] buffer() {
        return writer.out;
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
            Objects.requireNonNull(sensitivity, "sensitivity");
        }
        encode(name, nameFrom, nameTo, value, valueFrom, valueTo, sensitivity);
    }

    /** As {@code add}, and gives the slot in which a table has the field now, or 0. */
    private int encode(
            byte[] name, int nameFrom, int nameTo, byte[] value, int valueFrom, int valueTo, Sensitivity sensitivity) {
        int guess = order.guess(place);
        int slot = FieldOrder.slot(guess);
        if (FieldOrder.sure(guess)
                && sensitivity != Sensitivity.SECRET
                && table.hasField(slot, name, nameFrom, nameTo, value, valueFrom, valueTo)) {
            order.confirm(place, guess);
            return indexed(slot);
        }
        return lookUp(slot, name, nameFrom, nameTo, value, valueFrom, valueTo, sensitivity);
    }

    /**
     * What was not guessed: an index or a literal. In one piece, because above 325 bytecodes HotSpot does not put a method
     * into its caller: there it works out in advance what only this needs, for each field that was guessed right.
     */
    private int lookUp(
            int guessed,
            byte[] name,
            int nameFrom,
            int nameTo,
            byte[] value,
            int valueFrom,
            int valueTo,
            Sensitivity sensitivity) {
        EncoderTable t = table;
        boolean secret = sensitivity == Sensitivity.SECRET;
        int alike = 0;
        if (t.hasName(guessed, name, nameFrom, nameTo)) {
            alike = guessed;
            if (!secret) {
                int slot = StaticTable.shortValue(alike, value, valueFrom, valueTo);
                if (slot != 0) {
                    order.learn(place, slot);
                    return indexed(slot);
                }
            }
        }
        int nameHash = alike != 0 ? t.nameHash(alike) : FieldHash.ofName(name, nameFrom, nameTo);
        int hash = 0;
        if (!secret && t.mayHave(nameTo - nameFrom, valueTo - valueFrom)) {
            hash = FieldHash.ofField(nameHash, value, valueFrom, valueTo);
            int slot = t.field(hash, alike, name, nameFrom, nameTo, value, valueFrom, valueTo);
            if (slot != 0) {
                order.learn(place, slot);
                return indexed(slot);
            }
        }
        writer.reserve((long) nameTo - nameFrom + valueTo - valueFrom);
        int nameSlot = t.name(nameHash, alike, name, nameFrom, nameTo);
        int size = nameTo - nameFrom + valueTo - valueFrom + TableEntry.OVERHEAD;
        if (!secret && policy.wants(nameHash, hash, size, t.index(nameSlot), t)) {
            literal(WITH_INDEXING, WITH_INDEXING_PREFIX, nameSlot, name, nameFrom, nameTo, value, valueFrom, valueTo);
            int added = t.add(nameHash, hash, name, nameFrom, nameTo, value, valueFrom, valueTo);
            if (alike != 0) order.inherit(added, alike);
            order.learn(place, added);
            place = added;
            return added;
        }
        int pattern = secret ? NEVER_INDEXED : WITHOUT_INDEXING;
        literal(pattern, LITERAL_PREFIX, nameSlot, name, nameFrom, nameTo, value, valueFrom, valueTo);
        if (nameSlot == 0) {
            place = order.nameless(nameHash);
        } else {
            order.learnName(place, nameSlot);
            place = nameSlot;
        }
        return 0;
    }

    private int indexed(int slot) {
        place = slot;
        if (slot > StaticTable.SIZE) {
            table.used(slot);
            policy.hit(table.nameHash(slot));
        }
        writer.indexed(table.index(slot));
        return slot;
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
     * Adds a field, a byte for each char. Fastest where what comes again is the same object: then it is not even read.
     * References to strings of the table's entries are kept for that.
     *
     * @throws IllegalArgumentException for a char above U+00FF: cut to a byte it could become a line break
     * @throws IllegalStateException when no block was begun
     */
    public void add(String name, String value, Sensitivity sensitivity) {
        if (Checks.ENABLED) {
            checkOpen();
            Objects.requireNonNull(sensitivity, "sensitivity");
        }
        int guess = order.guess(place);
        int same = FieldOrder.slot(guess);
        if (sensitivity != Sensitivity.SECRET && table.isSame(same, name, value)) {
            order.confirm(place, guess);
            indexed(same);
            return;
        }
        int nameLength = name.length();
        int length = Math.addExact(nameLength, value.length());
        if (latin.length < length) latin = new byte[Math.max(length, 2 * latin.length)];
        int bits = copy(name, latin, 0) | copy(value, latin, nameLength);
        if (bits > 0xFF) throw new IllegalArgumentException("a char above U+00FF in field " + name);
        int slot = encode(latin, 0, nameLength, latin, nameLength, length, sensitivity);
        if (slot != 0) table.keep(slot, name, value);
    }

    /**
     * Adds {@code :status}, which a server has as a number: those of the static table are one byte without a look at text.
     *
     * @throws IllegalArgumentException when the status is not three digits, 100 to 999
     * @throws IllegalStateException when no block was begun
     */
    public void addStatus(int status) {
        if (Checks.ENABLED) checkOpen();
        int slot = StaticTable.status(status);
        if (slot != 0) {
            order.learn(place, slot);
            indexed(slot);
            return;
        }
        if (status < 100 || status > 999)
            throw new IllegalArgumentException("status " + status + " is not three digits");
        if (latin.length < 3) latin = new byte[16];
        latin[0] = (byte) ('0' + status / 100);
        latin[1] = (byte) ('0' + status / 10 % 10);
        latin[2] = (byte) ('0' + status % 10);
        int nameFrom = TableEntry.from(StaticTable.ENTRIES, StaticTable.STATUS);
        int nameTo = TableEntry.valueFrom(StaticTable.ENTRIES, StaticTable.STATUS);
        encode(StaticTable.BYTES, nameFrom, nameTo, latin, 0, 3, Sensitivity.PUBLIC);
    }

    /** Gives bits of which some are above the low eight where a char is. */
    @SuppressWarnings("deprecation") // the only one that gives low bytes into an array that is there
    private static int copy(String s, byte[] to, int at) {
        int length = s.length();
        int bits = 0;
        for (int i = 0; i < length; i++) bits |= s.charAt(i);
        s.getBytes(0, length, to, at);
        return bits;
    }

    private void literal(
            int pattern,
            int prefix,
            int nameSlot,
            byte[] name,
            int nameFrom,
            int nameTo,
            byte[] value,
            int valueFrom,
            int valueTo) {
        BlockWriter w = writer;
        w.integer(pattern, prefix, table.index(nameSlot));
        if (nameSlot == 0) w.string(name, nameFrom, nameTo);
        w.string(value, valueFrom, valueTo);
    }

    private void checkOpen() {
        if (!open) throw new IllegalStateException("no block was begun");
    }
}
