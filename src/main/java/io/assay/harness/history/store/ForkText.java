package io.assay.harness.history.store;

import io.assay.harness.history.ForkSummary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.JSON;

/** Forks as the store keeps them: a JSON array of {@code [mean, median, best, iterations]}. */
final class ForkText {
    private static final MathContext DIGITS = new MathContext(9);

    private ForkText() {}

    static String of(List<ForkSummary> forks) {
        return JSON.std.asString(forks.stream()
                .map(fork -> new Object[] {
                    rounded(fork.mean()), rounded(fork.median()), rounded(fork.best()), fork.iterations()
                })
                .toArray());
    }

    /** To nine digits: no clock has more, and the store is a third smaller. */
    private static double rounded(double value) {
        return (float) value == value
                ? value
                : new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /**
     * Reads what {@link #of} wrote, token by token: a history has hundreds of thousands of forks.
     *
     * @throws IllegalArgumentException if it is anything else, or of no fork
     */
    static List<ForkSummary> read(String text) {
        List<ForkSummary> forks = new ArrayList<>();
        try (JsonParser parser = JSON.std.createParser(text)) {
            expect(parser.nextToken() == JsonToken.START_ARRAY);
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                forks.add(new ForkSummary(number(parser), number(parser), number(parser), (int) number(parser)));
                expect(parser.nextToken() == JsonToken.END_ARRAY);
            }
            expect(parser.currentToken() == JsonToken.END_ARRAY && !forks.isEmpty());
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e);
        }
        return forks;
    }

    private static double number(JsonParser parser) {
        expect(parser.nextToken().isNumeric());
        return parser.getDoubleValue();
    }

    private static void expect(boolean held) {
        if (!held) {
            throw new IllegalArgumentException("no array of forks");
        }
    }
}
