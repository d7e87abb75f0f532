package io.assay.workload;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** Draws header values that look like real ones: tokens, hashes, dates, agents, cookies. */
final class HeaderValues {
    private static final String HEX = "0123456789abcdef";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final Instant START = Instant.parse("2026-03-02T08:15:00Z");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String[] SYSTEMS = {
        "Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64", "Linux; Android 10; K"
    };
    private static final String[] LANGUAGES = {
        "en-US,en;q=0.9",
        "de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7",
        "fr-FR,fr;q=0.8",
        "ja,en-US;q=0.9,en;q=0.8",
        "en-GB,en;q=0.5"
    };

    private final Random random;

    HeaderValues(Random random) {
        this.random = random;
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    String hex(int digits) {
        return draw(HEX, digits);
    }

    String base64(int characters) {
        return draw(BASE64, characters);
    }

    private String draw(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    String uuid() {
        return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
    }

    /** Three parts, as RFC 7519 has them; the first is the same for all tokens of one issuer. */
    String webToken(int payload) {
        return "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9." + base64(payload) + "." + base64(342);
    }

    String date(int secondsAfterStart) {
        return HTTP_DATE.format(START.plusSeconds(secondsAfterStart));
    }

    String userAgent() {
        int version = 128 + random.nextInt(12);
        return "Mozilla/5.0 (" + pick(SYSTEMS) + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version
                + ".0.0.0 Safari/537.36";
    }

    String language() {
        return pick(LANGUAGES);
    }

    String address() {
        return (1 + random.nextInt(222)) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                + (1 + random.nextInt(254));
    }

    /** A session, a visitor and two counters of analytics. */
    String cookie() {
        return "session=" + base64(43) + "; visitor=" + uuid() + "; _ga=GA1.2."
                + (100_000_000 + random.nextInt(900_000_000)) + ".17724" + (10_000 + random.nextInt(90_000))
                + "; theme=" + pick("dark", "light") + "; consent=" + hex(8);
    }
}
