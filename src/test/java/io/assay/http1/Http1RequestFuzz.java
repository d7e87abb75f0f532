package io.assay.http1;

import java.util.List;

/** Fuzz target: requests on a connection, in every kind of buffer and split. The input is what arrives. */
public final class Http1RequestFuzz {
    private Http1RequestFuzz() {}

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        for (Strictness strictness : Strictness.values()) {
            SplitLaw.holds(input, (kind, limits) -> new RequestConnection(input, kind, limits, strictness));
        }
    }

    /** Buffers of the workloads. */
    public static List<byte[]> seeds() {
        return WorkloadSeeds.requests();
    }
}
