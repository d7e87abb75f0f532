package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SavingsTest {
    private static final Duration FULL = Duration.ofSeconds(100);

    private static Map<String, Object> told(Savings savings, boolean on) {
        Map<String, Object> rule = new HashMap<>(Map.of("on", on));
        savings.tell(rule);
        return Map.of("stoppingRule", rule);
    }

    @Test
    void sparedForksCountInFullAndLongOnesSaveNothing() {
        Savings savings = new Savings();
        savings.ran(FULL, Duration.ofSeconds(40));
        savings.ran(FULL, Duration.ofSeconds(130));
        savings.spared(FULL);
        savings.spared(FULL);
        assertEquals(
                Optional.of("stopping rule saved 65% of the measuring time (4 min 20 s of 6 min 40 s);"
                        + " --fixed measures in full"),
                Savings.line(told(savings, true)));
    }

    @Test
    void shortRunsAreToldInSeconds() {
        Savings savings = new Savings();
        savings.ran(Duration.ofSeconds(5), Duration.ofMillis(3_750));
        assertEquals(
                Optional.of("stopping rule saved 25% of the measuring time (1.3 s of 5.0 s); --fixed measures in full"),
                Savings.line(told(savings, true)));
    }

    @Test
    void nothingIsSaidWhereTheRuleWasOffOrNothingRan() {
        Savings savings = new Savings();
        assertEquals(Optional.empty(), Savings.line(told(savings, true)));
        savings.spared(FULL);
        assertEquals(Optional.empty(), Savings.line(told(savings, false)));
        assertEquals(Optional.empty(), Savings.line(Map.of()));
    }
}
