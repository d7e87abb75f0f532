package io.assay.harness.profiling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("async-profiler's library in the user's cache")
class ProfilerLibraryTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x64",
        "Linux, x86_64, linux-x64",
        "Linux, aarch64, linux-arm64",
        "Linux, arm64, linux-arm64",
        "Mac OS X, aarch64, macos",
        "Mac OS X, x86_64, macos"
    })
    void liesInTheArtifactForEachPlatformItIsMadeFor(String system, String processor, String platform)
            throws IOException {
        assertEquals(Optional.of(platform), ProfilerLibrary.platform(system, processor));
        Path kept = ProfilerLibrary.find(system, processor, folder).path().orElseThrow();
        assertTrue(kept.getFileName().toString().matches("libasyncProfiler-[0-9a-f]{64}\\.so"));
        assertTrue(Files.size(kept) > 100_000);
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Linux, riscv64", "AIX, ppc64"})
    void isNotMadeForOthersWhichIsSaid(String system, String processor) {
        ProfilerLibrary.Answer answer = ProfilerLibrary.find(system, processor, folder);
        assertEquals(Optional.empty(), answer.path());
        assertTrue(answer.lack().contains(system) && answer.lack().contains(processor), answer::lack);
    }

    @Test
    void halfAFileOrAnAlteredOneIsReplaced() throws IOException {
        byte[] library = new byte[50_000];
        new Random(3).nextBytes(library);
        Path kept = ProfilerLibrary.keep(library, folder);
        Files.write(kept, new byte[] {1, 2, 3});
        assertEquals(kept, ProfilerLibrary.keep(library, folder));
        assertArrayEquals(library, Files.readAllBytes(kept));
        library[0]++;
        assertNotEquals(kept, ProfilerLibrary.keep(library, folder), "another version has another name");
    }

    @Test
    void manyMayTakeItOutAtOnce() throws Exception {
        byte[] library = new byte[200_000];
        new Random(4).nextBytes(library);
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Future<Path>> kept = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                kept.add(many.submit(() -> {
                    Path path = ProfilerLibrary.keep(library, folder);
                    assertArrayEquals(library, Files.readAllBytes(path), "never half a file");
                    return path;
                }));
            }
            for (Future<Path> path : kept) {
                assertEquals(kept.get(0).get(), path.get());
            }
        } finally {
            many.shutdownNow();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "no part of a file is left");
        }
    }

    @Test
    void aCacheThatCannotBeWrittenIsALackNotAnError() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        ProfilerLibrary.Answer answer = ProfilerLibrary.find("Linux", "amd64", file.resolve("cache"));
        assertEquals(Optional.empty(), answer.path());
        assertTrue(answer.lack().contains("XDG_CACHE_HOME"), answer::lack);
    }
}
