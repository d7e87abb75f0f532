package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.fuzz.Mutator;
import io.assay.fuzz.SeedFile;
import io.assay.http1.Disagreement.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Netty, Jetty and ours on the same connections: they agree, or differ in a way that is explained. */
class Http1DifferentialTest {
    private static final long SEED = 9_110;
    private static final int VALID = 1_500;
    private static final int MUTATED = 6_000;

    /** Which leave the ends of messages alone. */
    private static final Set<Difference> ABOUT_VALUES = EnumSet.of(Difference.VALUE_CASE, Difference.VALUE_SPACE);

    /** Valid messages have the same ends and bodies for all. */
    @ParameterizedTest
    @EnumSource
    void validRequestsAreUnderstoodAlike(Peer peer) {
        RequestGenerator generator = new RequestGenerator(SEED);
        for (int i = 0; i < VALID; i++) {
            byte[] input = generator.connection();
            Connection ours = new RequestConnection(input, BufferKind.ARRAY, Http1Limits.DEFAULT, Strictness.STRICT)
                    .run(Splits.none(input.length));
            assertNull(ours.refusal(), () -> shown(input));
            Disagreement disagreement = Disagreement.of(peer, input);
            if (disagreement.kind() != Kind.AGREED) {
                Difference difference = Difference.of(disagreement).orElse(null);
                assertTrue(ABOUT_VALUES.contains(difference), () -> peer + ", " + difference + ": " + shown(input));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherDifferenceIsExplained(Peer peer) {
        List<byte[]> corpus = new ArrayList<>(SeedFile.read("/fuzz/http1-request.txt"));
        RequestGenerator generator = new RequestGenerator(SEED + 1);
        for (int i = 0; i < 60; i++) corpus.add(generator.connection());
        Mutator mutator = new Mutator(SEED);
        List<byte[]> inputs = new ArrayList<>(corpus);
        for (int i = 0; i < MUTATED; i++) inputs.add(mutator.mutate(corpus));
        List<String> unexplained = new ArrayList<>();
        for (byte[] input : inputs) {
            Disagreement disagreement = Disagreement.of(peer, input);
            if (disagreement.kind() == Kind.AGREED
                    || Difference.of(disagreement).isPresent()) continue;
            unexplained.add(disagreement.kind() + " " + disagreement.error() + ": " + shown(input));
        }
        assertTrue(
                unexplained.isEmpty(),
                () -> peer + ", " + unexplained.size() + " unexplained:\n"
                        + String.join("\n", unexplained.subList(0, Math.min(40, unexplained.size()))));
    }

    /** A class that does not happen is not one. */
    @ParameterizedTest
    @EnumSource
    void everyClassHasItsExample(Difference difference) {
        Set<Peer> differing = EnumSet.noneOf(Peer.class);
        for (Peer peer : Peer.values()) {
            Disagreement disagreement = Disagreement.of(peer, difference.example());
            if (disagreement.kind() == Kind.AGREED) continue;
            Optional<Difference> found = Difference.of(disagreement);
            assertTrue(found.isPresent(), () -> peer + " " + disagreement.kind() + " " + disagreement.error());
            if (found.get() == difference) differing.add(peer);
        }
        assertEquals(difference.peers(), differing);
    }

    @Test
    void theTableInTheDocsIsThisOne() throws IOException {
        List<String> rows;
        try (Stream<String> lines = Files.lines(Path.of("docs", "http1-differences.md"))) {
            rows = lines.filter(line -> line.startsWith("| `")).toList();
        }
        List<String> expected =
                Stream.of(Difference.values()).map(Difference::row).toList();
        assertEquals(String.join("\n", expected), String.join("\n", rows));
    }

    /** Found here: words compare equal with zeros behind them. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void nulBehindAMethodIsRefused(RequestMethod method) {
        for (int nuls = 1; nuls + method.name().length() <= 9; nuls++) {
            byte[] input = (method + "\0".repeat(nuls) + " / HTTP/1.1\r\nHost: a\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            for (Strictness strictness : Strictness.values()) {
                Connection connection = new RequestConnection(input, BufferKind.ARRAY, Http1Limits.DEFAULT, strictness)
                        .run(Splits.none(input.length));
                assertEquals(Http1Error.BAD_METHOD, connection.refusal());
            }
        }
    }

    private static String shown(byte[] input) {
        return new String(input, StandardCharsets.ISO_8859_1)
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\0", "\\0");
    }
}
