package io.assay.harness.run.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {
    @ParameterizedTest
    @DisplayName("The heap of a benchmark is what its own flags leave in force, in mebibytes")
    @CsvSource({
        "'', 256",
        "-Xss2m, 256",
        "-Xmx1g, 1024",
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
}
