package io.assay.hpack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The static table of RFC 7541, Appendix A, laid out as the dynamic tables are, with its two hash indexes. */
final class StaticTable {
    /** Entries; indexes run from 1 to this. */
    static final int SIZE = 61;

    private static final String FIELDS = """
            :authority
            :method GET
            :method POST
            :path /
            :path /index.html
            :scheme http
            :scheme https
            :status 200
            :status 204
            :status 206
            :status 304
            :status 400
            :status 404
            :status 500
            accept-charset
            accept-encoding gzip, deflate
            accept-language
            accept-ranges
            accept
            access-control-allow-origin
            age
            allow
            authorization
            cache-control
            content-disposition
            content-encoding
            content-language
            content-length
            content-location
            content-range
            content-type
            cookie
            date
            etag
            expect
            expires
            from
            host
            if-match
            if-modified-since
            if-none-match
            if-range
            if-unmodified-since
            last-modified
            link
            location
            max-forwards
            proxy-authenticate
            proxy-authorization
            range
            referer
            refresh
            retry-after
            server
            set-cookie
            strict-transport-security
            transfer-encoding
            user-agent
            vary
            via
            www-authenticate
            """;

    /** Names and values by index; nothing at 0. */
    static final String[] NAMES = new String[SIZE + 1];

    static final String[] VALUES = new String[SIZE + 1];

    /** All names and values, an entry's value right behind its name, and then slack. */
    static final byte[] BYTES;
    /** By index: where its name starts, where its value starts, where that ends, and flags of the decoder. */
    static final int[] ENTRIES = new int[(SIZE + 1) * TableEntry.INTS];

    /** No value is longer. */
    static final int LONGEST_VALUE = "gzip, deflate".length();

    /** Bytes of a value that are told in one word with their number. */
    private static final int LONGEST_SHORT = 7;

    /** The first index with the name {@code :status}. */
    static final int STATUS = 8;

    /** By status code: its index, or 0. */
    private static final byte[] STATUSES = new byte[501];

    private static final int[] NAME_HASHES = new int[SIZE + 1];
    private static final StaticIndex BY_NAME;
    private static final StaticIndex BY_FIELD;
    /** By index: values of one to seven bytes as a word, see {@link #word}; else 0. */
    private static final long[] SHORT_VALUES = new long[SIZE + 1];

    private static final StaticIndex BY_SHORT_VALUE;

    static {
        List<String> lines = FIELDS.lines().toList();
        StringBuilder text = new StringBuilder();
        int[] fieldHashes = new int[SIZE + 1];
        int[] firstOfName = new int[SIZE + 1];
        int[] all = new int[SIZE + 1];
        NAMES[0] = "";
        VALUES[0] = "";
        for (int index = 1; index <= SIZE; index++) {
            String line = lines.get(index - 1);
            int space = line.indexOf(' ');
            NAMES[index] = (space < 0 ? line : line.substring(0, space)).intern();
            VALUES[index] = (space < 0 ? "" : line.substring(space + 1)).intern();
            boolean again = NAMES[index].equals(NAMES[index - 1]);
            int nameId = again ? firstOfName[index - 1] : index;
            firstOfName[index] = nameId;
            if (nameId == STATUS) STATUSES[Integer.parseInt(VALUES[index])] = (byte) index;
            all[index] = index;
            int from = text.length();
            int valueFrom = text.append(NAMES[index]).length();
            int to = text.append(VALUES[index]).length();
            TableEntry.set(ENTRIES, index, from, valueFrom, to, FieldFlags.entry(index, nameId));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        BYTES = Arrays.copyOf(bytes, bytes.length + Words.SLACK);
        for (int index = 1; index <= SIZE; index++) {
            int valueFrom = TableEntry.valueFrom(ENTRIES, index);
            NAME_HASHES[index] = FieldHash.ofName(BYTES, TableEntry.from(ENTRIES, index), valueFrom);
            fieldHashes[index] = FieldHash.ofField(NAME_HASHES[index], BYTES, valueFrom, TableEntry.to(ENTRIES, index));
        }
        BY_NAME = new StaticIndex(NAME_HASHES, firstOfName);
        BY_FIELD = new StaticIndex(fieldHashes, all);
        int[] shortHashes = new int[SIZE + 1];
        int[] withShortValue = new int[SIZE + 1];
        for (int index = 1; index <= SIZE; index++) {
            int valueFrom = TableEntry.valueFrom(ENTRIES, index);
            int length = TableEntry.to(ENTRIES, index) - valueFrom;
            if (length == 0 || length > LONGEST_SHORT) continue;
            SHORT_VALUES[index] = word(BYTES, valueFrom, length);
            shortHashes[index] = shortHash(firstOfName[index], SHORT_VALUES[index]);
            withShortValue[index] = index;
        }
        BY_SHORT_VALUE = new StaticIndex(shortHashes, withShortValue);
    }

    private StaticTable() {}

    /** {@link FieldHash#ofName} of the name at an index. */
    static int nameHash(int index) {
        return NAME_HASHES[index];
    }

    /** The first index with the name at an index. */
    static int firstOfName(int index) {
        return FieldFlags.nameId(TableEntry.note(ENTRIES, index));
    }

    /** The index of {@code :status} with this value, or 0. */
    static int status(int status) {
        return status >= 0 && status < STATUSES.length ? STATUSES[status] : 0;
    }

    /**
     * The index of the field that has this value and the name at {@code alike}, or 0 where that is not an index, or the
     * value empty or longer than {@link #LONGEST_SHORT}: such a value is compared as one word.
     */
    static int shortValue(int alike, byte[] b, int from, int to) {
        int length = to - from;
        if (length == 0 || length > LONGEST_SHORT || alike > SIZE || alike == 0) return 0;
        int nameId = firstOfName(alike);
        long word = word(b, from, length);
        int index = BY_SHORT_VALUE.candidate(shortHash(nameId, word));
        return SHORT_VALUES[index] == word && firstOfName(index) == nameId ? index : 0;
    }

    /** At most seven bytes, and their number. */
    private static long word(byte[] b, int from, int length) {
        return Words.few(b, from, length) | (long) length << (Long.SIZE - Byte.SIZE);
    }

    private static int shortHash(int nameId, long word) {
        return (int) (((word ^ nameId) * Words.MIX) >>> Integer.SIZE);
    }

    /** The first index with this name, or 0. */
    static int name(int hash, byte[] b, int from, int to) {
        int index = BY_NAME.candidate(hash);
        return index != 0 && TableEntry.hasName(ENTRIES, index, BYTES, b, from, to) ? index : 0;
    }

    /** The index of this field, or 0; {@code alike}, unless 0, is an index that has its name. */
    static int field(
            int hash, int alike, byte[] name, int nameFrom, int nameTo, byte[] value, int valueFrom, int valueTo) {
        int index = BY_FIELD.candidate(hash);
        if (index == 0 || !TableEntry.hasValue(ENTRIES, index, BYTES, value, valueFrom, valueTo)) return 0;
        boolean named = alike != 0
                ? firstOfName(index) == firstOfName(alike)
                : TableEntry.hasName(ENTRIES, index, BYTES, name, nameFrom, nameTo);
        return named ? index : 0;
    }
}
