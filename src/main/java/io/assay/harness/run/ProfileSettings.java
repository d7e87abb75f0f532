package io.assay.harness.run;

import io.assay.harness.result.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a profile file and what they may say. The format is {@code key = value}, a line each; {@code #} starts a
 * comment line. It is read by hand because {@link java.util.Properties} keeps no line numbers and drops duplicates.
 */
final class ProfileSettings {
    static final String EXTENDS = "extends";
    static final List<String> CONTAINERS = List.of("jdk", "fastutil", "agrona");

    private static final String ENV = "env.";
    private static final Pattern VARIABLE = Pattern.compile("env\\.[A-Za-z_][A-Za-z0-9_]*");
    private static final List<String> KEYS =
            List.of("description", EXTENDS, "gc", "heap", "containers", "checks", "jvm", "install", "matrix");
    private static final List<String> HEAP_FLAGS =
            List.of("-Xms", "-Xmx", "-Xmn", "-XX:MaxHeapSize", "-XX:InitialHeapSize", "-XX:MinHeapSize");

    private ProfileSettings() {}

    static Map<String, ProfileEntry> parse(String file, String text) {
        Map<String, ProfileEntry> entries = new LinkedHashMap<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String place = file + ":" + (i + 1);
            if (equals <= 0) {
                throw new UserError(place + ": expected 'key = value', found '" + line + "'");
            }
            ProfileEntry entry = new ProfileEntry(
                    file,
                    i + 1,
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
            if (!KEYS.contains(entry.key())
                    && !(entry.key().startsWith(ENV) && entry.key().length() > ENV.length())) {
                throw new UserError(place + ": unknown key '" + entry.key() + "'; known are " + String.join(", ", KEYS)
                        + " and env.NAME");
            }
            if (entry.key().startsWith(ENV) && !VARIABLE.matcher(entry.key()).matches()) {
                throw new UserError(place + ": '" + entry.key().substring(ENV.length())
                        + "' can be no variable's name; write letters, digits and _");
            }
            ProfileEntry before = entries.put(entry.key(), entry);
            if (before != null) {
                throw new UserError(
                        place + ": '" + entry.key() + "' stands in line " + before.line() + " already; keep one");
            }
        }
        return entries;
    }

    static Profile build(String name, String origin, Map<String, ProfileEntry> entries) {
        Map<String, String> environment = new LinkedHashMap<>();
        entries.forEach((key, entry) -> {
            if (key.startsWith(ENV)) {
                environment.put(key.substring(ENV.length()), entry.value());
            }
        });
        return new Profile(
                name,
                value(entries.get("description")).orElse(""),
                collector(entries.get("gc")),
                heap(entries.get("heap")),
                containers(entries.get("containers")),
                on(entries.get("checks"), "checks are"),
                jvm(entries.get("jvm")),
                environment,
                value(entries.get("install")).filter(text -> !text.isEmpty()),
                on(entries.get("matrix"), "matrix is"),
                origin);
    }

    private static Optional<String> value(@Nullable ProfileEntry entry) {
        return Optional.ofNullable(entry).map(ProfileEntry::value);
    }

    private static Collector collector(@Nullable ProfileEntry entry) {
        if (entry == null) {
            return Collector.G1;
        }
        for (Collector collector : Collector.values()) {
            if (collector.key().equals(entry.value())) {
                return collector;
            }
        }
        throw new UserError(entry.place() + ": unknown collector '" + entry.value() + "'; known are "
                + Arrays.stream(Collector.values()).map(Collector::key).collect(Collectors.joining(", ")));
    }

    /** Also the command line's {@code --heap}: a number of mebibytes ({@code 512m}) or gibibytes ({@code 2g}). */
    static Optional<Integer> heap(@Nullable ProfileEntry entry) {
        if (entry == null) {
            return Optional.empty();
        }
        String text = entry.value().toLowerCase(Locale.ROOT);
        if (text.matches("[1-9][0-9]{0,5}[mg]")) {
            int amount = Integer.parseInt(text.substring(0, text.length() - 1));
            int mebibytes = text.endsWith("g") ? Math.multiplyExact(amount, 1024) : amount;
            if (mebibytes >= 8) {
                return Optional.of(mebibytes);
            }
        }
        throw new UserError(
                entry.place() + ": heap '" + entry.value() + "' is no size; write 512m or 2g (8m is the least)");
    }

    private static String containers(@Nullable ProfileEntry entry) {
        if (entry == null) {
            return CONTAINERS.get(0);
        }
        if (!CONTAINERS.contains(entry.value())) {
            throw new UserError(entry.place() + ": unknown containers '" + entry.value() + "'; known are "
                    + String.join(", ", CONTAINERS));
        }
        return entry.value();
    }

    private static boolean on(@Nullable ProfileEntry entry, String what) {
        if (entry == null || entry.value().equals("on")) {
            return true;
        }
        if (entry.value().equals("off")) {
            return false;
        }
        throw new UserError(entry.place() + ": " + what + " 'on' or 'off', not '" + entry.value() + "'");
    }

    private static List<String> jvm(@Nullable ProfileEntry entry) {
        List<String> flags = new ArrayList<>();
        if (entry == null || entry.value().isEmpty()) {
            return flags;
        }
        for (String flag : entry.value().split("\\s+", -1)) {
            if (!flag.startsWith("-")) {
                throw new UserError(entry.place() + ": '" + flag + "' is no JVM flag; flags start with '-'");
            }
            if (HEAP_FLAGS.stream().anyMatch(flag::startsWith)) {
                throw new UserError(entry.place() + ": '" + flag + "' sets the heap; use 'heap = SIZE' instead, "
                        + "so that all compared cells get the same");
            }
            if (flag.equals("-XX:+IgnoreUnrecognizedVMOptions")) {
                throw new UserError(entry.place() + ": '" + flag + "' would hide a mistyped flag; remove it");
            }
            flags.add(flag);
        }
        return flags;
    }
}
