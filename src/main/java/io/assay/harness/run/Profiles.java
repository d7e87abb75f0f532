package io.assay.harness.run;

import io.assay.harness.result.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds and reads profiles. A name is looked for as {@code profiles/NAME.properties} in the current directory, then
 * among those that travel in the jar; a value with a path separator or the ending is taken for a file.
 */
public final class Profiles {
    /** The profile that is used when none is named. */
    public static final String DEFAULT = "default";

    private static final String ENDING = ".properties";
    private static final String FOLDER = "profiles";

    private final Path directory;

    /**
     * Reads profiles beside a directory.
     *
     * @param directory where {@code profiles/} is looked for first
     */
    public Profiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Loads a profile and everything it extends.
     *
     * @param name a profile's name or a file
     * @throws UserError if there is no such profile, or one of the files says something that is not understood
     */
    public Profile load(String name) {
        Source source = find(name, null);
        Map<String, ProfileEntry> merged = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        collect(source, null, merged, seen);
        return ProfileSettings.build(source.name(), source.origin(), merged);
    }

    /** Ancestors first, so that a nearer file's line replaces a farther one's. */
    private void collect(
            Source source, @Nullable ProfileEntry asked, Map<String, ProfileEntry> merged, Set<String> seen) {
        if (!seen.add(source.origin())) {
            throw new UserError(where(asked) + "profiles extend each other in a circle (" + String.join(" -> ", seen)
                    + " -> " + source.origin() + "); remove one 'extends'");
        }
        Map<String, ProfileEntry> own = ProfileSettings.parse(source.origin(), source.text());
        ProfileEntry parent = own.remove(ProfileSettings.EXTENDS);
        if (parent != null) {
            collect(find(parent.value(), parent), parent, merged, seen);
        }
        merged.putAll(own);
    }

    private Source find(String name, @Nullable ProfileEntry asked) {
        if (name.endsWith(ENDING) || name.contains("/") || name.contains("\\")) {
            Path file = resolve(directory, name, asked);
            String base = String.valueOf(file.getFileName());
            return new Source(
                    base.endsWith(ENDING) ? base.substring(0, base.length() - ENDING.length()) : base,
                    name,
                    read(file, name, asked));
        }
        Path file = resolve(directory.resolve(FOLDER), name + ENDING, asked);
        String origin = FOLDER + "/" + name + ENDING;
        if (Files.isRegularFile(file)) {
            return new Source(name, origin, read(file, origin, asked));
        }
        try (InputStream in = Profiles.class.getResourceAsStream("/" + origin)) {
            if (in != null) {
                return new Source(name, origin, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UserError(origin + ": cannot be read from the jar: " + e.getMessage(), e);
        }
        throw new UserError(where(asked) + "no profile '" + name + "': neither " + origin
                + " here nor one of that name in the jar; here are: " + String.join(", ", names()));
    }

    private static Path resolve(Path folder, String name, @Nullable ProfileEntry asked) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new UserError(
                    where(asked) + "'" + e.getInput() + "' can be no file's name (" + e.getReason() + ")", e);
        }
    }

    private String read(Path file, String origin, @Nullable ProfileEntry asked) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserError(
                    where(asked) + "profile file " + origin + " cannot be read ("
                            + e.getClass().getSimpleName() + "); check the path",
                    e);
        }
    }

    private static String where(@Nullable ProfileEntry asked) {
        return asked == null ? "" : asked.place() + ": ";
    }

    /** The profiles that can be named: those here, or, where there are none, those that come with the jar. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        Path folder = directory.resolve(FOLDER);
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.map(f -> String.valueOf(f.getFileName()))
                        .filter(f -> f.endsWith(ENDING))
                        .map(f -> f.substring(0, f.length() - ENDING.length()))
                        .sorted()
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UserError(FOLDER + ": cannot be listed: " + e.getMessage(), e);
            }
        }
        return names.isEmpty() ? packed() : names;
    }

    /**
     * The rows of a matrix of all profiles: those that can be named, without those that say they are for something else and
     * without {@link #DEFAULT}, which runs as {@code jdk-g1} does.
     *
     * @throws UserError if none is left
     */
    public List<Profile> ofMatrix() {
        List<Profile> rows = names().stream()
                .filter(name -> !name.equals(DEFAULT))
                .map(this::load)
                .filter(Profile::inMatrix)
                .toList();
        if (rows.isEmpty()) {
            throw new UserError("none of the profiles is a row of a matrix of all: " + String.join(", ", names())
                    + "; name some with --profile");
        }
        return rows;
    }

    /** Those in the jar that this class is from. */
    private static List<String> packed() {
        CodeSource source = Profiles.class.getProtectionDomain().getCodeSource();
        try {
            Path jar =
                    source == null ? Path.of("") : Path.of(source.getLocation().toURI());
            if (!Files.isRegularFile(jar)) {
                return List.of(DEFAULT);
            }
            try (JarFile open = new JarFile(jar.toFile())) {
                return open.stream()
                        .map(JarEntry::getName)
                        .filter(name -> name.startsWith(FOLDER + "/") && name.endsWith(ENDING))
                        .map(name -> name.substring(FOLDER.length() + 1, name.length() - ENDING.length()))
                        .sorted()
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new UserError("the profiles in the jar cannot be listed: " + e.getMessage(), e);
        }
    }

    private record Source(String name, String origin, String text) {}
}
