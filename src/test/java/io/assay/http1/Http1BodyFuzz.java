package io.assay.http1;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Fuzz target: a body. First byte its framing: 0 chunked, 1 so many bytes as the second says, 2 until close. */
public final class Http1BodyFuzz {
    private Http1BodyFuzz() {}

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 2) return;
        int framing = Math.floorMod(input[0], 3);
        byte[] body = Arrays.copyOfRange(input, framing == 1 ? 2 : 1, input.length);
        String head = switch (framing) {
            case 1 -> "HTTP/1.1 200 OK\r\nContent-Length: " + (input[1] & 0xFF) + "\r\n\r\n";
            case 2 -> "HTTP/1.1 200 OK\r\n\r\n";
            default -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        };
        byte[] headBytes = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(headBytes, headBytes.length + body.length);
        System.arraycopy(body, 0, all, headBytes.length, body.length);
        SplitLaw.holds(
                all, (kind, limits) -> new ResponseConnection(all, kind, limits, Strictness.STRICT, RequestMethod.GET));
    }

    /** Chunked bodies of the workloads. */
    public static List<byte[]> seeds() {
        return WorkloadSeeds.chunkedBodies().stream()
                .map(body -> {
                    byte[] input = new byte[body.length + 1];
                    System.arraycopy(body, 0, input, 1, body.length);
                    return input;
                })
                .toList();
    }
}
