package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fuzz target: requests on a connection, in every kind of buffer and split. Heads are
 * compared with the plain parser's. The input is what arrives. */
public final class Http1RequestFuzz {
    private Http1RequestFuzz() {}

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        for (Strictness strictness : Strictness.values()) {
            agreesWithReference(input, strictness);
            SplitLaw.holds(input, (kind, limits) -> new RequestConnection(input, kind, limits, strictness));
        }
    }

    private static void agreesWithReference(byte[] input, Strictness strictness) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        for (Http1Limits limits : SplitLaw.LIMITS) {
            RequestParser parser = new RequestParser(limits, strictness);
            int result = parser.parse(input, 0, input.length);
            assertEquals(ReferenceParser.request(text, limits, strictness), Outcome.of(parser, result));
        }
    }

    /** Buffers of the workloads. */
    public static List<byte[]> seeds() {
        return WorkloadSeeds.requests();
    }
}
