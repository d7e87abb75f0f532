package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fuzz target: responses on a connection, in every kind of buffer and split. Heads are
 * compared with the plain parser's. The input is what arrives. */
public final class Http1ResponseFuzz {
    private Http1ResponseFuzz() {}

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        for (Strictness strictness : Strictness.values()) agreesWithReference(input, strictness);
        for (RequestMethod request : List.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.CONNECT)) {
            for (Strictness strictness : Strictness.values()) {
                SplitLaw.holds(
                        input, (kind, limits) -> new ResponseConnection(input, kind, limits, strictness, request));
            }
        }
    }

    private static void agreesWithReference(byte[] input, Strictness strictness) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        for (Http1Limits limits : SplitLaw.LIMITS) {
            ResponseParser parser = new ResponseParser(limits, strictness);
            int result = parser.parse(input, 0, input.length);
            assertEquals(ReferenceParser.response(text, limits, strictness), Outcome.of(parser, result));
        }
    }

    /** Buffers of the workloads. */
    public static List<byte[]> seeds() {
        return WorkloadSeeds.responses();
    }
}
