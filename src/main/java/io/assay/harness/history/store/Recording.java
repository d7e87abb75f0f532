package io.assay.harness.history.store;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.JmhJson;
import io.assay.harness.result.Machines;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A run, ready to be kept.
 *
 * @param content digest of what was measured
 * @param date when
 * @param commit which code; {@code unknown} if nobody knows
 * @param branch empty if nobody said
 * @param source name of the folder or file
 * @param facts environment.json and the facts of cells.json, whole, as JSON
 * @param rows how many rows had figures
 * @param dropped how many had none, or a failed fork
 * @param measured all metrics of the rows
 */
public record Recording(
        String content,
        Instant date,
        String commit,
        String branch,
        String source,
        String facts,
        int rows,
        int dropped,
        List<Measured> measured) {
    /** Copies what can change. */
    public Recording {
        measured = List.copyOf(measured);
    }

    /**
     * What whoever records knows better than the files.
     *
     * @param commit instead of the run's own
     * @param date instead of the run's own; plain JMH results have none
     * @param branch there is none in any file
     */
    public record Labels(Optional<String> commit, Optional<Instant> date, Optional<String> branch) {}

    /**
     * Reads a run folder, or a JMH result with the date that is given.
     *
     * @throws UserError if it is neither, or holds no figures
     */
    public static Recording read(Path path, Labels labels) {
        if (Files.isDirectory(path)) {
            RunFolder folder = RunFolder.open(path);
            return folder.complete() ? ofRun(path, folder, labels) : ofJmh(path, folder.rows(), labels);
        }
        if (!Files.exists(path)) {
            throw new UserError(path + ": no such file; name a run folder or a JMH result (-rf json)");
        }
        return ofJmh(path, JmhJson.read(path), labels);
    }

    private static Recording ofJmh(Path path, List<Row> rows, Labels labels) {
        Instant date = labels.date()
                .orElseThrow(
                        () -> new UserError(
                                path
                                        + ": a plain JMH result does not say when it was measured; give --date, as in --date 2026-01-31"));
        return of(
                path,
                rows,
                row -> Map.of(),
                new CellsFile(Map.of(), List.of(), List.of(), List.of()),
                Map.of(),
                date,
                labels);
    }

    private static Recording ofRun(Path path, RunFolder folder, Labels labels) {
        Map<String, Object> environment = folder.environment();
        CellsFile cells = folder.cells();
        Instant date = labels.date().orElseGet(() -> started(path, cells));
        Machines machines = Machines.of(environment);
        return of(path, folder.rows(), machines::of, cells, environment, date, labels);
    }

    private static Instant started(Path path, CellsFile cells) {
        Object started = cells.run().get("started");
        try {
            return Instant.parse(String.valueOf(started));
        } catch (DateTimeParseException e) {
            throw new UserError(
                    path + ": its cells.json does not say when it was started (" + started + "); give --date", e);
        }
    }

    private static Recording of(
            Path path,
            List<Row> rows,
            Function<Row, Map<String, Object>> machine,
            CellsFile cells,
            Map<String, Object> environment,
            Instant date,
            Labels labels) {
        List<Measured> measured = new ArrayList<>();
        int kept = 0;
        for (Row row : rows) {
            List<Measured> metrics = Facts.failed(cells, row) || !row.primary().usable()
                    ? List.of()
                    : Measured.of(row, Facts.of(machine.apply(row), cells.run(), row));
            kept += metrics.isEmpty() ? 0 : 1;
            measured.addAll(metrics);
        }
        if (measured.isEmpty()) {
            throw new UserError(path + ": no row of it has figures; there is nothing to record");
        }
        Path name = path.toAbsolutePath().normalize().getFileName();
        Map<String, Object> facts = new TreeMap<>();
        facts.put("environment", environment);
        facts.put("run", cells.run());
        return new Recording(
                digest(rows),
                date,
                labels.commit().or(() -> commit(environment)).orElse("unknown"),
                labels.branch().orElse(""),
                name == null ? path.toString() : name.toString(),
                Facts.json(facts),
                kept,
                rows.size() - kept,
                measured);
    }

    private static Optional<String> commit(Map<String, Object> environment) {
        return environment.get("commit") instanceof Map<?, ?> git
                        && git.get("commit") instanceof String commit
                        && !commit.equals("unknown")
                ? Optional.of(commit + ("dirty".equals(git.get("state")) ? "-dirty" : ""))
                : Optional.empty();
    }

    /** Of the figures and what they are of, not of the bytes of the file: reformatted it is the same run. */
    private static String digest(List<Row> rows) {
        Digest digest = new Digest();
        for (Row row : rows) {
            digest.add(
                    row.key().benchmark(),
                    row.key().mode(),
                    new TreeMap<>(row.key().params()).toString());
            add(digest, "score", row.primary());
            new TreeMap<>(row.secondary()).forEach((name, metric) -> add(digest, name, metric));
        }
        return digest.hex();
    }

    private static void add(Digest digest, String name, Metric metric) {
        digest.add(name, metric.unit());
        for (double[] fork : metric.raw()) {
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * (fork.length + 1));
            bytes.putDouble(fork.length);
            for (double value : fork) {
                bytes.putDouble(value);
            }
            digest.add(bytes.array());
        }
        digest.add(ByteBuffer.allocate(Double.BYTES).putDouble(metric.score()).array());
    }
}
