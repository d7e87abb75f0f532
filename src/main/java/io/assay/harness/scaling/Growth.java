package io.assay.harness.scaling;

import java.util.Optional;

/** The complexity classes that a curve can be given, in the order of their growth. */
public enum Growth {
    /** Does not depend on n. */
    CONSTANT("O(1)"),
    /** Grows by the same amount at each doubling. */
    LOGARITHMIC("O(log n)"),
    /** Grows by the same amount with each element. */
    LINEAR("O(n)"),
    /** What sorting by comparison takes. */
    LINEARITHMIC("O(n log n)"),
    /** Each element meets every other. */
    QUADRATIC("O(n^2)"),
    /** Each element meets every pair of others. */
    CUBIC("O(n^3)");

    private final String label;

    Growth(String label) {
        this.label = label;
    }

    /** As it is written: {@code O(n log n)}. */
    public String label() {
        return label;
    }

    /** The class's function of n, logarithms to base 2; n is at least 1. */
    public double at(double n) {
        return switch (this) {
            case CONSTANT -> 1;
            case LOGARITHMIC -> log2(n);
            case LINEAR -> n;
            case LINEARITHMIC -> n * log2(n);
            case QUADRATIC -> n * n;
            case CUBIC -> n * n * n;
        };
    }

    /** The class of a label, however it is spaced; {@code O(n²)} and {@code O(n*log(n))} are understood. */
    public static Optional<Growth> parse(String text) {
        String plain = plain(text);
        for (Growth growth : values()) {
            if (plain(growth.label).equals(plain)) {
                return Optional.of(growth);
            }
        }
        return Optional.empty();
    }

    private static String plain(String text) {
        return text.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[\\s*·]", "")
                .replace("²", "^2")
                .replace("³", "^3")
                .replace("log(n)", "logn");
    }

    private static double log2(double n) {
        return Math.log(n) / Math.log(2);
    }
}
