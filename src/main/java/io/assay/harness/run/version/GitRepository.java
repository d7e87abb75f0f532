package io.assay.harness.run.version;

import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The repository that holds a folder, asked through the git of the machine. Nothing here touches the user's files,
 * index, stash or branches: commits of uncommitted work are objects that nothing refers to, and git's own clean-up
 * drops them in time.
 */
final class GitRepository {
    private final Path top;
    private final String prefix;

    private GitRepository(Path top, String prefix) {
        this.top = top;
        this.prefix = prefix;
    }

    /**
     * A commit, or uncommitted work as one.
     *
     * @param hash of the commit
     * @param tree hash of all its files: equal trees build equal jars
     */
    record Commit(String hash, String tree) {}

    /**
     * Opens the repository.
     *
     * @param folder a folder in it
     * @param what the user asked for, named if there is no repository
     * @throws UserError if the folder is in none, or git is not installed
     */
    static GitRepository holding(Path folder, String what) {
        Answer top = ask(folder, Map.of(), "rev-parse", "--show-toplevel");
        if (top.status != 0) {
            throw new UserError(what + ": no such file, and " + folder.toAbsolutePath()
                    + " is in no git repository; name a benchmark jar, or start this in the project's folder");
        }
        // Relative to the top with a slash at its end, or empty: where in the repository the project lies.
        String prefix = ask(folder, Map.of(), "rev-parse", "--show-prefix").text.strip();
        return new GitRepository(Path.of(top.text.strip()), prefix);
    }

    /** Where in the repository the project lies: empty, or a relative path. */
    String prefix() {
        return prefix;
    }

    /**
     * The commit that a branch, tag, hash or expression such as {@code HEAD~3} names.
     *
     * @throws UserError if it names none
     */
    Commit commit(String reference) {
        Answer hash =
                ask(top, Map.of(), "rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}");
        if (hash.status != 0) {
            throw new UserError(reference + ": neither a file nor a commit of " + top
                    + "; name a benchmark jar, or a branch, tag or hash ('git log --oneline' shows some)");
        }
        String commit = hash.text.strip();
        return new Commit(commit, must(Map.of(), "rev-parse", commit + "^{tree}"));
    }

    /**
     * The files as they are now, with what is neither committed nor added, but for what git ignores.
     *
     * @param scratch an empty folder for a second index
     */
    Commit workingTree(Path scratch) {
        Path index = scratch.resolve("index");
        try {
            // A copy knows which files have not changed, so that they need not be read again.
            Path own = top.resolve(must(Map.of(), "rev-parse", "--git-path", "index"));
            if (Files.exists(own)) {
                Files.copy(own, index);
            }
        } catch (IOException e) {
            throw new UserError("the index of " + top + " cannot be copied (" + e.getMessage() + ")", e);
        }
        Map<String, String> second = Map.of("GIT_INDEX_FILE", index.toString());
        must(second, "add", "--all");
        String tree = must(second, "write-tree");
        Commit head = commit("HEAD");
        if (tree.equals(head.tree)) {
            return head;
        }
        String commit = must(
                second,
                "-c",
                "user.name=assay",
                "-c",
                "user.email=assay@localhost",
                "commit-tree",
                "--no-gpg-sign",
                tree,
                "-p",
                head.hash,
                "-m",
                "Uncommitted work");
        return new Commit(commit, tree);
    }

    /** Checks a commit out into a new folder. */
    void addWorktree(Path folder, Commit commit) {
        must(Map.of(), "worktree", "add", "--detach", "--force", folder.toString(), commit.hash);
    }

    /** Removes what {@link #addWorktree} made. */
    void removeWorktree(Path folder) {
        must(Map.of(), "worktree", "remove", "--force", "--force", folder.toString());
    }

    private String must(Map<String, String> environment, String... arguments) {
        Answer answer = ask(top, environment, arguments);
        if (answer.status != 0) {
            throw new UserError("git " + String.join(" ", arguments) + " failed in " + top + ": "
                    + answer.complaint.lines().reduce((first, last) -> last).orElse("status " + answer.status));
        }
        return answer.text.strip();
    }

    private record Answer(int status, String text, String complaint) {}

    private static Answer ask(Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Path complaints = Files.createTempFile("assay-git", ".txt");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).directory(folder.toFile()).redirectError(complaints.toFile());
                builder.environment().put("LC_ALL", "C");
                builder.environment().putAll(environment);
                Process process = builder.start();
                process.getOutputStream().close();
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(process.waitFor(), text, Files.readString(complaints));
            } finally {
                Files.delete(complaints);
            }
        } catch (IOException e) {
            throw new UserError("git cannot be started (" + e.getMessage() + "); install it, or name jars", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted while git ran", e);
        }
    }
}
