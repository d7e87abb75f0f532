package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectorTest {
    @ParameterizedTest
    @CsvSource({
        "SERIAL, 17, -XX:+UseSerialGC",
        "PARALLEL, 25, -XX:+UseParallelGC",
        "G1, 17, -XX:+UseG1GC",
        "EPSILON, 17, -XX:+UnlockExperimentalVMOptions -XX:+UseEpsilonGC",
        "SHENANDOAH, 17, -XX:+UseShenandoahGC",
        "ZGC, 17, -XX:+UseZGC",
        "ZGC, 21, -XX:+UseZGC",
        // Generational is what 23 does unless told otherwise (JEP 474).
        "ZGC, 23, -XX:+UseZGC -XX:-ZGenerational",
        "ZGC_GENERATIONAL, 21, -XX:+UseZGC -XX:+ZGenerational",
        "ZGC_GENERATIONAL, 23, -XX:+UseZGC -XX:+ZGenerational",
        // From 24 on the flag is obsolete (JEP 490).
        "ZGC_GENERATIONAL, 24, -XX:+UseZGC",
        "ZGC_GENERATIONAL, 25, -XX:+UseZGC",
    })
    void flagsThatChooseIt(Collector collector, int feature, String flags) {
        assertEquals(List.of(flags.split(" ")), collector.flags(feature));
    }

    @Test
    void generationalShenandoahIsUnlockedBeforeItIsChosen() {
        List<String> flags = Collector.SHENANDOAH_GENERATIONAL.flags(24);
        assertEquals("-XX:+UnlockExperimentalVMOptions", flags.get(0));
        assertTrue(flags.contains("-XX:ShenandoahGCMode=generational"));
    }

    @ParameterizedTest
    @CsvSource({
        "17, 'SERIAL PARALLEL G1 ZGC SHENANDOAH EPSILON'",
        "21, 'SERIAL PARALLEL G1 ZGC ZGC_GENERATIONAL SHENANDOAH EPSILON'",
        "23, 'SERIAL PARALLEL G1 ZGC ZGC_GENERATIONAL SHENANDOAH EPSILON'",
        "24, 'SERIAL PARALLEL G1 ZGC_GENERATIONAL SHENANDOAH SHENANDOAH_GENERATIONAL EPSILON'",
        "25, 'SERIAL PARALLEL G1 ZGC_GENERATIONAL SHENANDOAH SHENANDOAH_GENERATIONAL EPSILON'",
    })
    void whatEachJdkHas(int feature, String collectors) {
        assertEquals(
                List.of(collectors.split(" ")),
                Arrays.stream(Collector.values())
                        .filter(collector -> collector.lackingOn(feature).isEmpty())
                        .map(Enum::name)
                        .toList());
    }
}
