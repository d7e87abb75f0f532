package io.assay.harness.result.environment;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDK as it is installed. Immutable.
 *
 * @param home its folder, the one with {@code bin/java}; a real path
 * @param version as in {@code 17.0.15}
 * @param feature the number that decides about flags, as in {@code 17}; {@code 8} for {@code 1.8.0}
 * @param vendor who built it, or {@code unknown}
 * @param build the runtime version, which two builds of one version differ in: {@code 25.0.3+9-LTS}
 */
public record JdkFacts(Path home, String version, int feature, String vendor, String build) {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern FEATURE = Pattern.compile("(?:1\\.)?(\\d{1,4}).*");
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    /**
     * Reads its {@code release} file, or, where a packager left that out, asks its {@code bin/java} (for at most 20
     * seconds).
     *
     * @return empty if that is no folder of a JDK, or one that does not start
     */
    public static Optional<JdkFacts> of(Path home) {
        Path real;
        try {
            real = home.toRealPath();
        } catch (IOException absent) {
            return Optional.empty();
        }
        if (!Files.isExecutable(java(real))) {
            return Optional.empty();
        }
        return ofRelease(real).or(() -> ofSettings(real));
    }

    /** Its launcher. */
    public Path java() {
        return java(home);
    }

    /** Keys {@code home}, {@code version}, {@code feature}, {@code vendor}, {@code build}. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("home", home.toString());
        map.put("version", version);
        map.put("feature", feature);
        map.put("vendor", vendor);
        map.put("build", build);
        return map;
    }

    private static Path java(Path home) {
        return home.resolve("bin").resolve(WINDOWS ? "java.exe" : "java");
    }

    private static Optional<JdkFacts> ofRelease(Path home) {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
        return of(
                home,
                unquoted(release, "JAVA_VERSION"),
                unquoted(release, "IMPLEMENTOR"),
                unquoted(release, "JAVA_RUNTIME_VERSION"));
    }

    private static Optional<JdkFacts> ofSettings(Path home) {
        return Commands.allOutput(home, LIMIT, List.of(java(home).toString(), "-XshowSettings:properties", "-version"))
                .flatMap(answer -> parseSettings(home, answer.text()));
    }

    /** Lines {@code     java.version = 17.0.15}, among much else. */
    static Optional<JdkFacts> parseSettings(Path home, String text) {
        return of(
                home,
                setting(text, "java.version"),
                setting(text, "java.vendor"),
                setting(text, "java.runtime.version"));
    }

    private static Optional<JdkFacts> of(Path home, String version, String vendor, String build) {
        Matcher feature = FEATURE.matcher(version);
        if (!feature.matches()) {
            return Optional.empty();
        }
        return Optional.of(new JdkFacts(
                home,
                version,
                Integer.parseInt(feature.group(1)),
                vendor.isEmpty() ? Unknown.TEXT : vendor,
                build.isEmpty() ? version : build));
    }

    private static String setting(String text, String name) {
        Matcher matcher =
                Pattern.compile("(?m)^\\s*" + Pattern.quote(name) + " = (.*)$").matcher(text);
        return matcher.find() ? matcher.group(1).trim() : "";
    }

    private static String unquoted(Properties release, String name) {
        return release.getProperty(name, "").replace("\"", "").trim();
    }
}
