package io.assay.harness.history.store;

import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a history lies. Its text never shows a password. Immutable. */
public final class StoreUrl {
    /** Variable of the environment that names a store: a password in it stands on no command line. */
    public static final String VARIABLE = "ASSAY_STORE";

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String SQLITE_DEFAULTS =
            "busy_timeout=10000 journal_mode=WAL synchronous=FULL foreign_keys=true";
    private static final String POSTGRES_DEFAULTS = "connectTimeout=10 socketTimeout=120 ApplicationName=assay";
    private static final Pattern SECRET = Pattern.compile("(?i)(?:password|sslpassword)=([^&;]*)|//[^/@:]*:([^/@]*)@");

    private final String jdbc;

    private StoreUrl(String jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A JDBC URL of SQLite or PostgreSQL, or the path of an SQLite file.
     *
     * @throws UserError if it is neither
     */
    public static StoreUrl of(String text) {
        if (text.isBlank()) {
            throw new UserError("--store: is empty; name a file, or jdbc:postgresql://host/database");
        }
        if (text.startsWith(SQLITE) || text.startsWith(POSTGRES)) {
            if (text.equals(SQLITE) || text.startsWith(SQLITE + ":")) {
                throw new UserError("--store " + text + ": keeps nothing; name a file, as in jdbc:sqlite:history.db");
            }
            return new StoreUrl(text);
        }
        if (text.matches("(?i)[a-z][a-z0-9+.-]+:.*") && !text.matches("[A-Za-z]:[\\\\/].*")) {
            throw new UserError("--store " + new StoreUrl(text) + ": no store of this kind; name a file, "
                    + "jdbc:sqlite:FILE or jdbc:postgresql://host/database");
        }
        return new StoreUrl(SQLITE + text);
    }

    /**
     * The store that is meant where nobody names one: what the variable {@link #VARIABLE} says, else {@code
     * .assay/history.db} in the root of the project (the nearest folder above that holds {@code .git}, else the folder
     * itself). There it outlives {@code target/}, belongs to this project alone, and is a path that a build server can
     * cache.
     */
    public static StoreUrl byDefault(Path folder, Map<String, String> variables) {
        String named = variables.getOrDefault(VARIABLE, "");
        return named.isBlank() ? ofProject(folder) : of(named);
    }

    private static StoreUrl ofProject(Path folder) {
        Path here = folder.toAbsolutePath().normalize();
        Path root = here;
        for (Path up = here; up != null; up = up.getParent()) {
            if (Files.exists(up.resolve(".git"))) {
                root = up;
                break;
            }
        }
        Path file = root.resolve(".assay").resolve("history.db");
        return new StoreUrl(SQLITE + (root.equals(here) ? here.relativize(file) : file));
    }

    /** Whether it is a PostgreSQL. */
    boolean postgres() {
        return jdbc.startsWith(POSTGRES);
    }

    /** The SQLite file; empty for a server. */
    public Optional<Path> file() {
        return postgres() || !jdbc.startsWith(SQLITE)
                ? Optional.empty()
                : Optional.of(Path.of(stripped(jdbc).substring(SQLITE.length()).replaceFirst("^file:", "")));
    }

    /**
     * For the driver, to write, with defaults for what the URL leaves open, so that nothing waits for ever. SQLite takes
     * the lock of writers when a transaction begins: one that has read and then wants to write would be refused at once
     * where another has written meanwhile.
     */
    String forDriver() {
        return postgres() ? forReader() : withDefaults(SQLITE_DEFAULTS + " transaction_mode=IMMEDIATE");
    }

    /** For the driver, to read. */
    String forReader() {
        return withDefaults(postgres() ? POSTGRES_DEFAULTS : SQLITE_DEFAULTS);
    }

    private String withDefaults(String defaults) {
        StringBuilder url = new StringBuilder(jdbc);
        for (String option : defaults.split(" ", -1)) {
            String name = option.substring(0, option.indexOf('=') + 1);
            if (!jdbc.contains("?" + name) && !jdbc.contains("&" + name)) {
                url.append(url.indexOf("?") < 0 ? '?' : '&').append(option);
            }
        }
        return url.toString();
    }

    /** A driver's message without what the URL keeps secret. */
    String redact(String message) {
        List<String> secrets = new ArrayList<>(List.of(forDriver(), forReader(), jdbc));
        Matcher matcher = SECRET.matcher(jdbc);
        while (matcher.find()) {
            String secret = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            if (!secret.isEmpty()) {
                secrets.add(secret);
            }
        }
        String clean = message;
        for (String secret : secrets) {
            clean = clean.replace(secret, secret.startsWith("jdbc:") ? toString() : "***");
        }
        return clean;
    }

    private static String stripped(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    /** Makes the folder of an SQLite file; the default one is hidden from git. */
    void makeFolder() {
        Optional<Path> folder = file().map(Path::toAbsolutePath).map(Path::getParent);
        if (folder.isEmpty() || Files.isDirectory(folder.get())) {
            return;
        }
        try {
            Files.createDirectories(folder.get());
            if (folder.get().endsWith(".assay")) {
                Files.writeString(folder.get().resolve(".gitignore"), "*\n");
            }
        } catch (IOException e) {
            throw new UserError(
                    "--store " + this + ": its folder cannot be made ("
                            + e.getClass().getSimpleName() + "); name another place",
                    e);
        }
    }

    /** Without options, user and password. */
    @Override
    public String toString() {
        String shown = stripped(jdbc);
        return shown.startsWith(SQLITE) ? shown.substring(SQLITE.length()) : shown;
    }
}
