package io.assay.http1;

import java.util.List;

/** Fuzz target: responses on a connection, in every kind of buffer and split. The input is what arrives. */
public final class Http1ResponseFuzz {
    private Http1ResponseFuzz() {}

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        for (RequestMethod request : List.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.CONNECT)) {
            for (Strictness strictness : Strictness.values()) {
                SplitLaw.holds(
                        input, (kind, limits) -> new ResponseConnection(input, kind, limits, strictness, request));
            }
        }
    }

    /** Buffers of the workloads. */
    public static List<byte[]> seeds() {
        return WorkloadSeeds.responses();
    }
}
