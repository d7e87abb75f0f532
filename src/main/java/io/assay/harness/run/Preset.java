package io.assay.harness.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How much time a run may take: the one place where run settings live. Command-line options override single numbers;
 * a benchmark's own {@code @Fork}, {@code @Warmup} and {@code @Measurement} are not used.
 */
@SuppressWarnings("ImmutableEnumChecker") // Settings and Duration are immutable
public enum Preset {
    /** Does everything start, answer right and leave a result? Figures are not for reading. */
    SMOKE(new Settings(1, 1, ms(50), 2, ms(50)), Duration.ofSeconds(100)),
    /** The whole suite's headline rows in ten minutes: good for orders of magnitude and large changes. */
    QUICK(new Settings(3, 4, ms(150), 5, ms(150)), Duration.ofMinutes(9).plusSeconds(15)),
    /** For figures that get published and compared. */
    STANDARD(new Settings(5, 5, ms(500), 5, ms(500)), null),
    /** For small differences, overnight. */
    THOROUGH(new Settings(10, 10, ms(1000), 10, ms(1000)), null);

    private final Settings settings;
    private final Optional<Duration> budget;

    Preset(Settings settings, @org.jspecify.annotations.Nullable Duration budget) {
        this.settings = settings;
        this.budget = Optional.ofNullable(budget);
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    /** Forks, iterations and their times, before options and budget. */
    public Settings settings() {
        return settings;
    }

    /** What the whole suite may take by the clock when no pattern is given; only then headline rows alone are run. */
    public Optional<Duration> budget() {
        return budget;
    }

    /** The name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
