package io.assay.hpack;

import io.assay.hpack.HpackException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** RFC 7541 as it reads: a list for the table, one bit at a time for Huffman. Slow, and obviously right. */
final class ReferenceDecoder {
    private final List<Field> table = new ArrayList<>();
    private final HpackLimits limits;
    private int settings;
    private int demanded = -1;
    private int capacity;
    private byte[] block = {};
    private int at;

    ReferenceDecoder(int maxDynamicTableSize, HpackLimits limits) {
        this.limits = limits;
        settings = maxDynamicTableSize;
        capacity = maxDynamicTableSize;
    }

    void maxDynamicTableSize(int size) {
        settings = size;
        if (size < (demanded < 0 ? capacity : demanded)) demanded = size;
    }

    int tableSize() {
        return table.stream().mapToInt(Field::size).sum();
    }

    int tableCount() {
        return table.size();
    }

    List<Field> decode(byte[] wholeBlock) throws HpackException {
        block = wholeBlock;
        at = 0;
        int updates = 0;
        while (at < block.length && (block[at] & 0xE0) == 0x20) {
            if (updates++ == limits.maxSizeUpdates()) throw error(Kind.TOO_MANY_SIZE_UPDATES);
            int size = integer(5);
            if (size > (demanded >= 0 ? demanded : settings)) throw error(Kind.TABLE_SIZE_TOO_LARGE);
            demanded = -1;
            capacity = size;
            evict(0);
        }
        if (demanded >= 0) throw error(Kind.MISSING_SIZE_UPDATE);
        List<Field> fields = new ArrayList<>();
        int listSize = 0;
        while (at < block.length) {
            Field field = field();
            listSize += field.size();
            if (listSize > limits.maxHeaderListSize()) throw error(Kind.HEADER_LIST_TOO_LARGE);
            fields.add(field);
            if (fields.size() > limits.maxFields()) throw error(Kind.TOO_MANY_FIELDS);
        }
        return fields;
    }

    private Field field() throws HpackException {
        int first = block[at] & 0xFF;
        if (first >= 0x80) {
            Field entry = entry(integer(7));
            return Field.of(entry.name(), entry.value());
        }
        if (first >= 0x40) {
            Field field = literal(6, false);
            evict(field.size());
            if (field.size() <= capacity) table.add(0, field);
            return field;
        }
        if (first >= 0x20) throw error(Kind.MISPLACED_SIZE_UPDATE);
        return literal(4, first >= 0x10);
    }

    private Field literal(int prefixBits, boolean never) throws HpackException {
        int index = integer(prefixBits);
        String name = index == 0 ? string() : entry(index).name();
        return new Field(name, string(), never);
    }

    private Field entry(int index) throws HpackException {
        if (index == 0 || index > 61 + table.size()) throw error(Kind.INVALID_INDEX);
        return index <= 61 ? Field.of(StaticTable.NAMES[index], StaticTable.VALUES[index]) : table.get(index - 62);
    }

    private void evict(int need) {
        while (!table.isEmpty() && tableSize() + need > capacity) table.remove(table.size() - 1);
    }

    private int integer(int prefixBits) throws HpackException {
        int prefix = (1 << prefixBits) - 1;
        long value = octet() & prefix;
        if (value < prefix) return (int) value;
        for (int shift = 0; shift < 35; shift += 7) {
            int octet = octet();
            value += (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                if (value > Integer.MAX_VALUE) break;
                return (int) value;
            }
        }
        throw error(Kind.INTEGER_OVERFLOW);
    }

    private String string() throws HpackException {
        if (at == block.length) throw error(Kind.TRUNCATED);
        boolean huffman = block[at] < 0;
        int length = integer(7);
        if (length > block.length - at) throw error(Kind.TRUNCATED);
        byte[] string = Arrays.copyOfRange(block, at, at + length);
        if (huffman) string = huffman(string);
        at += length;
        if (string.length > limits.maxStringLength()) throw error(Kind.STRING_TOO_LONG);
        return new String(string, StandardCharsets.ISO_8859_1);
    }

    private byte[] huffman(byte[] coded) throws HpackException {
        byte[] out = new byte[coded.length * 2];
        int length = RfcHuffman.decode(coded, out);
        if (length < 0) throw error(length == -2 ? Kind.EOS_IN_STRING : Kind.BAD_PADDING);
        return Arrays.copyOf(out, length);
    }

    private int octet() throws HpackException {
        if (at == block.length) throw error(Kind.TRUNCATED);
        return block[at++] & 0xFF;
    }

    private HpackException error(Kind kind) {
        return new HpackException(kind, at);
    }
}
