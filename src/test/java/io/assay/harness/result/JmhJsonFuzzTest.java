package io.assay.harness.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever becomes of a file, reading it gives rows or the user's error, and nothing else. */
class JmhJsonFuzzTest {
    /** What turns one valid document into another shape, rather than into noise. */
    private static final String[] PIECES = {
        "null", "\"NaN\"", "-1e400", "[", "]", "{", "}", ",", ":", "\"\"", "0", "1e5000", "true", "\u00b7", "\0", "\n",
        ""
    };

    /** Values, whole objects' and arrays' opening lines left alone. */
    private static final List<MatchResult> SCALARS = Pattern.compile("(?m)(?:^| : )\\s*([^\\s\\[\\]{}:,]+),?$")
            .matcher(JmhJsonTest.FOUR_MODES)
            .results()
            .toList();

    @Property(tries = 3000)
    void damageGivesRowsOrTheUsersError(@ForAll @Size(min = 1, max = 4) List<@From("damage") Damage> all) {
        StringBuilder text = new StringBuilder(JmhJsonTest.FOUR_MODES);
        for (Damage damage : all) {
            int from = (int) (damage.place() * text.length());
            text.replace(from, Math.min(text.length(), from + damage.length()), damage.piece());
        }
        try {
            assertFalse(JmhJson.parse("file.json", text.toString()).isEmpty());
        } catch (UserError e) {
            assertTrue(e.getMessage().startsWith("file.json"), e::getMessage);
            assertEquals(1, e.getMessage().lines().count(), e::getMessage);
        }
    }

    /** A scalar replaced whole keeps the text JSON, and gets past the parser to what reads its shape. */
    @Property(tries = 3000)
    void anotherShapeGivesRowsOrTheUsersError(@ForAll @IntRange(max = 9999) int which, @ForAll("values") String value) {
        MatchResult scalar = SCALARS.get(which % SCALARS.size());
        String text = JmhJsonTest.FOUR_MODES.substring(0, scalar.start(1))
                + value
                + JmhJsonTest.FOUR_MODES.substring(scalar.end(1));
        try {
            assertEquals(4, JmhJson.parse("file.json", text).size());
        } catch (UserError e) {
            assertTrue(e.getMessage().startsWith("file.json: "), e::getMessage);
            assertEquals(1, e.getMessage().lines().count(), e::getMessage);
        }
    }

    /** {@code length} characters from {@code place} (a fraction of the text) on give way to {@code piece}. */
    record Damage(double place, int length, String piece) {}

    @Provide
    Arbitrary<Damage> damage() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, false, 1, false),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(PIECES))
                .as(Damage::new);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "0",
                "-1",
                "1e999",
                "123456789012345678901234567890",
                "\"\"",
                "\"NaN\"",
                "\"a\\nb\"",
                "[]",
                "{}",
                "[[]]",
                "[[[1]]]",
                "[[[1,2]]]",
                "[{}]",
                "{\"a\":1}",
                "{\"\":{}}");
    }
}
