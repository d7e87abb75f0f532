package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jol.datamodel.Model64;
import org.openjdk.jol.info.ClassData;
import org.openjdk.jol.layouters.HotSpotLayouter;
import org.openjdk.jol.layouters.Layouter;

/** The bytes that docs/future.md publishes, by JOL, for HotSpot with compressed references. */
class FutureBytesTest {
    private static final Layouter JDK_17 = new HotSpotLayouter(new Model64(true, true), 17);

    @ParameterizedTest
    @CsvSource({
        "Promise, 16",
        "Value, 16",
        "Mapping, 24",
        "Flattening, 24",
        "Recovery, 24",
        "Rescue, 24",
        "Handling, 24",
        "Listening, 24",
        "Relay, 24",
        "Waiter, 24",
        "Gathering, 24",
        "Gathering$Part, 32",
        "FirstOf, 24",
        "FirstOf$Contender, 24",
        "Hop, 32",
        "TimeLimit, 40",
        "Failure, 16"
    })
    void isAsSmallAsPublished(String type, long bytes) throws Exception {
        Class<?> future = Class.forName("io.assay.future." + type);
        assertEquals(bytes, JDK_17.layout(ClassData.parseClass(future)).instanceSize());
        String row = "| `" + type.replace('$', '.') + "` | " + bytes + " |";
        String published = Files.readString(Path.of("docs", "future.md"));
        assertTrue(published.contains(row), () -> "docs/future.md lacks the row " + row);
    }

    @Test
    void theModelKnowsTheJdks() throws Exception {
        assertEquals(
                24,
                JDK_17.layout(ClassData.parseClass(java.util.concurrent.CompletableFuture.class))
                        .instanceSize());
    }
}
