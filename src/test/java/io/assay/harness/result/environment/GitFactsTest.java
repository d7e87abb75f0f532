package io.assay.harness.result.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitFactsTest {
    @TempDir
    Path folder;

    @Test
    void noRepository() {
        assertEquals(new GitFacts("unknown", "unknown"), GitFacts.capture(folder));
    }

    @Test
    void cleanThenDirty() throws IOException {
        assumeTrue(git("init", "-q"), "no git here");
        assertEquals(new GitFacts("unknown", "unknown"), GitFacts.capture(folder), "no commit yet");
        Files.writeString(folder.resolve("a"), "1");
        assertTrue(git("add", "a"));
        assertTrue(git("-c", "user.name=n", "-c", "user.email=e@example.org", "commit", "-q", "-m", "m"));
        GitFacts clean = GitFacts.capture(folder);
        assertEquals("clean", clean.state());
        assertTrue(clean.commit().matches("[0-9a-f]{40,64}"));
        Files.writeString(folder.resolve("a"), "2");
        assertEquals(new GitFacts(clean.commit(), "dirty"), GitFacts.capture(folder));
    }

    @Test
    void aProgramThatIsNotThereHasNoAnswer() {
        assertEquals(
                Optional.empty(), Commands.output(folder, Duration.ofSeconds(5), List.of("no-such-program-of-assay")));
    }

    private boolean git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return Commands.output(folder, Duration.ofSeconds(60), command)
                .filter(answer -> answer.status() == 0)
                .isPresent();
    }
}
