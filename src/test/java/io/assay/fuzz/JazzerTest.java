package io.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Coverage-guided fuzzing, on demand: {@code mvn test -Dtest=JazzerTest -Dfuzz.seconds=120}, for one target
 * {@code -Dfuzz.target=HPACK_DECODER} with it.
 */
class JazzerTest {
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 0);
    private static final String ONLY = System.getProperty("fuzz.target", "");
    private static final Path FOLDER = Path.of("target", "fuzz").toAbsolutePath();
    private static final int ENOUGH_FOR_THE_PLANTED = 60;

    @BeforeEach
    void onDemandWhereJazzerRuns() {
        assumeTrue(SECONDS > 0, "fuzzing is on demand: -Dfuzz.seconds=N");
        Optional<String> reason = Jazzer.unavailable();
        assumeTrue(reason.isEmpty(), () -> reason.orElse(""));
    }

    /** Else the silence of the others would say nothing. */
    @Test
    void aPlantedDefectIsFound(@TempDir Path folder) throws Exception {
        Optional<byte[]> input =
                new Jazzer(folder).search(PlantedDefect.class, List.of(new byte[] {0}), ENOUGH_FOR_THE_PLANTED);
        assertTrue(input.isPresent());
        assertEquals("483200f1", Jazzer.line(input.get()).substring(0, 8));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsFound(FuzzTarget target) throws Exception {
        assumeTrue(ONLY.isEmpty() || ONLY.equals(target.name()), "not asked for");
        Optional<byte[]> input =
                new Jazzer(FOLDER.resolve(target.name())).search(target.type(), target.seeds(), SECONDS);
        input.ifPresent(bytes -> {
            throw new AssertionError("a line for src/test/resources" + target.resource() + ": " + Jazzer.line(bytes));
        });
    }
}
