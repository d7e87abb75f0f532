package io.assay.net.serve;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The value of Date, made once a second: for servers that do not write one by themselves. Thread-safe. */
final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private volatile Stamp last = new Stamp(Long.MIN_VALUE, "");

    private record Stamp(long second, String text) {}

    String now() {
        long second = System.currentTimeMillis() / 1_000;
        Stamp known = last;
        if (known.second == second) return known.text;
        Stamp made = new Stamp(second, FORMAT.format(Instant.ofEpochSecond(second)));
        last = made;
        return made.text;
    }
}
