package io.assay.hpack;

/**
 * Guesses which field of a block comes next: most blocks of a connection name the same fields in the same order. A guess
 * costs a comparison; a right one saves the hashes of name and value and the way through an index, and one that is right
 * about the name alone saves the hash of that. A guess may be any slot, even of an entry that is gone.
 */
final class FieldOrder {
    /** Places for fields whose name no table has, by the name's hash. */
    private static final int NAMELESS = 16;

    private static final int DOUBT_BITS = 2;
    private static final int MOST_DOUBT = (1 << DOUBT_BITS) - 1;
    /** Of values that change each time the comparison would be a branch that the processor mispredicts each time. */
    private static final int TOO_MUCH_DOUBT = 2;

    /** By slot: the slot that came behind it when it was there last, and in the low bits how often that was wrong. */
    private int[] after = {};

    private int slots;

    /** Makes room for a table; of a larger one everything is learnt anew. */
    void reserve(int tableSlots) {
        if (tableSlots <= slots) return;
        slots = tableSlots;
        after = new int[tableSlots + NAMELESS];
    }

    /** The place that stands for a name that is in no table. */
    int nameless(int nameHash) {
        return slots + (nameHash & (NAMELESS - 1));
    }

    /** What is likely to come behind a place: for {@link #slot} and {@link #sure}. */
    int guess(int place) {
        return after[place];
    }

    /** The slot of a guess, 0 for none. */
    static int slot(int guess) {
        return guess >>> DOUBT_BITS;
    }

    /** Whether the value is worth a comparison, and not just the name. */
    static boolean sure(int guess) {
        return (guess & MOST_DOUBT) < TOO_MUCH_DOUBT;
    }

    /** What came behind the place was a field that was guessed: no doubt is left. */
    void confirm(int place, int guess) {
        if ((guess & MOST_DOUBT) != 0) after[place] = guess & ~MOST_DOUBT;
    }

    /** What came behind the place was found otherwise. */
    void learn(int place, int slot) {
        int known = after[place];
        // No branch on whether the guess was right: where values change each time it would be mispredicted.
        int miss = slot(known) ^ slot;
        int more = 1 - 2 * ((miss - 1) >>> (Integer.SIZE - 1));
        int doubt = Math.max(0, Math.min((known & MOST_DOUBT) + more, MOST_DOUBT));
        after[place] = slot << DOUBT_BITS | doubt;
    }

    /** What came behind the place has this name, and a value that no table takes: it will be another next time. */
    void learnName(int place, int slot) {
        after[place] = slot << DOUBT_BITS | Math.min((after[place] & MOST_DOUBT) + 1, MOST_DOUBT);
    }

    /** A new entry is likely to be followed by what followed the one with its name before it. */
    void inherit(int slot, int from) {
        after[slot] = after[from];
    }
}
