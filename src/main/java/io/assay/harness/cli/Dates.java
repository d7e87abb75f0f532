package io.assay.harness.cli;

import io.assay.harness.result.UserError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Dates on the command line. A day begins at midnight of UTC, so that it is the same on every machine. */
final class Dates {
    private Dates() {}

    static Instant of(String option, String text) {
        return parse(text)
                .orElseThrow(() ->
                        new UserError(option + " " + text + ": no date; write 2026-01-31, or 2026-01-31T12:00:00Z"));
    }

    /** Empty if it is none. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
