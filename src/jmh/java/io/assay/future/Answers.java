package io.assay.future;

import io.assay.workload.RoundSum;
import io.assay.workload.TokenTable;

/** Walks the table as inputs, and compares what came out, added up, with what should have. */
final class Answers {
    private final RoundSum sum = new RoundSum(TokenTable.SIZE);
    private final long[] right;

    /**
     * Starts at the first input.
     *
     * @param right what should come out for each
     */
    Answers(long[] right) {
        this.right = right;
    }

    int next() {
        return sum.next();
    }

    void add(long answer) {
        sum.add(answer);
    }

    void rewind() {
        sum.rewind();
    }

    /**
     * Looks back.
     *
     * @throws IllegalStateException when a sum differs
     */
    void check(Object what) {
        if (sum.sum() != sum.expected(right)) {
            throw new IllegalStateException(what + " gave a wrong value in " + sum.steps() + " operations");
        }
    }
}
