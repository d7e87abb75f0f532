package io.assay.harness.compare;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.JmhJson;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the two results.
 *
 * @param name how the user named it
 * @param rows as measured, in the order of the file
 * @param environment content of environment.json; empty for a plain JMH file
 * @param cells content of cells.json; empty for a plain JMH file
 */
public record Side(String name, List<Row> rows, Map<String, Object> environment, Optional<CellsFile> cells) {
    /** Copies what can change. */
    public Side {
        rows = List.copyOf(rows);
        environment = Map.copyOf(environment);
    }

    /**
     * Reads a JMH JSON file, or a run folder.
     *
     * @throws UserError if it is neither, or holds nothing to compare
     */
    public static Side read(Path path) {
        if (!Files.isDirectory(path)) {
            if (!Files.exists(path)) {
                throw new UserError(path + ": no such file; name a JMH result (-rf json) or a run folder");
            }
            return new Side(path.toString(), JmhJson.read(path), Map.of(), Optional.empty());
        }
        return of(RunFolder.open(path));
    }

    /** A run folder, of which other programs may have left nothing but JMH's result. */
    public static Side of(RunFolder folder) {
        List<Row> rows = folder.rows();
        if (rows.isEmpty()) {
            throw new UserError(folder.path() + ": no fork of this run came to its end; name another run");
        }
        return folder.complete()
                ? new Side(folder.path().toString(), rows, folder.environment(), Optional.of(folder.cells()))
                : new Side(folder.path().toString(), rows, Map.of(), Optional.empty());
    }

    /** Why a row of a run folder does not stand for what it says: a fork failed, or an analyser refused it. */
    Optional<String> spoilt(RowKey key) {
        return cells.flatMap(file -> file.cells().stream()
                .filter(cell ->
                        cell.state() == CellsFile.State.FAILED && cell.key().equals(key))
                .findFirst()
                .map(cell -> "FAILED: " + cell.reason().orElse("unknown cause"))
                .or(() -> file.warnings().stream()
                        .filter(warning -> warning.severity().equals("unusable")
                                && warning.row().filter(key::equals).isPresent())
                        .findFirst()
                        .map(warning -> warning.kind() + ": " + warning.message())));
    }

    /** What a run folder says of a row that it holds no figures of. */
    Optional<CellsFile.CellState> absent(RowKey key) {
        return cells.flatMap(file -> file.cells().stream()
                .filter(cell -> cell.key().equals(key) && cell.state() != CellsFile.State.OK)
                .findFirst());
    }
}
