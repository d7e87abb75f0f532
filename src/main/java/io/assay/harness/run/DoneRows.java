package io.assay.harness.run;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.stats.ForkPrecision;
import io.assay.harness.stats.Sample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rows need no more forks. Asked between rounds, when all rows have equally many forks but those that dropped
 * out; a row that dropped out stays out. Rows that are compared get the same rule but stop each on its own narrowness:
 * who is ahead never counts.
 */
final class DoneRows {
    private final double precision;
    private final Set<RowKey> done = new HashSet<>();
    private int round = 1;

    DoneRows(double precision) {
        this.precision = precision;
    }

    /** Rows that come later have rounds of their own, from the first. */
    void beginAnew() {
        round = 1;
    }

    /** Whether a fork of the given number would be the first of its round, and rows have forks enough to be judged. */
    boolean beginsRound(int fork) {
        boolean begins = fork > round;
        round = Math.max(round, fork);
        return begins && fork > ForkPrecision.LEAST_FORKS;
    }

    void judge(List<Row> rows, CellsFile cells) {
        Measurements run = new Measurements(rows, cells);
        List<RowKey> keys = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        for (Row row : rows) {
            run.sample(row).ifPresent(sample -> {
                keys.add(row.key());
                samples.add(sample);
            });
        }
        boolean[] enough = ForkPrecision.enough(samples, precision);
        for (int i = 0; i < enough.length; i++) {
            if (enough[i]) {
                done.add(keys.get(i));
            }
        }
    }

    boolean contains(RowKey row) {
        return done.contains(row);
    }
}
