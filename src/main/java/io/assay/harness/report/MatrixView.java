package io.assay.harness.report;

import io.assay.harness.matrix.EffectText;
import io.assay.harness.matrix.HeapCurve;
import io.assay.harness.matrix.MatrixOfRun;
import io.assay.harness.matrix.MatrixTable;
import io.assay.harness.matrix.ThreadScaling;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.jr.ob.JSON;

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
    /** Copies what can change. */
    public MatrixView {
        curves = List.copyOf(curves);
        threads = List.copyOf(threads);
        configuration = List.copyOf(configuration);
    }

    /** The file of a run folder that holds the smallest heaps, where they were searched for. */
    public static final String SMALLEST = "smallest-heaps.json";

    /** A run folder's table and the facts of its run. */
    public static MatrixView of(RunFolder folder, Function<RowKey, Optional<MatrixOfRun.Heading>> headings) {
        MatrixTable table = MatrixOfRun.read(folder, headings);
        List<String> facts = new ArrayList<>(RunView.of(folder).configuration());
        Path file = folder.path().resolve(SMALLEST);
        if (Files.exists(file)) {
            facts.add("smallest heap that completes, in MiB: " + read(file));
        }
        double cores = MatrixOfRun.cores(folder.environment());
        return new MatrixView(table, HeapCurve.of(table), ThreadScaling.of(table, cores), facts);
    }

    /** The smallest heaps, as the run folder keeps them. */
    public static String smallest(Map<String, Integer> heaps) {
        return JSON.std.asString(heaps);
    }

    private static String read(Path file) {
        try {
            return JSON.std.mapFrom(Files.readString(file)).entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
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
        sections.put("Effects", EffectText.sentences(table.effects()));
        sections.put("Cannot be told", table.untold());
        sections.put("Notes", table.notes());
        sections.put("Measured on", configuration);
        sections.values().removeIf(List::isEmpty);
        return sections;
    }
}
