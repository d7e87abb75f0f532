package io.assay.inject.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compiled once, what again, and whom the cache trusts. */
class CompileCacheTest {
    private static final String PROCESSOR = CompileCacheTest.class.getName();
    private static final Map<String, String> SOURCES = Map.of("a.A", "class A {}");
    private static final byte[] CODE = {1, 2, 3};

    @TempDir
    Path temporary;

    private Path folder;
    private int compiled;
    /** What a compilation waits for. */
    private CountDownLatch asked = new CountDownLatch(0);

    @BeforeEach
    void choose() {
        folder = temporary.resolve("cache");
    }

    private CompileCache.Compiled get(Map<String, String> sources, String processor) {
        return new CompileCache(folder).get(sources, processor, () -> {
            // Without an atomic step: the cache lets one compile at a time.
            compiled++;
            await(asked);
            return Map.of("a.A", CODE);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void compilesOnceWhatIsTheSame() throws IOException {
        CompileCache.Compiled first = get(SOURCES, PROCESSOR);
        CompileCache.Compiled second = get(SOURCES, PROCESSOR);
        assertEquals(1, compiled);
        assertEquals(first.millis(), second.millis());
        assertEquals(List.of("a.A"), List.copyOf(second.classes().keySet()));
        assertArrayEquals(CODE, second.classes().get("a.A"));
        get(Map.of("a.A", "class A { }"), PROCESSOR);
        get(SOURCES, CompileCache.class.getName());
        assertEquals(3, compiled);
        assertEquals(3, files().size());
    }

    @Test
    void threadsThatAskForTheSameCompileItOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        asked = new CountDownLatch(8);
        Callable<CompileCache.Compiled> asking = () -> {
            asked.countDown();
            return get(SOURCES, PROCESSOR);
        };
        try {
            for (Future<CompileCache.Compiled> one : threads.invokeAll(Collections.nCopies(8, asking))) {
                assertArrayEquals(CODE, one.get().classes().get("a.A"));
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(1, compiled);
    }

    @Test
    void compilesAnewWhatIsDamagedOrFailed() throws IOException {
        get(SOURCES, PROCESSOR);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (byte[] damaged : List.of(new byte[0], new byte[] {'n', 'o'}, Arrays.copyOf(whole, 60), flipped(whole))) {
            Files.write(file, damaged);
            assertArrayEquals(CODE, get(SOURCES, PROCESSOR).classes().get("a.A"));
        }
        assertEquals(5, compiled);
        assertThrows(
                CompilationException.class,
                () -> new CompileCache(folder).get(Map.of(), PROCESSOR, () -> {
                    throw new CompilationException("refused");
                }));
        assertEquals(1, files().size());
    }

    /** With another byte in what is kept first. */
    private static byte[] flipped(byte[] whole) {
        byte[] flipped = whole.clone();
        flipped[45] ^= 1;
        return flipped;
    }

    @Test
    void readsNothingWhereOthersMayWrite() throws IOException {
        get(SOURCES, PROCESSOR);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));
        get(SOURCES, PROCESSOR);
        assertEquals(2, compiled);
        Path own = temporary.resolve("own");
        Files.move(folder, own);
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(folder, own);
        get(SOURCES, PROCESSOR);
        assertEquals(3, compiled);
        Files.delete(folder);
        Files.move(own, folder);
        get(SOURCES, PROCESSOR);
        assertEquals(3, compiled);
    }

    @Test
    void aClassInAFolderIsKnownByItsOwnFile() throws IOException {
        String origin = CompileCache.origin(CompileCacheTest.class);
        assertTrue(origin.contains("CompileCacheTest.class"), origin);
    }

    @Test
    void forgetsAfterAWeek() throws IOException {
        get(SOURCES, PROCESSOR);
        Files.setLastModifiedTime(files().get(0), FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        get(Map.of(), PROCESSOR);
        assertEquals(1, files().size());
    }
}
