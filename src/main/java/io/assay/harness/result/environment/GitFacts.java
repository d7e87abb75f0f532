package io.assay.harness.result.environment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which source was measured. Immutable.
 *
 * @param commit full hash of the checked out commit, or {@code unknown}: no git, no repository, no commit yet
 * @param state {@code clean}, {@code dirty} (changed or untracked files that are not ignored), or {@code unknown}
 */
public record GitFacts(String commit, String state) {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Of the repository that holds the folder. Never fails; takes at most ten seconds. */
    public static GitFacts capture(Path folder) {
        String commit = ask(folder, "rev-parse", "HEAD")
                .map(String::trim)
                .filter(hash -> hash.matches("[0-9a-f]{40,64}"))
                .orElse(Unknown.TEXT);
        if (commit.equals(Unknown.TEXT)) {
            return new GitFacts(Unknown.TEXT, Unknown.TEXT);
        }
        String state = ask(folder, "status", "--porcelain")
                .map(changes -> changes.isBlank() ? "clean" : "dirty")
                .orElse(Unknown.TEXT);
        return new GitFacts(commit, state);
    }

    private static Optional<String> ask(Path folder, String... arguments) {
        // Without the option, status takes the index lock, and may fail a commit that somebody makes meanwhile.
        List<String> command = new ArrayList<>(List.of("git", "--no-optional-locks"));
        command.addAll(List.of(arguments));
        return Commands.output(folder, LIMIT, command)
                .filter(answer -> answer.status() == 0)
                .map(Commands.Answer::text);
    }

    /** Keys {@code commit}, {@code state}. */
    public Map<String, Object> toMap() {
        return Map.of("commit", commit, "state", state);
    }
}
