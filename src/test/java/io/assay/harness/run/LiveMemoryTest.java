package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.assay.LeanClassPath;
import io.assay.harness.result.environment.Jdks;
import io.assay.harness.run.planted.HoldingBenchmark;
import io.assay.harness.run.planted.HoldingBenchmark.When;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openjdk.jmh.annotations.Mode;

@DisplayName("mem.live has what a benchmark holds, whether its state or an operation holds it")
@ExtendWith(LeanClassPath.class)
class LiveMemoryTest {
    /** What two forks of one JVM differ by. */
    private static final double NOISE = 2 << 20;

    private static final Map<When, Double> LIVE = new EnumMap<>(When.class);

    @BeforeAll
    static void weigh() {
        Launch launch = new Launch(
                new Profiles(Path.of("")).load(Profiles.DEFAULT), Jdks.resolve(System.getProperty("java.home")), "17");
        for (When when : When.values()) {
            Cell cell = new Cell(
                    HoldingBenchmark.class.getName() + ".operate",
                    Mode.AverageTime,
                    Map.of("when", when.name()),
                    128,
                    1,
                    launch);
            ForkOutcome.Measured weighed = assertInstanceOf(
                    ForkOutcome.Measured.class, new ForkRunner(ForkRunner.PATIENCE).weigh(cell), when.name());
            LIVE.put(
                    when,
                    weighed.result()
                            .getSecondaryResults()
                            .get(LiveMemory.METRIC)
                            .getScore());
        }
    }

    @Test
    void stateThatStandsIsWeighed() {
        assertEquals(HoldingBenchmark.BYTES, held(When.WHILE_THE_STATE_STANDS), NOISE);
    }

    @Test
    void theFullestPointOfAnOperationIsWeighed() {
        assertEquals(HoldingBenchmark.BYTES, held(When.WITHIN_AN_OPERATION), NOISE);
    }

    private static double held(When when) {
        return LIVE.get(when) - LIVE.get(When.NEVER);
    }
}
