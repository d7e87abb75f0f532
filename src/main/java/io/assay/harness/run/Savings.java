package io.assay.harness.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the stopping rule saved of the measuring time: warm-up and measured iterations, without starting the JVMs. The
 * time that was used is the fork's own; a fork that took longer than planned, because one operation takes longer than
 * an iteration, saved nothing.
 */
public final class Savings {
    private static final String SAVED = "savedSeconds";
    private static final String OF = "ofSeconds";

    private Duration planned = Duration.ZERO;
    private Duration saved = Duration.ZERO;
    private int forksSpared;

    Savings() {}

    void ran(Duration full, Duration used) {
        planned = planned.plus(full);
        if (used.compareTo(full) < 0) {
            saved = saved.plus(full.minus(used));
        }
    }

    void spared(Duration full) {
        planned = planned.plus(full);
        saved = saved.plus(full);
        forksSpared++;
    }

    void tell(Map<String, Object> facts) {
        facts.put("forksSpared", forksSpared);
        facts.put(SAVED, saved.toMillis() / 1000.0);
        facts.put(OF, planned.toMillis() / 1000.0);
    }

    /** The line a user reads; empty where the rule was off or nothing ran. */
    public static Optional<String> line(Map<String, Object> run) {
        return run.get("stoppingRule") instanceof Map<?, ?> facts
                        && Boolean.TRUE.equals(facts.get("on"))
                        && facts.get(SAVED) instanceof Number saved
                        && facts.get(OF) instanceof Number of
                        && of.doubleValue() > 0
                ? Optional.of("stopping rule saved " + Math.round(100 * saved.doubleValue() / of.doubleValue())
                        + "% of the measuring time (" + clock(saved.doubleValue()) + " of " + clock(of.doubleValue())
                        + "); --fixed measures in full")
                : Optional.empty();
    }

    private static String clock(double seconds) {
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : (long) seconds / 60 + " min " + (long) seconds % 60 + " s";
    }
}
