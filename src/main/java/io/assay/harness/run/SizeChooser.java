package io.assay.harness.run;

import io.assay.harness.result.Row;
import java.util.List;

/** Says at which further sizes a series is to be measured, from what was measured so far. */
@FunctionalInterface
public interface SizeChooser {
    /**
     * The sizes to measure next.
     *
     * @param rows the rows of one series so far; they differ in the size alone
     * @param param the parameter that is the size
     * @param from the least size that can be run
     * @param to the largest
     * @return sizes that were not measured yet; none when the series is settled
     */
    List<Integer> next(List<Row> rows, String param, int from, int to);
}
