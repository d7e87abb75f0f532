package io.assay.harness.run.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {
    @ParameterizedTest
    @DisplayName("The heap of a benchmark is what its own flags leave in force, in mebibytes")
    @CsvSource({
        "'', 256",
        "-Xss2m, 256",
        "-Xmx1g, 1024",
        "-Xmx1T, 1048576",
        "-Xmx536870912, 512",
        "-XX:MaxHeapSize=512m, 512",
        "-XX:InitialHeapSize=512m, 512",
        "-XX:MaxHeapFreeRatio=70, 256",
        "-Xmx524288k, 512",
        "-Xmx1g -Xmx128M, 128",
        "-Xms128m, 256",
        "-Xms512m, 512",
        "-Xms512m -Xmx768m, 768",
        "-Xmx768m -Xms512m, 768",
        "-Xmx100k, 1",
        "-XX:+UseSerialGC -Xmx64m -Dx=-Xmx9g, 64"
    })
    void heap(String flags, int mebibytes) {
        assertEquals(mebibytes, Asked.heap(256, List.of(flags.split(" "))));
    }

    @Test
    @DisplayName("The threads are whole groups, as many as hold what was asked for")
    void threads() {
        assertEquals(1, Asked.threads(1, 1));
        assertEquals(4, Asked.threads(4, 1));
        assertEquals(4, Asked.threads(1, 1, 3));
        assertEquals(8, Asked.threads(5, 1, 3));
        assertEquals(Runtime.getRuntime().availableProcessors(), Asked.threads(-1, 1));
    }
}
