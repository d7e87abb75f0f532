package io.assay.harness.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much time a run may take: the one place where run settings live. Command-line options override single numbers;
 * a benchmark's own {@code @Fork}, {@code @Warmup} and {@code @Measurement} are not used.
 */
@SuppressWarnings("ImmutableEnumChecker") // Settings and Duration are immutable
public enum Preset {
    /** Does everything start, answer right and leave a result? Figures are not for reading. */
    SMOKE(new Settings(1, 1, ms(50), 2, ms(50)), Duration.ofSeconds(100), 0),
    /** The whole suite's headline rows in ten minutes: good for orders of magnitude and large changes. */
    QUICK(new Settings(3, 4, ms(150), 5, ms(150)), Duration.ofMinutes(9).plusSeconds(15), 0.05),
    /** For figures that get published and compared. */
    STANDARD(new Settings(5, 5, ms(500), 5, ms(500)), null, 0.03),
    /** For small differences, overnight. */
    THOROUGH(new Settings(10, 10, ms(1000), 10, ms(1000)), null, 0.015);

    private final Settings settings;
    private final Optional<Duration> budget;
    private final double precision;

    Preset(Settings settings, @org.jspecify.annotations.Nullable Duration budget, double precision) {
        this.settings = settings;
        this.budget = Optional.ofNullable(budget);
        this.precision = precision;
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

    /**
     * How far a row's 95% interval may reach for the row to need no more forks, as a share of its value; empty where the
     * preset is too short for the stopping rule.
     */
    public OptionalDouble precision() {
        return precision > 0 ? OptionalDouble.of(precision) : OptionalDouble.empty();
    }

    /** The name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
