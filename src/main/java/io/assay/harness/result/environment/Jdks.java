package io.assay.harness.result.environment;

import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the JDKs that forks may run on. Discovery reads the disk at each call; thread-safe. */
public final class Jdks {
    /** The oldest feature version that runs the benchmarks' class files. */
    public static final int OLDEST = 17;

    // A JDK lies directly in one of these folders, on macOS in a bundle within.
    private static final List<String> PARENTS = List.of(
            "/usr/lib/jvm",
            "/usr/lib64/jvm",
            "/usr/java",
            "/opt/java",
            "~/.sdkman/candidates/java",
            "~/.jdks",
            "~/.gradle/jdks",
            "~/.asdf/installs/java",
            "~/.local/share/mise/installs/java",
            "/Library/Java/JavaVirtualMachines",
            "~/Library/Java/JavaVirtualMachines",
            "C:\\Program Files\\Java",
            "C:\\Program Files\\Eclipse Adoptium",
            "C:\\Program Files\\Microsoft",
            "C:\\Program Files\\Zulu",
            "C:\\Program Files\\Amazon Corretto",
            "C:\\Program Files\\BellSoft");

    private final List<Path> named;
    private final List<Path> parents;

    Jdks(List<Path> named, List<Path> parents) {
        this.named = named;
        this.parents = parents;
    }

    /**
     * Installed JDKs of version {@value #OLDEST} or later: first the one that runs now, then those that {@code
     * JAVA_HOME} and {@code JDK_HOME} name, then what lies in the usual folders of the operating system and of version
     * managers, newest first. Each real folder once.
     */
    public static List<JdkFacts> discover() {
        return ofThisMachine(System::getenv).find();
    }

    /**
     * The JDK a user means.
     *
     * @param wanted a feature version ({@code 25}: the first that {@link #discover()} has) or a JDK's home folder
     * @throws UserError if there is none, or it is older than {@value #OLDEST}
     */
    public static JdkFacts resolve(String wanted) {
        return ofThisMachine(System::getenv).choose(wanted);
    }

    private static Jdks ofThisMachine(UnaryOperator<@Nullable String> environment) {
        List<Path> named = Stream.of(
                        System.getProperty("java.home"), environment.apply("JAVA_HOME"), environment.apply("JDK_HOME"))
                .flatMap(Jdks::path)
                .toList();
        String user = System.getProperty("user.home", "");
        List<Path> parents = PARENTS.stream()
                .flatMap(folder -> path(folder.startsWith("~") ? user + folder.substring(1) : folder))
                .filter(Path::isAbsolute) // those of another operating system are not
                .toList();
        return new Jdks(named, parents);
    }

    private static Stream<Path> path(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Stream.empty() : Stream.of(Path.of(text));
        } catch (InvalidPathException notOfThisSystem) {
            return Stream.empty();
        }
    }

    List<JdkFacts> find() {
        Map<Path, JdkFacts> found = new LinkedHashMap<>();
        Stream<JdkFacts> installed = parents.stream()
                .flatMap(parent -> children(parent).stream())
                .flatMap(child -> Stream.of(child, child.resolve("Contents/Home")))
                .flatMap(home -> JdkFacts.of(home).stream())
                .sorted(Comparator.comparing(JdkFacts::home))
                .sorted(Comparator.comparing(Jdks::comparable).reversed());
        Stream.concat(named.stream().flatMap(home -> JdkFacts.of(home).stream()), installed)
                .filter(jdk -> jdk.feature() >= OLDEST)
                .forEach(jdk -> found.putIfAbsent(jdk.home(), jdk));
        return List.copyOf(found.values());
    }

    JdkFacts choose(String wanted) {
        if (wanted.matches("\\d{1,4}")) {
            List<JdkFacts> found = find();
            return found.stream()
                    .filter(jdk -> jdk.feature() == Integer.parseInt(wanted))
                    .findFirst()
                    .orElseThrow(() -> new UserError("JDK " + wanted + ": none found (there are: "
                            + found.stream()
                                    .map(jdk -> jdk.version() + " in " + jdk.home())
                                    .collect(Collectors.joining(", "))
                            + "); install one, or give the home folder of one"));
        }
        JdkFacts jdk = path(wanted)
                .flatMap(home -> JdkFacts.of(home).stream())
                .findFirst()
                .orElseThrow(
                        () -> new UserError(
                                "JDK '" + wanted
                                        + "': no JDK's home folder (no bin/java that runs); give the folder that holds bin/java, or a version such as 25"));
        if (jdk.feature() < OLDEST) {
            throw new UserError("JDK '" + wanted + "': version " + jdk.version() + " is too old; benchmarks need "
                    + OLDEST + " or later");
        }
        return jdk;
    }

    private static List<Path> children(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException absent) {
            return List.of();
        }
    }

    private static Runtime.Version comparable(JdkFacts jdk) {
        try {
            return Runtime.Version.parse(jdk.build());
        } catch (IllegalArgumentException vendorsOwnForm) {
            return Runtime.Version.parse(String.valueOf(jdk.feature()));
        }
    }
}
