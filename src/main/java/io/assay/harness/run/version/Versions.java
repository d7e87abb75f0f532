package io.assay.harness.run.version;

import io.assay.harness.result.UserError;
import io.assay.harness.run.Interruption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds the jar of what the user names: the jar itself, or a git commit or the working tree, built in a temporary
 * worktree. The user's own tree is never built in and never touched.
 */
public final class Versions {
    /** How the uncommitted state is called. */
    public static final String WORKING_TREE = "working tree";

    private static final int SHORT = 10;

    private final Path here;
    private final BuildCache cache;
    private final Interruption interruption;
    private final Consumer<String> notes;

    /**
     * Resolves relative to a folder.
     *
     * @param here the project's folder
     * @param interruption ends a build
     * @param notes hears what is being built
     */
    public Versions(Path here, Interruption interruption, Consumer<String> notes) {
        this(here, BuildCache.ofUser(), interruption, notes);
    }

    Versions(Path here, BuildCache cache, Interruption interruption, Consumer<String> notes) {
        this.here = here.toAbsolutePath();
        this.cache = cache;
        this.interruption = interruption;
        this.notes = notes;
    }

    /**
     * A jar or a commit.
     *
     * @throws UserError if it is neither, or cannot be built
     */
    public Version named(String name) {
        Path file = here.resolve(name);
        if (Files.isRegularFile(file)) {
            return BenchmarkJar.of(name, file, null);
        }
        if (name.endsWith(".jar")) {
            throw new UserError(name + ": no such file; name a JMH benchmark jar or a git commit");
        }
        if (name.startsWith("-") || name.isBlank()) {
            throw new UserError("'" + name + "': name a JMH benchmark jar or a git commit");
        }
        GitRepository repository = GitRepository.holding(here, name);
        return built(name, repository, repository.commit(name));
    }

    /** The files as they are, uncommitted work included. */
    public Version workingTree() {
        GitRepository repository = GitRepository.holding(here, "--head (default: the " + WORKING_TREE + ")");
        return inScratch(scratch -> built(WORKING_TREE, repository, repository.workingTree(scratch)));
    }

    private Version built(String name, GitRepository repository, GitRepository.Commit commit) {
        String key = commit.tree() + "-"
                + HexFormat.of().toHexDigits(repository.prefix().hashCode()) + "-jdk"
                + Runtime.version().feature();
        String origin = "commit " + abbreviated(commit.hash()) + ", tree " + abbreviated(commit.tree());
        Optional<Path> before = cache.find(key);
        if (before.isPresent()) {
            notes.accept(name + ": " + origin + ", built before");
            return BenchmarkJar.of(name, before.get(), origin);
        }
        notes.accept(name + ": building " + origin + " ...");
        return inScratch(scratch -> {
            Path worktree = scratch.resolve("tree");
            Path log = cache.log(key);
            repository.addWorktree(worktree, commit);
            try {
                Path jar = interruption.during(() -> MavenBuild.run(worktree.resolve(repository.prefix()), name, log));
                Path kept = cache.keep(key, jar);
                delete(log);
                return BenchmarkJar.of(name, kept, origin);
            } finally {
                repository.removeWorktree(worktree);
            }
        });
    }

    private static String abbreviated(String hash) {
        return hash.substring(0, Math.min(SHORT, hash.length()));
    }

    private interface Work {
        Version in(Path scratch);
    }

    private static Version inScratch(Work work) {
        Path scratch;
        try {
            scratch = Files.createTempDirectory("assay-ab").toRealPath();
        } catch (IOException e) {
            throw new UserError("no folder can be made in the temporary folder (" + e.getMessage() + ")", e);
        }
        try {
            return work.in(scratch);
        } finally {
            delete(scratch);
        }
    }

    /**
     * Removes a temporary folder or file with all that is in it.
     *
     * @throws UserError if something cannot be removed
     */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UserError(folder + ": cannot be removed (" + e.getMessage() + "); remove it", e);
        }
    }
}
