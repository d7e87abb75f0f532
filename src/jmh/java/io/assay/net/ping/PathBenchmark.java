package io.assay.net.ping;

import io.assay.eventloop.EventLoop;
import io.assay.future.Promise;
import io.assay.harness.api.PathPart;
import io.assay.harness.api.PathWhole;
import io.assay.http1.RequestParser;
import io.assay.json.JsonCodec;
import io.assay.json.JsonException;
import io.assay.json.JsonTypes;
import io.assay.net.http.HttpResponse;
import io.assay.net.http.ResponseBytes;
import io.assay.net.serve.Answering;
import io.assay.router.HttpMethod;
import io.assay.router.Outcome;
import io.assay.router.RouteMatch;
import io.assay.router.Router;
import io.assay.workload.json.Ping;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * {@code POST /ping} part by part, each on exactly this request, and as a whole: over a socket and one connection, answered
 * by a future that a task of the loop completes. {@code assay path} adds the parts up against the whole.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PathBenchmark {
    private static final int BATCH = 64;

    /** What the parts work on. */
    @State(Scope.Thread)
    public static class Parts {
        private final byte[] request = PingApp.request();
        private final int head = request.length - PingApp.ASKED.length();
        private final RequestParser parser = new RequestParser();
        private final Router<String> router = Router.<String>builder()
                .add(HttpMethod.POST, PingApp.PATH, "ping")
                .build();
        private final RouteMatch<String> match = router.newMatch();
        private final int path = "POST ".length();
        private final JsonTypes types = new PingApp().json();
        private final JsonCodec codec = types.newCodec();
        private final ResponseBytes writer = new ResponseBytes(types);
        private final HttpResponse response = HttpResponse.json(200, answer());
        private final EventLoop loop = EventLoop.create();
        private int left;
        private int handedOver;

        private static Ping answer() {
            Ping answer = new Ping();
            answer.sequence = 3;
            return answer;
        }

        int parse() {
            parser.reset();
            int length = parser.parse(request, 0, request.length);
            if (length != head) throw new IllegalStateException("a head of " + length + " bytes, not " + head);
            return length;
        }

        String route() {
            Outcome outcome = router.match(HttpMethod.POST, request, path, path + PingApp.PATH.length(), match);
            if (outcome != Outcome.FOUND) throw new IllegalStateException("the route was not found: " + outcome);
            return match.value();
        }

        Ping readJson() throws JsonException {
            Ping read = codec.read(request, head, request.length, Ping.class);
            if (read == null || read.sequence != 2) throw new IllegalStateException("another ping was read");
            return read;
        }

        int write() throws JsonException {
            int length = writer.write(response);
            if (length <= PingApp.ANSWER.length()) throw new IllegalStateException("only " + length + " bytes");
            return length;
        }

        byte[] written() {
            return writer.bytes();
        }

        /** Each answer is handed over from a task of the loop, as a handler's is. */
        int handOver(int times) {
            left = times;
            handedOver = 0;
            loop.execute(this::next);
            loop.runReady();
            if (handedOver != times) throw new IllegalStateException(handedOver + " of " + times + " answers");
            return handedOver;
        }

        private void next() {
            if (left-- == 0) return;
            Promise<HttpResponse> promise = new Promise<>();
            loop.execute(() -> promise.complete(response));
            promise.future().onComplete(this::heard);
        }

        private void heard(HttpResponse answer, Throwable failure) {
            if (answer == response) handedOver++;
            next();
        }
    }

    /** The server over a socket. */
    @State(Scope.Thread)
    public static class Whole {
        private PingTraffic traffic;

        /** Starts the server, and connects. */
        @Setup(Level.Trial)
        public void open() {
            traffic = new PingTraffic(PingImplementation.ASSAY, Answering.ASYNC, 1);
        }

        /** CPU time counts from here. */
        @Setup(Level.Iteration)
        public void begin() {
            traffic.begin();
        }

        /** Waits for what is under way, and reports. */
        @TearDown(Level.Iteration)
        public void end() {
            traffic.end();
        }

        /** Stops. */
        @TearDown(Level.Trial)
        public void close() {
            traffic.close();
        }

        void requests(int count) {
            traffic.client().answers(count);
        }
    }

    /** The request's head. */
    @Benchmark
    @PathPart(value = "parse", order = 1)
    public int parse(Parts parts) {
        return parts.parse();
    }

    /** Its target, by the table of the ping's server. */
    @Benchmark
    @PathPart(value = "route", order = 2)
    public String route(Parts parts) {
        return parts.route();
    }

    /** Its body. */
    @Benchmark
    @PathPart(value = "read JSON", order = 3)
    public Ping readJson(Parts parts) throws JsonException {
        return parts.readJson();
    }

    /** A task posted to the loop, that completes a promise, whose callback is called. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    @PathPart(value = "handoff", order = 4)
    public int handOver(Parts parts) {
        return parts.handOver(BATCH);
    }

    /** The answer: JSON, and the head before it. */
    @Benchmark
    @PathPart(value = "write", order = 5)
    public byte[] write(Parts parts) throws JsonException {
        parts.write();
        return parts.written();
    }

    /** All of it. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    @PathWhole("POST /ping")
    public void whole(Whole whole) {
        whole.requests(BATCH);
    }
}
