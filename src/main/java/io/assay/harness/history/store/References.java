package io.assay.harness.history.store;

import io.assay.harness.history.Drift;
import io.assay.harness.history.History;
import io.assay.harness.history.RecordedRun;
import io.assay.harness.history.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Chooses the rows that tell how the machine drifted, and reads them. */
public final class References {
    private References() {}

    /** The drift of the runs that are wanted: by rows whose code does not change, if there are enough of them, else by all. */
    public static Drift drift(RunReader reader, Predicate<RecordedRun> wanted) {
        List<RunReader.Known> scores = reader.series().stream()
                .filter(known -> known.metric().equals(Series.SCORE))
                .toList();
        List<RunReader.Known> controls =
                scores.stream().filter(known -> History.isControl(known.row())).toList();
        boolean enough = controls.size() >= Drift.LEAST_ROWS;
        List<RunReader.Known> chosen = spread(enough ? controls : scores);
        return chosen.size() < Drift.LEAST_ROWS
                ? Drift.NONE
                : Drift.of(
                        reader.read(chosen, wanted).stream()
                                .filter(series -> !series.points().isEmpty())
                                .toList(),
                        enough);
    }

    /** Evenly over the list, which is sorted by name: some of every family. */
    private static List<RunReader.Known> spread(List<RunReader.Known> all) {
        if (all.size() <= Drift.MOST_ROWS) {
            return all;
        }
        List<RunReader.Known> some = new ArrayList<>();
        for (int i = 0; i < Drift.MOST_ROWS; i++) {
            some.add(all.get((int) ((long) i * all.size() / Drift.MOST_ROWS)));
        }
        return some;
    }
}
