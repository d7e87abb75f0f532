package io.assay.harness.scaling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A series with its verdict, held against what is expected of it.
 *
 * @param series what was measured
 * @param verdict its class; empty where the series has no usable cost
 * @param expected the class that it must not grow faster than, where somebody said so
 */
public record ScaledSeries(Series series, Optional<ScalingVerdict> verdict, Optional<Growth> expected) {
    /**
     * A fork that the machine held up, or that had not warmed up, costs up to so many times as much as it should: 3.2 of a
     * router in 75 ms beside other work is the most that was seen. Bytes are held up by nothing.
     */
    private static final double DISTURBED = 4;

    /** What became of an expectation. */
    public enum Outcome {
        /** Nobody expected anything. */
        NONE,
        /** It certainly grows no faster, whichever class it is. */
        KEPT,
        /** It certainly grows faster. */
        BROKEN,
        /** It cannot be told. */
        OPEN
    }

    /** All series of a file; the strictest expectation counts where several cover a series. */
    public static List<ScaledSeries> of(SeriesFile file) {
        return file.series().parallelStream()
                .map(series -> new ScaledSeries(
                        series,
                        series.curve().map(Scaling::of),
                        file.expectations().stream()
                                .filter(expectation -> expectation.covers(series)
                                        || expectation.missing().equals(series))
                                .map(Expectation::max)
                                .min(Growth::compareTo)))
                .toList();
    }

    /** What became of the expectation. */
    public Outcome outcome() {
        if (expected.isEmpty()) {
            return Outcome.NONE;
        }
        Growth max = expected.get();
        if (isAbove(verdict, max)) {
            return explainedByOneFork() ? Outcome.OPEN : Outcome.BROKEN;
        }
        return verdict.flatMap(ScalingVerdict::within)
                        .filter(within -> within.compareTo(max) <= 0)
                        .isPresent()
                ? Outcome.KEPT
                : Outcome.OPEN;
    }

    private static boolean isAbove(Optional<ScalingVerdict> verdict, Growth max) {
        return verdict.flatMap(ScalingVerdict::above)
                .filter(above -> above.compareTo(max) >= 0)
                .isPresent();
    }

    /**
     * Whether it would not certainly grow faster than expected if its largest size, measured by a single fork, cost a
     * {@linkplain #DISTURBED quarter}: nothing but another fork tells one that was held up from growth.
     */
    public boolean explainedByOneFork() {
        return series.metric().equals(Series.SCORE)
                && expected.filter(max -> isAbove(verdict, max)
                                && series.curve().stream()
                                        .filter(curve -> curve.forks()[curve.size() - 1].length == 1)
                                        .anyMatch(curve ->
                                                !isAbove(Optional.of(Scaling.of(curve.eased(DISTURBED))), max)))
                        .isPresent();
    }

    /** Whether it certainly grows faster than expected. */
    public boolean broken() {
        return outcome() == Outcome.BROKEN;
    }

    /** The class as it is written. */
    public String label() {
        return verdict.map(ScalingVerdict::label).orElse(ScalingVerdict.UNDECIDED);
    }

    /** What the reader must know: of the series, then of the verdict. */
    public List<String> warnings() {
        return Stream.concat(series.warnings().stream(), verdict.stream().flatMap(v -> v.warnings().stream()))
                .toList();
    }
}
