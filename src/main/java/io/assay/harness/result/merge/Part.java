package io.assay.harness.result.merge;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.jr.ob.JSON;

/**
 * One of the runs.
 *
 * @param name its folder, as the user named it
 * @param rows as measured
 * @param entries the same as JMH wrote them, one a row
 * @param cells content of cells.json
 * @param environment content of environment.json
 */
record Part(String name, List<Row> rows, List<Object> entries, CellsFile cells, Map<String, Object> environment) {
    static Part read(RunFolder folder) {
        if (!folder.complete()) {
            throw new UserError(folder.path() + ": is no run folder of 'assay run'; a plain JMH result does not say on "
                    + "which machine it was measured");
        }
        List<Row> rows = folder.rows();
        if (rows.isEmpty()) {
            throw new UserError(folder.path() + ": no fork of this run came to its end; leave it out");
        }
        Path file = folder.path().resolve(RunFolder.RESULT);
        try {
            return new Part(
                    folder.path().toString(),
                    rows,
                    JSON.std.listFrom(Files.readString(file)),
                    folder.cells(),
                    folder.environment());
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /** Which code, where it is known. */
    Optional<String> commit() {
        return environment.get("commit") instanceof Map<?, ?> git
                ? Optional.ofNullable(git.get("commit")).map(String::valueOf).filter(hash -> !hash.equals("unknown"))
                : Optional.empty();
    }

    /** Whether it measured work that was in no commit. */
    boolean dirty() {
        return environment.get("commit") instanceof Map<?, ?> git && "dirty".equals(git.get("state"));
    }

    /** A fact of the run, of cells.json. */
    Optional<Object> fact(String name) {
        return Optional.ofNullable(cells.run().get(name));
    }
}
