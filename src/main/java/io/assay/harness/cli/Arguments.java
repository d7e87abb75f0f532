package io.assay.harness.cli;

import io.assay.harness.result.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What options of several commands mean: counts, lengths of time, seeds, and the folder if nobody names one. */
final class Arguments {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,8})(ms|s|m|h)");

    private Arguments() {}

    /** Empty if the option was not given. */
    static OptionalInt count(String option, @Nullable Integer value, int least) {
        if (value != null && value < least) {
            throw new UserError(option + " " + value + ": at least " + least);
        }
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** Empty if the option was not given. */
    static Optional<Duration> time(String option, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw new UserError(option + " " + text + ": no length of time; write 200ms, 2s, 10m or 1h");
        }
        long amount = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                });
    }

    /** Of 32 bits if it is drawn, so that a person can copy it. */
    static long seed(@Nullable Long given) {
        return given != null ? given : System.nanoTime() & 0xffff_ffffL;
    }

    /**
     * @param prefix of the folder's name, before the time
     */
    static Path folder(@Nullable Path given, String prefix) {
        return given != null
                ? given
                : Path.of(
                        "target",
                        "assay",
                        prefix + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP));
    }
}
