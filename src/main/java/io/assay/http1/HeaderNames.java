package io.assay.http1;

/**
 * Finds the id of a well-known name. The first and the last eight octets and the length go into one multiplication;
 * what lies in its slot is compared word by word, letters in either case and every other octet exactly. A name that is
 * equal is thereby a token, and needs no check of its octets.
 */
final class HeaderNames {
    /** Above this a name is not well known. */
    static final int LONGEST = 32;

    private static final int BITS = 10;
    /** Found by search: no two names fall into one slot. The test of this class says so when a name is added. */
    private static final long FACTOR = 0x823D06F731E8CEDL;

    /** The same for {@link #shortId}. */
    private static final long SHORT_FACTOR = 0xBB1AD57319B89CD9L;
    /** Above this a name is not short. */
    private static final int SHORT = 15;

    private static final long CASE = 0x2020202020202020L;

    private static final byte[] SLOTS = new byte[1 << BITS];
    private static final byte[] LENGTHS = new byte[256];
    /** Eight longs a name: first, last, second and third word, each with the bits that must be equal. */
    private static final long[] WORDS;

    private static final byte[] SHORT_SLOTS = new byte[1 << BITS];
    /** Four longs a short name: both words, each with the bits that must be equal. */
    private static final long[] SHORT_WORDS = new long[256 * 4];

    static {
        HeaderName[] names = HeaderName.values();
        WORDS = new long[(names.length + 1) * 8];
        for (HeaderName name : names) {
            add(name.lowerCase(), name.id());
            if (name.text().length() <= SHORT) addShort(name.lowerCase(), name.id());
        }
    }

    private HeaderNames() {}

    private static void add(String name, int id) {
        int length = name.length();
        long first = Words.of(name.substring(0, Math.min(8, length)));
        long tail = length < 8 ? first : Words.of(name.substring(length - 8));
        int slot = slot(first, tail, length);
        if (SLOTS[slot] != 0 || length > LONGEST) throw new IllegalStateException("no slot for " + name);
        SLOTS[slot] = (byte) id;
        LENGTHS[id] = (byte) length;
        put(WORDS, id * 8, first);
        put(WORDS, id * 8 + 2, tail);
        if (length > 16) put(WORDS, id * 8 + 4, Words.of(name.substring(8, 16)));
        if (length > 24) put(WORDS, id * 8 + 6, Words.of(name.substring(16, 24)));
    }

    private static void addShort(String name, int id) {
        long first = Words.of(name.substring(0, Math.min(8, name.length())));
        long second = Words.of(name.substring(Math.min(8, name.length())));
        int slot = shortSlot(first, second);
        if (SHORT_SLOTS[slot] != 0) throw new IllegalStateException("no slot for " + name);
        SHORT_SLOTS[slot] = (byte) id;
        put(SHORT_WORDS, id * 4, first);
        put(SHORT_WORDS, id * 4 + 2, second);
    }

    private static void put(long[] words, int at, long word) {
        long fold = 0;
        for (int i = 0; i < 64; i += 8) {
            int c = (int) (word >>> i) & 0xFF;
            if (c >= 'a' && c <= 'z') fold |= 0x20L << i;
        }
        words[at] = word;
        words[at + 1] = ~fold;
    }

    private static int slot(long first, long tail, int length) {
        long key = (first | CASE) ^ Long.rotateLeft(tail | CASE, 21) ^ ((long) length << 7);
        return (int) ((key * FACTOR) >>> (64 - BITS));
    }

    private static int shortSlot(long first, long second) {
        long key = (first | CASE) ^ Long.rotateLeft(second | CASE, 21);
        return (int) ((key * SHORT_FACTOR) >>> (64 - BITS));
    }

    /**
     * The id of a name of 1 to 15 octets without NUL, or 0, by two comparisons and no branch on its length.
     *
     * @param first its first eight octets, zeros behind it
     * @param second those after the eighth, zeros behind them
     */
    static int shortId(long first, long second) {
        int id = SHORT_SLOTS[shortSlot(first, second)];
        long[] words = SHORT_WORDS;
        int k = id * 4;
        long difference = ((first ^ words[k]) & words[k + 1]) | ((second ^ words[k + 2]) & words[k + 3]);
        return difference == 0 ? id : 0;
    }

    /**
     * The id of the name, or 0.
     *
     * @param first its first eight octets; if it is shorter, zeros behind it
     */
    static int id(byte[] b, int at, int length, long first) {
        long tail = length < 8 ? first : Words.word(b, at + length - 8);
        int id = SLOTS[slot(first, tail, length)];
        if (length != LENGTHS[id]) return 0;
        long[] words = WORDS;
        int k = id * 8;
        long difference = ((first ^ words[k]) & words[k + 1]) | ((tail ^ words[k + 2]) & words[k + 3]);
        if (length > 16) {
            difference |= (Words.word(b, at + 8) ^ words[k + 4]) & words[k + 5];
            if (length > 24) difference |= (Words.word(b, at + 16) ^ words[k + 6]) & words[k + 7];
        }
        return difference == 0 ? id : 0;
    }
}
