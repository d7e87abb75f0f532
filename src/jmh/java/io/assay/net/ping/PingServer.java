package io.assay.net.ping;

import io.assay.net.million.EventApp;
import io.assay.net.serve.Answering;
import io.assay.net.serve.HttpImplementation;
import io.assay.net.serve.HttpPeer;
import io.assay.net.serve.WebApp;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The servers of the benchmarks by themselves, for clients from outside: {@code java -cp target/benchmarks.jar
 * io.assay.net.ping.PingServer --implementation ASSAY --port 8080}. Ends with its standard input, or by Ctrl-C.
 */
public final class PingServer {
    private static final int UNUSABLE = 2;
    private static final List<String> OPTIONS = List.of("--implementation", "--workload", "--answering", "--port");

    private PingServer() {}

    /** What is served. */
    public enum Workload {
        /** {@code POST /ping}. */
        PING,
        /** {@code POST /event}, {@code GET /stats}. */
        MILLION
    }

    /**
     * What the arguments ask for.
     *
     * @param port 0 for any that is free
     */
    record Request(HttpImplementation implementation, Workload workload, Answering answering, int port) {
        /** @throws IllegalArgumentException with a line for the user */
        static Request of(String... arguments) {
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < arguments.length; i += 2) {
                if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                    throw new IllegalArgumentException("'" + arguments[i] + "': the options are "
                            + String.join(" X, ", OPTIONS) + " X, each with a value");
                }
                values.put(arguments[i], arguments[i + 1]);
            }
            return new Request(
                    value(HttpImplementation.class, "--implementation", values, "ASSAY"),
                    value(Workload.class, "--workload", values, "PING"),
                    value(Answering.class, "--answering", values, "SYNC"),
                    port(values.getOrDefault("--port", "0")));
        }

        private static int port(String text) {
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
                throw new IllegalArgumentException("--port " + text + ": a number from 0 to 65535");
            }
            return Integer.parseInt(text);
        }

        private static <E extends Enum<E>> E value(
                Class<E> type, String option, Map<String, String> values, String otherwise) {
            String name = values.getOrDefault(option, otherwise);
            Optional<E> found = Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(name))
                    .findFirst();
            return found.orElseThrow(() -> new IllegalArgumentException(option + " " + name + ": one of "
                    + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
        }

        HttpPeer start() {
            WebApp app = workload == Workload.PING ? new PingApp() : new EventApp();
            return implementation.start(app, answering, port);
        }

        String path() {
            return workload == Workload.PING ? PingApp.PATH : EventApp.EVENT;
        }
    }

    /** Serves until its input ends. */
    public static void main(String[] arguments) throws IOException {
        int status = run(System.in, System.out, System.err, arguments);
        // A server that could not start may have left threads behind.
        if (status != 0) System.exit(status);
    }

    static int run(InputStream in, PrintStream out, PrintStream err, String... arguments) throws IOException {
        Request request;
        try {
            request = Request.of(arguments);
        } catch (IllegalArgumentException e) {
            err.println("PingServer: " + e.getMessage());
            return UNUSABLE;
        }
        HttpPeer started;
        try {
            started = request.start();
        } catch (RuntimeException | LinkageError e) {
            // A port that is taken, a system without what it needs.
            err.println("PingServer: " + request.implementation() + " does not start on port " + request.port() + ": "
                    + first(e));
            return UNUSABLE;
        }
        try (HttpPeer server = started) {
            out.println(request.implementation() + ", " + request.answering() + ": http://127.0.0.1:" + server.port()
                    + request.path());
            int ignored = in.read();
            while (ignored >= 0) ignored = in.read();
        }
        return 0;
    }

    private static Throwable first(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) first = first.getCause();
        return first;
    }
}
