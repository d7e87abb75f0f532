package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.BiFunction;

/** What a parser says of a head does not hang on how it comes: at once, amid an array, or byte by byte. */
final class FeedLaw {
    private FeedLaw() {}

    /**
     * Holds the law against one head.
     *
     * @param said what a parser says with a result of {@code parse}
     * @return what it said each time
     */
    static <P extends HeadParser> String answer(P parser, byte[] bytes, BiFunction<P, Integer, String> said) {
        String atOnce = said.apply(parser, parser.parse(bytes, 0, bytes.length));
        parser.reset();
        byte[] room = new byte[bytes.length + 90];
        System.arraycopy(bytes, 0, room, 10, bytes.length);
        assertEquals(atOnce, said.apply(parser, parser.parse(room, 10, 10 + bytes.length)), "with room around it");
        parser.reset();
        int result = HeadParser.NEED_MORE;
        for (int to = 1; to <= bytes.length && result == HeadParser.NEED_MORE; to++)
            result = parser.parse(bytes, 0, to);
        assertEquals(atOnce, said.apply(parser, result), "byte by byte");
        return atOnce;
    }
}
