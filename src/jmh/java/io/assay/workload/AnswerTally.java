package io.assay.workload;

import java.util.Random;

/**
 * Walks requests in order, round after round, and adds up what was answered, each answer times a weight of its request:
 * one multiplication and one addition that nothing waits for. Afterwards the sums are compared with those of the right
 * answers: whoever was asked cannot have been fast by being wrong. The weights are drawn at random, so right answers to
 * the wrong requests do not add up either.
 */
public final class AnswerTally {
    private final int size;
    private final int[] weights;
    private final long[] weightedAnswers;
    private final long[] weightedValues;
    private int next;
    private long answered;
    private long answers;
    private long read;
    private long values;

    /** Starts before the first request. */
    public AnswerTally(RouterRequests requests) {
        size = requests.size();
        Random random = Seeds.random("answer weights");
        weights = random.ints(size).map(weight -> weight | 1).toArray();
        // Here and not in check(), which runs within an iteration: what it allocated would count as the benchmark's.
        weightedAnswers = new long[size];
        weightedValues = new long[size];
        for (int i = 0; i < size; i++) {
            PlainRouter.Answer right = requests.answer(i);
            weightedAnswers[i] = (long) right.route() * weights[i];
            int folded = 0;
            for (String value : right.values()) {
                folded = fold(folded, value);
            }
            weightedValues[i] = (long) folded * weights[i];
        }
    }

    /** Index of the request to ask next. */
    public int next() {
        int i = next;
        next = i + 1 == size ? 0 : i + 1;
        return i;
    }

    /** Counts the answer to the request {@code i} that {@link #next} gave. */
    public void answered(int i, int answer) {
        answered++;
        answers += (long) answer * weights[i];
    }

    /**
     * Counts the request {@code i} whose parameters were read.
     *
     * @param folded {@link #fold} over all of them in order, from 0
     */
    public void read(int i, int folded) {
        read++;
        values += (long) folded * weights[i];
    }

    /**
     * Takes a parameter's value into those before it: its length and both ends, which is little beside the work of making
     * it, and differs when two values change places.
     *
     * @param folded what came out for the parameter before, 0 for the first
     */
    public static int fold(int folded, String value) {
        int length = value.length();
        int ends = length == 0 ? 0 : (value.charAt(0) << 16) + (value.charAt(length - 1) << 8);
        return 31 * folded + ends + length;
    }

    /** Number of requests answered since the last {@link #rewind}. */
    public long items() {
        return answered;
    }

    /** Goes back before the first request and forgets the sums. */
    public void rewind() {
        next = 0;
        answered = 0;
        answers = 0;
        read = 0;
        values = 0;
    }

    /**
     * Compares the sums with the right ones for as many requests. Parameters are compared only when they were read.
     *
     * @throws IllegalStateException when they differ
     */
    public void check() {
        long rightAnswers = 0;
        long rightValues = 0;
        for (int i = 0; i < size; i++) {
            rightAnswers += weightedAnswers[i] * times(i, answered);
            rightValues += weightedValues[i] * times(i, read);
        }
        if (answers != rightAnswers || values != rightValues) {
            throw new IllegalStateException("a wrong answer: the weighted sum of " + answered + " answers is " + answers
                    + ", right is " + rightAnswers + "; that of the parameters of " + read + " requests is " + values
                    + ", right is " + rightValues);
        }
    }

    /** How often request {@code i} was asked when the walk went {@code count} steps from the start. */
    private long times(int i, long count) {
        long rounds = count / size;
        return i < count % size ? rounds + 1 : rounds;
    }
}
