package io.assay.workload;

/**
 * Walks requests in order, round after round, and adds up what was answered, one addition a request. Afterwards the sums
 * are compared with those of the right answers: whoever was asked cannot have been fast by being wrong.
 */
public final class AnswerTally {
    private final RouterRequests requests;
    private final int size;
    private int next;
    private long answered;
    private long answers;
    private long read;
    private long characters;

    /** Starts before the first request. */
    public AnswerTally(RouterRequests requests) {
        this.requests = requests;
        size = requests.size();
    }

    /** Index of the request to ask next. */
    public int next() {
        int i = next;
        next = i + 1 == size ? 0 : i + 1;
        return i;
    }

    /** Counts the answer to the request that {@link #next} gave. */
    public void answered(int answer) {
        answered++;
        answers += answer;
    }

    /** Counts a request whose parameters were read, all of them together this many characters long. */
    public void read(int length) {
        read++;
        characters += length;
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
        characters = 0;
    }

    /**
     * Compares the sums with the right ones for as many requests. Parameters are compared only when they were read.
     *
     * @throws IllegalStateException when they differ
     */
    public void check() {
        long rightAnswers = 0;
        long rightCharacters = 0;
        for (int i = 0; i < size; i++) {
            PlainRouter.Answer right = requests.answer(i);
            rightAnswers += right.route() * times(i, answered);
            for (String value : right.values()) {
                rightCharacters += value.length() * times(i, read);
            }
        }
        if (answers != rightAnswers || characters != rightCharacters) {
            throw new IllegalStateException("a wrong answer: " + answered + " answers add up to " + answers
                    + ", right is " + rightAnswers + "; the parameters of " + read + " requests have " + characters
                    + " characters, right is " + rightCharacters);
        }
    }

    /** How often request {@code i} was asked when the walk went {@code count} steps from the start. */
    private long times(int i, long count) {
        long rounds = count / size;
        return i < count % size ? rounds + 1 : rounds;
    }
}
