package io.assay.harness.report;

import io.assay.harness.compare.Side;
import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import io.assay.harness.run.RunAnalysis;
import io.assay.harness.run.Savings;
import io.assay.harness.scaling.ScaledSeries;
import io.assay.harness.scaling.SeriesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A run as its folder tells it: every report is made of this, so that a report made later says the same.
 *
 * @param cells what became of each cell
 * @param environment what the machine was
 * @param analysis estimates and ratios
 * @param scaling complexity classes, where something was measured at several sizes
 * @param folder where the run lies, as the user would name it
 */
public record RunView(
        CellsFile cells,
        Map<String, Object> environment,
        RunAnalysis analysis,
        List<ScaledSeries> scaling,
        String folder) {
    private static final int NAMES = 4;

    /** Reads a run folder. A run that was killed has stored no warnings yet: they are found again. */
    public static RunView of(RunFolder folder) {
        CellsFile cells = folder.cells();
        List<Row> rows = folder.rows();
        RunAnalysis analysis = RunAnalysis.of(rows, cells);
        return new RunView(
                cells.warnings().isEmpty() ? cells.withWarnings(analysis.warnings()) : cells,
                folder.environment(),
                analysis,
                ScaledSeries.of(SeriesFile.ofRun(rows, cells)),
                folder.path().toString());
    }

    /**
     * Reads a run folder, or a JMH JSON file of anybody, of which nothing is known but what JMH wrote.
     *
     * @throws UserError if it is neither, or holds no result
     */
    public static RunView read(Path path) {
        if (Files.isDirectory(path)) {
            RunFolder folder = RunFolder.open(path);
            if (folder.complete()) {
                return of(folder);
            }
        }
        Side plain = Side.read(path);
        CellsFile unknown = new CellsFile(Map.of(), List.of(), List.of(), List.of());
        return new RunView(
                unknown,
                Map.of(),
                RunAnalysis.of(plain.rows(), unknown),
                ScaledSeries.of(SeriesFile.ofRun(plain.rows(), unknown)),
                plain.name());
    }

    /** How many profiles, on how many JDKs each, it ran under; 0 where nothing is known of them. */
    public int launches() {
        return environment.get("flags") instanceof List<?> launches ? launches.size() : 0;
    }

    /** One line a fact that every figure depends on. */
    List<String> configuration() {
        return cells.run().isEmpty() ? plainConfiguration() : runConfiguration();
    }

    /** What JMH says of how its rows were measured, each fact with the values that it has. */
    private List<String> plainConfiguration() {
        Map<String, Set<String>> facts = new LinkedHashMap<>();
        analysis.groups().values().stream()
                .flatMap(List::stream)
                .map(RunAnalysis.Judged::row)
                .forEach(row -> {
                    add(facts, "JDK", row.jdk());
                    row.conditions().forEach((name, value) -> add(facts, name, value));
                    add(facts, "flags", row.jvmArgs().isEmpty() ? "none" : String.join(" ", row.jvmArgs()));
                });
        List<String> lines = new ArrayList<>();
        lines.add("a plain JMH result: machine, heap and commit are not known");
        facts.forEach((name, values) -> lines.add(name + ": " + shortened(List.copyOf(values))));
        return lines;
    }

    private static void add(Map<String, Set<String>> facts, String name, String value) {
        facts.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(value);
    }

    private static String iterations(Map<?, ?> facts) {
        return facts.get("warmupIterations") + " x " + facts.get("warmupMillis") + " ms warm-up and "
                + facts.get("iterations") + " x " + facts.get("iterationMillis") + " ms measured";
    }

    private List<String> runConfiguration() {
        List<String> lines = new ArrayList<>();
        Map<String, Object> run = cells.run();
        lines.add("machine: " + text(environment, "cpu", "model") + ", " + text(environment, "cpu", "usable")
                + " usable cores, " + text(environment, "os", "name") + " " + text(environment, "os", "kernel")
                + ", virtual machine: " + text(environment, "cpu", "virtualMachine"));
        lines.add("JDK: " + environment.getOrDefault("jdks", "unknown") + "; commit "
                + text(environment, "commit", "commit") + " (" + text(environment, "commit", "state") + ")");
        lines.addAll(OtherBenchmarks.lines(environment));
        boolean stopping = run.get("stoppingRule") instanceof Map<?, ?> rule && Boolean.TRUE.equals(rule.get("on"));
        lines.add("run: preset " + run.get("preset") + ", " + (stopping ? "at most " : "") + run.get("forksPerCell")
                + " forks of " + iterations(run)
                + (run.get("severalThreads") instanceof Map<?, ?> longer
                        ? " (rows of several threads " + iterations(longer) + ")"
                        : "")
                + ", interleaved, seed " + run.get("seed"));
        if (run.get("seconds") instanceof Number seconds) {
            lines.add("took " + Figures.duration(seconds.doubleValue())
                    + (run.get("overheadSecondsPerFork") instanceof Number overhead
                            ? "; " + overhead + " s a fork beyond the time measured"
                            : "")
                    + "; during it the hypervisor took " + text(environment, "during", "stealPercent")
                    + " % of the CPU time");
        }
        Savings.line(run).ifPresent(lines::add);
        if (Boolean.TRUE.equals(run.get("interrupted"))) {
            lines.add("INTERRUPTED: the figures are of the forks that had ended");
        }
        return lines;
    }

    /** What the implementations say of themselves: how they were set up, what they do more or less than others. */
    List<String> labels() {
        List<String> lines = new ArrayList<>();
        if (cells.run().get("labels") instanceof Map<?, ?> families) {
            families.forEach((family, labels) -> {
                if (labels instanceof Map<?, ?> said) {
                    said.forEach((implementation, label) -> lines.add(family + " " + implementation + ": " + label));
                }
            });
        }
        return lines;
    }

    /** Warnings that hold for the whole run. */
    List<String> runWarnings() {
        return cells.warnings().stream()
                .filter(warning -> warning.row().isEmpty())
                .map(warning -> warning.severity() + ": " + warning.message())
                .toList();
    }

    /** How many cells failed, and why. */
    List<String> failures() {
        return cells.cells().stream()
                .filter(cell -> cell.state() == CellsFile.State.FAILED)
                .map(cell -> cell.key() + ": " + cell.reason().orElse("unknown cause"))
                .toList();
    }

    /**
     * Cells that were not run and stand under no table, because nothing that they are compared with was measured: their
     * names by reason, the first few of many.
     */
    List<String> untold() {
        Set<RowKey> tables = analysis.groups().keySet();
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (CellsFile.CellState cell : cells.cells()) {
            if (cell.state() == CellsFile.State.NOT_APPLICABLE
                    && !tables.contains(cell.key().without(RowKey.IMPLEMENTATION))) {
                byReason.computeIfAbsent(cell.reason().orElse("no reason given"), r -> new ArrayList<>())
                        .add(cell.key().toString());
            }
        }
        List<String> lines = new ArrayList<>();
        byReason.forEach((reason, names) -> lines.add(names.size() + (names.size() == 1 ? " row" : " rows")
                + " not run, " + reason + ": " + shortened(names)));
        return lines;
    }

    static String shortened(List<String> names) {
        return names.size() <= NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMES)) + " and " + (names.size() - NAMES) + " more";
    }

    /** Rows that measure something else than they say, and why. */
    List<String> unusable() {
        return cells.warnings().stream()
                .filter(warning -> warning.severity().equals("unusable"))
                .map(warning -> warning.row().map(RowKey::toString).orElse("the run") + ": " + warning.message())
                .toList();
    }

    /** Whether a benchmark failed, measures something else than it says, or grows faster than it says. */
    public boolean failed() {
        return !failures().isEmpty()
                || !unusable().isEmpty()
                || scaling.stream().anyMatch(ScaledSeries::broken);
    }

    private static Object text(Map<String, Object> map, String outer, String inner) {
        Object value = map.get(outer) instanceof Map<?, ?> nested ? nested.get(inner) : null;
        if (value instanceof Double number) {
            return Figures.of(number);
        }
        return value == null ? "unknown" : value;
    }
}
