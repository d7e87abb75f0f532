package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** However bytes are cut and wherever they lie, what is seen of them is the same. */
final class SplitLaw {
    private static final Http1Limits TIGHT = Http1Limits.DEFAULT
            .withMaxHead(200)
            .withMaxLines(40, 30)
            .withMaxFields(3)
            .withChunked(12, 20, 40);

    static final List<Http1Limits> LIMITS = List.of(Http1Limits.DEFAULT, TIGHT);

    private SplitLaw() {}

    /** Holds the law against one input; which buffers and splits are tried depends on the input alone. */
    static void holds(byte[] input, BiFunction<BufferKind, Http1Limits, Connection> connections) {
        int salt = Arrays.hashCode(input);
        for (Http1Limits limits : LIMITS) {
            List<String> whole = connections
                    .apply(BufferKind.ARRAY, limits)
                    .run(Splits.none(input.length))
                    .log();
            int[][] splits = {
                Splits.none(input.length),
                Splits.byteByByte(input.length),
                Splits.inTwo(Math.floorMod(salt, input.length + 1), input.length),
                Splits.random(input.length, salt)
            };
            for (int i = 0; i < splits.length; i++) {
                BufferKind[] kinds = BufferKind.values();
                BufferKind kind = kinds[Math.floorMod(salt + i, kinds.length)];
                List<String> cut =
                        connections.apply(kind, limits).run(splits[i]).log();
                int[] ends = splits[i];
                assertEquals(whole, cut, () -> kind + " cut at " + Arrays.toString(ends));
            }
        }
    }
}
