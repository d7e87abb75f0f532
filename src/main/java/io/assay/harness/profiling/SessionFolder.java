package io.assay.harness.profiling;

import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.result.OutputFolder;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** The files of a session: a folder a row with recordings and graphs, and what they are. */
final class SessionFolder {
    private static final String CONTENT = "session.json";
    private static final int LONGEST = 100;

    private final Path path;
    private final Set<String> taken = new HashSet<>();

    private SessionFolder(Path path) {
        this.path = path;
    }

    /**
     * A recorded fork, as the session keeps it.
     *
     * @param side version that it is of
     * @param sampled what was recorded
     */
    record Kept(String side, SampledFork.Sampled sampled) {}

    /**
     * A row of a session.
     *
     * @param key as reports name it
     * @param folder its files
     * @param forks what was recorded
     * @param failure why nothing more was; empty if nothing failed
     */
    record KeptRow(RowKey key, Path folder, List<Kept> forks, String failure) {
        List<SampledFork.Sampled> of(String side) {
            return forks.stream()
                    .filter(fork -> fork.side.equals(side))
                    .map(Kept::sampled)
                    .toList();
        }
    }

    /**
     * Makes a folder for a session, or takes an empty one.
     *
     * @throws UserError if it cannot be made, or holds a session already
     */
    static SessionFolder create(Path path) {
        if (isSession(path)) {
            throw new UserError("-o " + path + ": holds a session already; name another folder or remove it");
        }
        OutputFolder.make(path);
        return new SessionFolder(path);
    }

    /** Whether a folder holds a session. */
    static boolean isSession(Path path) {
        return Files.exists(path.resolve(CONTENT));
    }

    /** Whether what the user named is a session. */
    static boolean isSession(String name) {
        try {
            return isSession(Path.of(name));
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    /** A new folder for a row, named so that people know it and every file system takes it. */
    Path row(RowKey key) {
        String params = key.params().isEmpty() ? "" : "-" + key.paramText();
        String name = (key.simpleName() + params).replaceAll("[^A-Za-z0-9._=,-]", "_");
        String shortened = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        String unique = taken.contains(shortened.toLowerCase(Locale.ROOT))
                        || !shortened.equals(key.simpleName() + params)
                ? shortened + "-" + Integer.toHexString((key.benchmark() + key.mode() + key.paramText()).hashCode())
                : shortened;
        taken.add(unique.toLowerCase(Locale.ROOT));
        Path folder = path.resolve(unique);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserError(folder + ": cannot be made (" + e.getMessage() + ")", e);
        }
    }

    /** Writes what the session holds so far. */
    void write(Map<String, Object> facts, List<KeptRow> rows) {
        Map<String, Object> content = new LinkedHashMap<>(facts);
        List<Map<String, Object>> entries = new ArrayList<>();
        for (KeptRow row : rows) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("benchmark", row.key.benchmark());
            entry.put("mode", row.key.mode());
            entry.put("params", row.key.params());
            entry.put("folder", path.relativize(row.folder).toString());
            entry.put("failure", row.failure);
            List<Map<String, Object>> forks = new ArrayList<>();
            for (Kept kept : row.forks) {
                Map<String, Object> fork = new LinkedHashMap<>();
                fork.put("side", kept.side);
                fork.put("recording", kept.sampled.recording().getFileName().toString());
                fork.put("sampler", kept.sampled.sampler());
                fork.put("events", SampledEvent.text(kept.sampled.events()));
                fork.put("lacks", kept.sampled.lacks());
                forks.add(fork);
            }
            entry.put("forks", forks);
            entries.add(entry);
        }
        content.put("rows", entries);
        RunFolder.writeAtomically(
                path.resolve(CONTENT),
                JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(content) + "\n");
    }

    /**
     * Reads the rows of a session.
     *
     * @throws UserError if the folder holds none, or one that cannot be read
     */
    static List<KeptRow> read(Path path) {
        Path file = path.resolve(CONTENT);
        try {
            List<KeptRow> rows = new ArrayList<>();
            for (Object entry :
                    list(map(JSON.std.anyFrom(Files.readString(file))).get("rows"))) {
                Map<?, ?> row = map(entry);
                Path folder = path.resolve(text(row, "folder"));
                Map<String, String> params = new LinkedHashMap<>();
                map(row.get("params"))
                        .forEach((name, value) -> params.put(String.valueOf(name), String.valueOf(value)));
                List<Kept> forks = new ArrayList<>();
                for (Object each : list(row.get("forks"))) {
                    Map<?, ?> fork = map(each);
                    forks.add(new Kept(
                            text(fork, "side"),
                            new SampledFork.Sampled(
                                    folder.resolve(text(fork, "recording")),
                                    text(fork, "sampler"),
                                    SampledEvent.parse(text(fork, "events")),
                                    list(fork.get("lacks")).stream()
                                            .map(String::valueOf)
                                            .toList())));
                }
                rows.add(new KeptRow(
                        new RowKey(text(row, "benchmark"), text(row, "mode"), params),
                        folder,
                        forks,
                        text(row, "failure")));
            }
            return rows;
        } catch (JacksonException e) {
            throw new UserError(file + ": truncated or not JSON (" + e.getOriginalMessage() + ")", e);
        } catch (IOException | InvalidPathException e) {
            throw new UserError(
                    file + ": cannot be read (" + e.getMessage() + "); name a folder that 'flame' wrote", e);
        }
    }

    private static String text(Map<?, ?> map, String name) throws IOException {
        if (map.get(name) instanceof String text) {
            return text;
        }
        throw new IOException("'" + name + "' is no text");
    }

    private static Map<?, ?> map(@Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IOException("expected an object, found " + value);
    }

    private static List<?> list(@Nullable Object value) throws IOException {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IOException("expected a list, found " + value);
    }
}
