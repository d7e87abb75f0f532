package io.assay.workload;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The values and the function of the future benchmarks. The tokens lie in a ring of drawn order, and the function gives
 * the next one: it depends on its input, costs one load, and allocates nothing, so that what is measured is the futures.
 */
public final class TokenTable {
    /** Tokens; a power of two, few enough for the first level of cache. */
    public static final int SIZE = 512;

    private static final int MASK = SIZE - 1;

    /** By number, as inputs are walked. */
    private final Token[] tokens = new Token[SIZE];

    /** By place in the ring. */
    private final Token[] ring = new Token[SIZE];

    /** Draws a table; always the same one. */
    public TokenTable() {
        Random random = Seeds.random("tokens");
        List<Integer> places = IntStream.range(0, SIZE).boxed().collect(Collectors.toList());
        Collections.shuffle(places, random);
        for (int i = 0; i < SIZE; i++) {
            Token token = new Token(places.get(i), random.nextLong());
            tokens[i] = token;
            ring[token.place] = token;
        }
        for (Token token : ring) {
            token.next = ring[(token.place + 1) & MASK];
        }
    }

    /** An input, 0 to {@link #SIZE} - 1. */
    public Token token(int number) {
        return tokens[number];
    }

    /** The input some places on, round the end. */
    public Token token(int number, int on) {
        return tokens[(number + on) & MASK];
    }

    /** The function that futures apply. */
    public static Token step(Token token) {
        return token.next;
    }

    /** What should come out for each input after so many steps, as weights. */
    public long[] weightsAfter(int steps) {
        long[] weights = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            weights[i] = ring[(tokens[i].place + steps) & MASK].weight;
        }
        return weights;
    }

    /** What should come out for each input when as many from there on are taken together. */
    public long[] weightsTogether(int count) {
        long[] weights = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int k = 0; k < count; k++) {
                weights[i] += token(i, k).weight;
            }
        }
        return weights;
    }
}
