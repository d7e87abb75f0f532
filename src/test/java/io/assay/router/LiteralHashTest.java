package io.assay.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sibling literals whose words cancel in a linear hash must all be kept apart. */
class LiteralHashTest {
    @ParameterizedTest
    @CsvSource({
        "/row00000col00000, /row00001col00080",
        "/0000000000000000, /0100000080000000",
        "/aaaaaaaabbbbbbbb, /Aaaaaaaacbbbbbbb",
        "/row00000-x-col00000, /row00001-x-col00080",
    })
    void pairs(String first, String second) {
        check(List.of(first, second), false);
    }

    @Test
    void grid() {
        check(
                IntStream.range(0, 1000)
                        .mapToObj(i -> String.format("/row%05dcol%05d", i / 100, i % 100))
                        .toList(),
                false);
    }

    @Test
    void everyShortLiteralUnderPercentDecoding() {
        check(
                IntStream.range(0, 1 << 12)
                        .mapToObj(i -> i < 256 ? escape(i) : "%80" + escape(i & 0xFF) + escape(i >> 8))
                        .map(segment -> "/" + segment)
                        .toList(),
                true);
        check(List.of("/x", "/~x", "/%00", "/%00%00", "/%00x", "/x%00", "/%7Ex%00"), true);
    }

    @Property(tries = 60)
    void tinyAlphabets(@ForAll long seed) {
        Random random = new Random(seed);
        int wanted = 2 + random.nextInt(random.nextInt(8) == 0 ? 4000 : 120);
        int longest = 12 + random.nextInt(29);
        Set<String> templates = new LinkedHashSet<>();
        for (int i = 0; i < wanted; i++) {
            int length = random.nextInt(4) == 0 ? 1 + random.nextInt(longest) : longest;
            StringBuilder template = new StringBuilder("/");
            for (int c = 0; c < length; c++) template.append("01aA".charAt(random.nextInt(4)));
            templates.add(template.toString());
        }
        check(List.copyOf(templates), false);
    }

    private static String escape(int value) {
        return String.format("%%%02X", value);
    }

    private static void check(List<String> templates, boolean decoding) {
        Router.Builder<String> builder = Router.<String>builder().percentDecoding(decoding);
        templates.forEach(template -> builder.add(HttpMethod.GET, template, template));
        Router<String> router = builder.build();
        RouteMatch<String> match = router.newMatch();
        for (String path : templates) {
            byte[] bytes = path.getBytes(StandardCharsets.US_ASCII);
            assertEquals(Outcome.FOUND, router.match(HttpMethod.GET, bytes, 0, bytes.length, match), path);
            assertEquals(path, match.value());
            bytes[bytes.length - 1] = '!';
            if (!decoding) assertEquals(Outcome.NOT_FOUND, router.match(HttpMethod.GET, bytes, 0, bytes.length, match));
        }
    }
}
