package io.assay.workload;

/**
 * Walks a sequence round after round and adds up what came out, one addition a step; afterwards the sum can be compared
 * with what the same steps should have brought.
 */
public final class RoundSum {
    private final int size;
    private int next;
    private long steps;
    private long sum;

    /**
     * Starts before the first element.
     *
     * @param size number of elements in a round, at least 1
     */
    public RoundSum(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a round needs an element, not " + size);
        }
        this.size = size;
    }

    /** Index of the element to take next. */
    public int next() {
        int i = next;
        next = i + 1 == size ? 0 : i + 1;
        steps++;
        return i;
    }

    /** Index of the first of so many elements to take; behind the last one comes the first again. */
    public int next(int count) {
        int i = next;
        next = (i + count) % size;
        steps += count;
        return i;
    }

    /** Adds what came out for the elements that {@link #next} gave. */
    public void add(long amount) {
        sum += amount;
    }

    /** Goes back before the first element and forgets the sum. */
    public void rewind() {
        next = 0;
        steps = 0;
        sum = 0;
    }

    /** What came out since the last {@link #rewind}. */
    public long sum() {
        return sum;
    }

    /** Number of steps since the last {@link #rewind}. */
    public long steps() {
        return steps;
    }

    /** What should have come out in as many steps, modulo 2^64. */
    public long expected(long[] right) {
        long expected = 0;
        for (int i = 0; i < size; i++) {
            expected += right[i] * (steps / size + (i < steps % size ? 1 : 0));
        }
        return expected;
    }
}
