package io.assay.http1;

import java.nio.charset.StandardCharsets;

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

    /** Found by search: no two different keys of {@link #guess} fall into one slot. */
    private static final int GUESS_FACTOR = 0x652381FB;

    private static final long CASE = 0x2020202020202020L;

    private static final byte[] SLOTS = new byte[1 << BITS];
    private static final byte[] LENGTHS = new byte[256];
    /** Eight longs a name: first, last, second and third word, each with the bits that must be equal. */
    private static final long[] WORDS;

    /** Octets of a row of {@link #LINES}, those of a vector. */
    static final int ROW = 64;
    /** Each name in small letters with its colon, in the row of its id. */
    static final byte[] LINES = new byte[256 * ROW];

    private static final byte[] GUESSES = new byte[1 << BITS];

    static {
        HeaderName[] names = HeaderName.values();
        WORDS = new long[(names.length + 1) * 8];
        for (HeaderName name : names) {
            add(name.lowerCase(), name.id());
            addLine(name.lowerCase() + ":", name.id());
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

    private static void addLine(String line, int id) {
        byte[] octets = ("\n" + line).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(octets, 1, LINES, id * ROW, line.length());
        int slot = guessSlot(Words.half(octets, octets.length - 4), line.length() - 1);
        if (GUESSES[slot] == 0) GUESSES[slot] = (byte) id;
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

    private static int guessSlot(int last, int length) {
        return (((last | (int) CASE) ^ length << 24) * GUESS_FACTOR) >>> (32 - BITS);
    }

    /**
     * What the id is, of a name that ends so, if it is well known at all; but that of the first where well-known names
     * of one length end alike.
     *
     * @param last the three octets before the colon, and the colon
     */
    static int guess(int last, int length) {
        return GUESSES[guessSlot(last, length)] & 0xFF;
    }

    /** The id of the name, or 0. */
    static int id(byte[] b, int at, int length) {
        long first = Words.wordOrZeros(b, at);
        return id(b, at, length, length < 8 ? Words.lowest(first, length) : first);
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
