package io.assay.http1;

import io.assay.harness.api.Complexity;
import io.assay.harness.api.Sizes;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Heads of n fields and chunked bodies of n chunks by our parser: neither may cost more than its length. */
@State(Scope.Thread)
@Sizes(from = 16, to = 4096)
@Complexity(max = "O(n)")
@Complexity(max = "O(1)", metric = "gc.alloc.rate.norm")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Http1ScalingBenchmark {
    private static final int CHUNK = 16;
    private static final Http1Limits WIDE =
            new Http1Limits(1 << 20, 8 << 10, 32, 1, 8192, 16 << 10, 256, 16 << 10, 8 << 10);

    /** Fields of the head, chunks of the body. */
    @Param({"16", "64", "256", "1024", "4096"})
    public int n;

    private final RequestParser heads = new RequestParser(WIDE, Strictness.STRICT);
    private final BodyParser bodies = new BodyParser(WIDE);
    private byte[] head;
    private byte[] body;

    /** Writes the messages and parses each once. */
    @Setup
    public void build() {
        StringBuilder lines = new StringBuilder("GET /items HTTP/1.1\r\nHost: api.example.com\r\n");
        for (int i = 1; i < n; i++) {
            lines.append("X-Field-")
                    .append(10_000 + i)
                    .append(": value of field ")
                    .append(i % 10)
                    .append("\r\n");
        }
        head = lines.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        body = (Integer.toHexString(CHUNK) + "\r\n" + "x".repeat(CHUNK) + "\r\n")
                .repeat(n)
                .concat("0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        if (head() != n || chunkedBody() != (long) n * CHUNK) {
            throw new IllegalStateException(n + " fields or chunks are parsed as others");
        }
    }

    /** Parses a head. */
    @Benchmark
    public int head() {
        int length = heads.parse(head, 0, head.length);
        if (length != head.length) {
            throw new IllegalStateException("the head of " + n + " fields ends at " + length);
        }
        return heads.fields().count();
    }

    /** Parses a chunked body. */
    @Benchmark
    public long chunkedBody() {
        bodies.begin(Framing.CHUNKED, 0);
        long data = 0;
        int at = 0;
        while (!bodies.done()) {
            int taken = bodies.parse(body, at, body.length);
            if (taken <= 0) {
                throw new IllegalStateException("the body of " + n + " chunks stops at " + at);
            }
            at += taken;
            data += bodies.dataLength();
        }
        return data;
    }
}
