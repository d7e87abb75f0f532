package io.assay.http1;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import io.assay.http1.peers.Http1Adapter;
import io.assay.http1.peers.Http1Verifier;
import io.assay.http1.peers.MessageSum;
import io.assay.workload.Http1Inputs;
import io.assay.workload.Http1Workload;
import io.assay.workload.RoundSum;
import io.assay.workload.Seeds;
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

/**
 * One buffer, as a server reads it from a connection: one message with its body, sixteen where the workload is pipelined.
 * All parsers are given the same bytes. What they find is added up while timed, each buffer times a weight of its own, and
 * compared afterwards: a parser that gives a wrong answer fails instead of looking fast.
 */
@State(Scope.Thread)
@Cells(Http1Cells.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Http1ParserBenchmark {
    private static final String ALL_BUT_LAX =
            "implementation=ASSAY,NETTY,JETTY,UNDERTOW,TOMCAT,HTTPCORE5,BOUND_RAPIDOID";

    /** Tells the harness how many messages and bytes a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Messages: 16 an operation where they are pipelined, else 1. */
        public long items;
        /** Bytes; as average time it is the time of one byte, and 1 / it in ns is GB/s. */
        public long bytes;
    }

    /** The messages. */
    @Param
    public Http1Workload workload;

    /** The parser. */
    @Param
    public Http1Implementation implementation;

    private int[] from;
    private int[] to;
    private int[] weights;
    private long[] rightParsed;
    private long[] rightRead;
    private Http1Adapter parser;
    private MessageSum sum;
    private RoundSum parsed;
    private RoundSum read;

    /** Makes the messages and compares a round of either form field by field. */
    @Setup(Level.Trial)
    public void build() throws Exception {
        Http1Inputs inputs = workload.inputs();
        Http1Adapter built = implementation.over(workload, inputs);
        Http1Verifier.verify(implementation.name(), built, inputs, 1);
        walk(built, inputs);
    }

    /** Takes a parser and the buffers to put to it in order. */
    void walk(Http1Adapter over, Http1Inputs inputs) {
        parser = over;
        int size = inputs.size();
        from = new int[size];
        to = new int[size];
        weights = new int[size];
        rightParsed = new long[size];
        rightRead = new long[size];
        Random random = Seeds.random("message weights");
        for (int i = 0; i < size; i++) {
            from[i] = inputs.from(i);
            to[i] = inputs.to(i);
            weights[i] = random.nextInt() | 1;
            rightParsed[i] = MessageSum.ofParsed(inputs.messages(i)) * weights[i];
            rightRead[i] = MessageSum.ofRead(inputs.messages(i)) * weights[i];
        }
        parsed = new RoundSum(size);
        read = new RoundSum(size);
        sum = new MessageSum();
    }

    /** Starts the walk and its sums anew. */
    @Setup(Level.Iteration)
    public void rewind() {
        parsed.rewind();
        read.rewind();
    }

    /** Parses into whatever the library makes: ranges, or objects. */
    @Benchmark
    @Headline({"workload=BROWSER_GET", ALL_BUT_LAX})
    @Headline({"workload=MINIMAL_GET", "implementation=ASSAY,NETTY,JETTY,BOUND_RAPIDOID"})
    @Headline({"workload=CHUNKED_UPLOAD", "implementation=ASSAY,NETTY,JETTY"})
    public void parse(Counters counters) throws Exception {
        int i = parsed.next();
        long before = sum.messages();
        parser.parse(from[i], to[i], sum);
        parsed.add(sum.take() * weights[i]);
        counters.items += sum.messages() - before;
        counters.bytes += to[i] - from[i];
    }

    /** Parses and reads start line, names and values as {@code String}s, and the body's bytes. */
    @Benchmark
    @Headline({"workload=BROWSER_GET", "implementation=ASSAY,NETTY,JETTY,TOMCAT"})
    public void parseAndRead(Counters counters) throws Exception {
        int i = read.next();
        long before = sum.messages();
        parser.parseAndRead(from[i], to[i], sum);
        read.add(sum.take() * weights[i]);
        counters.items += sum.messages() - before;
        counters.bytes += to[i] - from[i];
    }

    /**
     * Compares what was found while timed with what is right.
     *
     * @throws IllegalStateException when a timed buffer was parsed wrongly
     */
    @TearDown(Level.Iteration)
    public void check() {
        check("parsing", parsed, rightParsed);
        check("reading", read, rightRead);
    }

    private void check(String what, RoundSum round, long[] right) {
        if (round.sum() != round.expected(right)) {
            throw new IllegalStateException(implementation + " on " + workload + ": " + what + " " + round.steps()
                    + " buffers adds up to " + round.sum() + ", right is " + round.expected(right));
        }
    }
}
