package io.assay.calibration.growth;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Algorithms by name, each with the class that the books give it. */
public enum KnownAlgorithm {
    /** Looks one of n keys up in a hash map. */
    HASH_MAP("O(1)") {
        @Override
        Work over(int n, Random random) {
            Map<Long, Long> map = new HashMap<>();
            Long[] keys = new Long[n];
            for (int i = 0; i < n; i++) {
                keys[i] = random.nextLong();
                map.put(keys[i], (long) i);
            }
            return turn -> map.get(keys[(turn & Integer.MAX_VALUE) % n]);
        }
    },
    /** Looks one of n keys up in a sorted array. */
    BINARY_SEARCH("O(log n)") {
        @Override
        Work over(int n, Random random) {
            long[] keys = random.longs(n).sorted().toArray();
            int[] asked = random.ints(WALK, 0, n).toArray();
            return turn -> Arrays.binarySearch(keys, keys[asked[turn & (WALK - 1)]]);
        }
    },
    /** Finds a word at the end of a text after Knuth, Morris and Pratt: the text once. */
    KMP_SEARCH("O(n)") {
        @Override
        Work over(int n, Random random) {
            byte[] text = adversary(n);
            byte[] word = adversary(Math.max(2, n / 2));
            int[] failure = failure(word);
            return turn -> kmp(text, word, failure);
        }
    },
    /** The same text and word, tried at every place. */
    NAIVE_SEARCH("O(n^2)") {
        @Override
        Work over(int n, Random random) {
            byte[] text = adversary(n);
            byte[] word = adversary(Math.max(2, n / 2));
            return turn -> naive(text, word);
        }
    },
    /** Sorts n random numbers by dual-pivot quicksort. */
    QUICKSORT("O(n log n)") {
        @Override
        Work over(int n, Random random) {
            long[][] numbers = inputs(() -> random.longs(n).toArray(), long[][]::new);
            return turn -> {
                long[] sorted = numbers[turn & (INPUTS - 1)].clone();
                Arrays.sort(sorted);
                return sorted[0];
            };
        }
    },
    /** Sorts n random objects by merging. */
    MERGE_SORT("O(n log n)") {
        @Override
        Work over(int n, Random random) {
            Long[][] numbers = inputs(() -> random.longs(n).boxed().toArray(Long[]::new), Long[][]::new);
            return turn -> {
                Long[] sorted = numbers[turn & (INPUTS - 1)].clone();
                Arrays.sort(sorted);
                return sorted[0];
            };
        }
    },
    /** Inserts n random numbers one by one where they belong in a list. */
    SORTED_INSERTION("O(n^2)") {
        @Override
        Work over(int n, Random random) {
            int[][] inputs = inputs(() -> random.ints(n).toArray(), int[][]::new);
            return turn -> {
                int[] numbers = inputs[turn & (INPUTS - 1)];
                int[] list = new int[n];
                for (int size = 0; size < n; size++) {
                    int at = size;
                    while (at > 0 && list[at - 1] > numbers[size]) {
                        list[at] = list[at - 1];
                        at--;
                    }
                    list[at] = numbers[size];
                }
                return list[n / 2];
            };
        }
    },
    /** A regular expression that reads the rest of the text again from every place. */
    QUADRATIC_REGEX("O(n^2)") {
        @Override
        Work over(int n, Random random) {
            Pattern pattern = Pattern.compile("a+b");
            String text = "a".repeat(n);
            return turn -> pattern.matcher(text).find();
        }
    };

    private static final int WALK = 1 << 14;

    /** Arrays that a sort gets by turns, a power of two: the branches of a short one alone are learned by heart. */
    private static final int INPUTS = 16;

    private final String growth;

    KnownAlgorithm(String growth) {
        this.growth = growth;
    }

    /** The class that theory gives it. */
    public String growth() {
        return growth;
    }

    /** One run of an algorithm. */
    interface Work {
        /** Runs it; turns are counted so that lookups can walk. */
        Object run(int turn);
    }

    abstract Work over(int n, Random random);

    private static <A> A[] inputs(Supplier<A> input, IntFunction<A[]> array) {
        A[] inputs = array.apply(INPUTS);
        Arrays.setAll(inputs, i -> input.get());
        return inputs;
    }

    /** All {@code a} but the last: what a search hates. */
    private static byte[] adversary(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'a');
        text[length - 1] = 'b';
        return text;
    }

    private static int naive(byte[] text, byte[] word) {
        for (int from = 0; from + word.length <= text.length; from++) {
            int matched = 0;
            while (matched < word.length && text[from + matched] == word[matched]) {
                matched++;
            }
            if (matched == word.length) {
                return from;
            }
        }
        return -1;
    }

    private static int[] failure(byte[] word) {
        int[] failure = new int[word.length];
        int matched = 0;
        for (int i = 1; i < word.length; i++) {
            while (matched > 0 && word[i] != word[matched]) {
                matched = failure[matched - 1];
            }
            if (word[i] == word[matched]) {
                matched++;
            }
            failure[i] = matched;
        }
        return failure;
    }

    private static int kmp(byte[] text, byte[] word, int[] failure) {
        int matched = 0;
        for (int i = 0; i < text.length; i++) {
            while (matched > 0 && text[i] != word[matched]) {
                matched = failure[matched - 1];
            }
            if (text[i] == word[matched]) {
                matched++;
            }
            if (matched == word.length) {
                return i + 1 - matched;
            }
        }
        return -1;
    }
}
