package io.assay.json;

import io.assay.json.peers.JsonAdapter;
import io.assay.json.peers.JsonVerifier;
import io.assay.workload.RoundSum;
import io.assay.workload.Seeds;
import io.assay.workload.json.JsonWorkload;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One document, bytes to bytes. All libraries read the same arrays. Before anything is timed each has to write every document
 * with the right meaning and to read it right; what is timed is added up, each document times a weight of its own, and
 * compared afterwards.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class JsonDirections {
    /** Tells the harness how many documents and bytes a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Documents written or read. */
        public long items;
        /** Bytes of the document, once in a round trip; as average time it is the time of one byte, and 1 / it in ns is GB/s. */
        public long bytes;
    }

    /** The documents. */
    @Param
    public JsonWorkload workload;

    /** The library. */
    @Param
    public JsonImplementation implementation;

    private JsonAdapter adapter;
    private Object[] objects;
    private byte[][] documents;
    private long[] weights;
    private long[] rightWritten;
    private long[] rightRead;
    private RoundSum written;
    private RoundSum read;
    private RoundSum compared;

    /** Draws the documents, and has every one written and read. */
    @Setup(Level.Trial)
    public void build() throws Exception {
        List<Object> drawn = workload.objects();
        List<byte[]> encoded = JsonVerifier.documents(workload.type(), drawn);
        JsonAdapter built = implementation.over(workload.type(), drawn, encoded);
        JsonVerifier.check(implementation.name(), built, workload.type(), drawn, encoded);
        walk(built, drawn, encoded);
    }

    /** Takes a library and the documents to put to it in order. */
    void walk(JsonAdapter over, List<Object> drawn, List<byte[]> encoded) throws Exception {
        adapter = over;
        objects = drawn.toArray();
        documents = encoded.toArray(byte[][]::new);
        int size = objects.length;
        weights = new long[size];
        rightWritten = new long[size];
        rightRead = new long[size];
        Random random = Seeds.random("json weights");
        for (int i = 0; i < size; i++) {
            weights[i] = random.nextInt() | 1;
            over.write(objects[i]);
            rightWritten[i] = over.length() * weights[i];
            rightRead[i] = workload.mark(objects[i]) * weights[i];
        }
        written = new RoundSum(size);
        read = new RoundSum(size);
        compared = new RoundSum(size);
    }

    /** Takes another library in the place of that, which has to answer as it did. */
    void swap(JsonAdapter over) {
        adapter = over;
    }

    /** Starts the walk and its sums anew. */
    @Setup(Level.Iteration)
    public void rewind() {
        written.rewind();
        read.rewind();
        compared.rewind();
    }

    /** Object to bytes. */
    @Benchmark
    public void serialize(Counters counters, Blackhole sink) throws Exception {
        int i = written.next();
        sink.consume(adapter.write(objects[i]));
        int length = adapter.length();
        written.add(length * weights[i]);
        counters.items++;
        counters.bytes += length;
    }

    /** Bytes to object. */
    @Benchmark
    public void deserialize(Counters counters, Blackhole sink) throws Exception {
        int i = read.next();
        byte[] document = documents[i];
        Object value = adapter.read(document, document.length);
        sink.consume(value);
        read.add(workload.mark(value) * weights[i]);
        counters.items++;
        counters.bytes += document.length;
    }

    /** Object to bytes to object, and a comparison: of all fields for the reference's message, as there. */
    @Benchmark
    public void roundTrip(Counters counters, Blackhole sink) throws Exception {
        int i = compared.next();
        Object value = objects[i];
        byte[] document = adapter.writeToRead(value);
        int length = adapter.length();
        Object back = adapter.read(document, length);
        sink.consume(back);
        if (workload.same(value, back)) compared.add(weights[i]);
        counters.items++;
        counters.bytes += length;
    }

    /**
     * Compares what was done while timed with what is right.
     *
     * @throws IllegalStateException when a timed document was written or read wrongly
     */
    @TearDown(Level.Iteration)
    public void check() {
        check("writing", written, rightWritten);
        check("reading", read, rightRead);
        check("comparing", compared, weights);
    }

    private void check(String what, RoundSum round, long[] right) {
        if (round.sum() != round.expected(right)) {
            throw new IllegalStateException(implementation + " on " + workload + ": " + what + " " + round.steps()
                    + " documents adds up to " + round.sum() + ", right is " + round.expected(right));
        }
    }
}
