package io.assay.json;

import io.assay.harness.api.Complexity;
import io.assay.harness.api.Sizes;
import io.assay.workload.json.JsonWorkload;
import io.assay.workload.json.Rows;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Documents of n records by our codec: neither direction may cost more than its length, and writing no heap. */
@State(Scope.Thread)
@Sizes(from = 16, to = 4096)
@Complexity(max = "O(n)")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonScalingBenchmark {
    /** Records of a document. */
    @Param({"16", "64", "256", "1024", "4096"})
    public int n;

    private final JsonCodec codec = JsonTypes.of(Rows.class).newCodec();
    private Rows[] pages;
    private byte[][] documents;
    private int written;
    private int read;

    /** Draws the documents, and has each written and read once. */
    @Setup
    public void build() throws JsonException {
        List<Object> drawn = JsonWorkload.records(n);
        pages = drawn.toArray(Rows[]::new);
        documents = new byte[pages.length][];
        for (int i = 0; i < pages.length; i++) documents[i] = codec.toBytes(pages[i]);
        for (int i = 0; i < pages.length; i++) {
            serialize();
            deserialize();
        }
    }

    /**
     * Writes a document.
     *
     * @throws IllegalStateException when it has another length than it had before
     */
    @Benchmark
    @Complexity(max = "O(1)", metric = "gc.alloc.rate.norm")
    public int serialize() throws JsonException {
        int i = written;
        written = i + 1 == pages.length ? 0 : i + 1;
        int length = codec.write(pages[i]);
        if (length != documents[i].length) throw new IllegalStateException(n + " records are written as others");
        return length;
    }

    /**
     * Reads a document.
     *
     * @throws IllegalStateException when the last record is another than was written
     */
    @Benchmark
    @Complexity(max = "O(n)", metric = "gc.alloc.rate.norm")
    public Rows deserialize() throws JsonException {
        int i = read;
        read = i + 1 == pages.length ? 0 : i + 1;
        Rows page = codec.read(documents[i], 0, documents[i].length, Rows.class);
        if (page.rows.size() != n || page.rows.get(n - 1).age != pages[i].rows.get(n - 1).age) {
            throw new IllegalStateException(n + " records are read as others");
        }
        return page;
    }
}
