package io.assay.harness.scaling;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.JmhJson;
import io.assay.harness.result.Row;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The series of a file or run folder, with what its benchmarks are expected to be.
 *
 * @param series at least one of at least {@link Curve#FEWEST} sizes
 * @param expectations what the benchmarks of a run folder declare; none elsewhere
 */
public record SeriesFile(List<Series> series, List<Expectation> expectations) {
    private static final String KINDS = "a JMH result (-rf json), a run folder, or CSV name,n,value[,value...]";

    /** Copies. */
    public SeriesFile {
        series = List.copyOf(series);
        expectations = List.copyOf(expectations);
    }

    /**
     * Reads a JMH JSON file, a run folder or CSV.
     *
     * @param param the parameter that n is; empty to find it. Of no use to CSV
     * @throws UserError if it is none of them, or has no series long enough
     */
    public static SeriesFile read(Path path, Optional<String> param) {
        if (Files.isDirectory(path)) {
            RunFolder folder = RunFolder.open(path);
            List<Row> rows = folder.rows();
            if (rows.isEmpty()) {
                throw new UserError(path + ": no fork of this run came to its end; name another run");
            }
            List<Expectation> expected = folder.complete() ? Expectation.of(folder.cells()) : List.of();
            List<Series> series = ofRows(path.toString(), rows, param, expected);
            return new SeriesFile(withMissing(series, rows, expected), expected);
        }
        if (!Files.exists(path)) {
            throw new UserError(path + ": no such file; name " + KINDS);
        }
        String text = text(path);
        boolean json = path.toString().endsWith(".json")
                || text.stripLeading().startsWith("[")
                || text.stripLeading().startsWith("{");
        if (json) {
            return new SeriesFile(
                    ofRows(path.toString(), JmhJson.parse(path.toString(), text), param, List.of()), List.of());
        }
        if (param.isPresent()) {
            throw new UserError("--param " + param.get() + ": of no use to CSV, whose second field is n; drop it");
        }
        List<Series> series = CurveCsv.parse(path.toString(), text);
        requireEnough(path.toString(), series);
        return new SeriesFile(series, List.of());
    }

    /**
     * The series of a run that are long enough, or that something is expected of; a run without sizes is none the worse
     * for it.
     */
    public static SeriesFile ofRun(List<Row> rows, CellsFile cells) {
        List<Expectation> expected = Expectation.of(cells);
        List<Series> series = SeriesOfRows.of(rows, expected).stream()
                .filter(s -> s.sizes() >= Curve.FEWEST || expected.stream().anyMatch(e -> e.covers(s)))
                .toList();
        return new SeriesFile(withMissing(series, rows, expected), expected);
    }

    /** An expectation of what was measured does not vanish for want of a series. */
    private static List<Series> withMissing(List<Series> series, List<Row> rows, List<Expectation> expected) {
        List<Series> all = new ArrayList<>(series);
        for (Expectation expectation : expected) {
            if (series.stream().noneMatch(expectation::covers)
                    && rows.stream().anyMatch(row -> expectation.concerns(row.key()))) {
                all.add(expectation.missing());
            }
        }
        return all;
    }

    private static List<Series> ofRows(
            String file, List<Row> rows, Optional<String> param, List<Expectation> expected) {
        List<Series> series =
                param.map(name -> SeriesOfRows.of(file, rows, name)).orElseGet(() -> SeriesOfRows.of(rows, expected));
        if (series.isEmpty()) {
            throw new UserError(
                    file + ": no parameter looks like a size (numbers of 1 and more, at least two of them); "
                            + "name one with --param, or measure several with -p n=16,32,64,...");
        }
        requireEnough(file, series);
        return series;
    }

    private static void requireEnough(String file, List<Series> series) {
        int most = series.stream().mapToInt(Series::sizes).max().orElse(0);
        if (most < Curve.FEWEST) {
            throw new UserError(file + ": no series has more than " + most + " usable size" + (most == 1 ? "" : "s")
                    + ", and a class takes at least " + Curve.FEWEST + "; measure more, each twice the one before");
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new UserError(path + ": truncated or not UTF-8; name " + KINDS, e);
        } catch (IOException e) {
            throw new UserError(path + ": cannot be read (" + e.getClass().getSimpleName() + "); check the path", e);
        }
    }
}
