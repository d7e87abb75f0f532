package io.assay.net.serve;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/**
 * The value of Date, made once a second, in the form that its server writes fastest: for servers that do not write one by
 * themselves. Thread-safe.
 */
final class HttpDate<T> {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Function<String, T> form;
    private volatile Stamp<T> last;

    private record Stamp<T>(long second, T value) {}

    HttpDate(Function<String, T> form) {
        this.form = form;
        last = stamp(second());
    }

    private static long second() {
        return System.currentTimeMillis() / 1_000;
    }

    private Stamp<T> stamp(long second) {
        return new Stamp<>(second, form.apply(FORMAT.format(Instant.ofEpochSecond(second))));
    }

    T now() {
        long second = second();
        Stamp<T> known = last;
        if (known.second == second) return known.value;
        Stamp<T> made = stamp(second);
        last = made;
        return made.value;
    }
}
