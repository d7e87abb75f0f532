package io.assay.harness.stats;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All checks of a row that need nothing but the row itself. Those that need more are called by who has it. */
public final class Analysers {
    private Analysers() {}

    /**
     * The warnings of one row, the gravest cause of each symptom only: forks in two groups are not reported as forks
     * that disagree as well.
     *
     * @param row times of the row's iterations
     * @param estimate the row's estimate, for the width of its interval
     */
    public static List<Warning> ofRow(Sample row, Estimate estimate) {
        Optional<Warning> forks = BimodalForks.check(row).or(() -> ForksDisagree.check(row));
        return Stream.of(forks, NotSteady.check(row), TooFewForks.check(estimate), Outliers.check(row))
                .flatMap(Optional::stream)
                .toList();
    }
}
