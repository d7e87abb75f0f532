package io.assay.harness.report;

import io.assay.harness.matrix.EffectText;
import io.assay.harness.matrix.HeapCurve;
import io.assay.harness.matrix.HeapCurveText;
import io.assay.harness.matrix.MatrixOfRun;
import io.assay.harness.matrix.MatrixTable;
import io.assay.harness.matrix.SmallestHeaps;
import io.assay.harness.matrix.ThreadScaling;
import io.assay.harness.matrix.UntoldText;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A matrix with what can be said of it, from which each format is made.
 *
 * @param table the table
 * @param curves cost against heap; empty where the heap was not varied
 * @param threads cost against threads; empty where threads were not varied
 * @param configuration one line a fact that every figure depends on
 */
public record MatrixView(
        MatrixTable table, List<HeapCurve> curves, List<ThreadScaling> threads, List<String> configuration) {
    private static final int DAY = "2000-01-01".length();

    /** Copies what can change. */
    public MatrixView {
        curves = List.copyOf(curves);
        threads = List.copyOf(threads);
        configuration = List.copyOf(configuration);
    }

    /** A run folder's table and the facts of its run. */
    public static MatrixView of(RunFolder folder, Function<RowKey, Optional<MatrixOfRun.Heading>> headings) {
        MatrixTable table = MatrixOfRun.read(folder, headings);
        List<String> facts = new ArrayList<>(RunView.of(folder).configuration());
        if (folder.cells().run().get("started") instanceof String started) {
            // An instant in UTC: the day is its first ten characters.
            facts.add(0, "date: " + started.substring(0, Math.min(started.length(), DAY)));
        }
        SmallestHeaps.read(folder).map(SmallestHeaps::sentence).ifPresent(facts::add);
        double cores = MatrixOfRun.cores(folder.environment());
        return new MatrixView(table, HeapCurve.of(table), ThreadScaling.of(table, cores), facts);
    }

    /** In the order in which they are read. */
    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        curves.forEach(curve -> tables.add(CurveTables.of(curve)));
        threads.forEach(scaling -> tables.add(CurveTables.of(scaling)));
        tables.addAll(new MatrixTables(table).tables());
        return tables;
    }

    /** Sentences under their headings. */
    Map<String, List<String>> sentences() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put(
                "Cost against heap",
                curves.stream()
                        .flatMap(curve -> HeapCurveText.sentences(curve).stream())
                        .toList());
        sections.put("Effects", EffectText.sentences(table.effects()));
        sections.put("Cannot be told", UntoldText.lines(table.untold()));
        sections.put("Notes", table.notes());
        sections.put("Measured on", configuration);
        sections.values().removeIf(List::isEmpty);
        return sections;
    }
}
