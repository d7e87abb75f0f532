package io.assay.net.ping;

import io.assay.harness.api.Labelled;
import io.assay.net.serve.Answering;
import io.assay.net.serve.CannedServer;
import io.assay.net.serve.HttpImplementation;
import io.assay.net.serve.HttpPeer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What answers pings: the servers of {@link HttpImplementation}, and a lower bound. */
public enum PingImplementation implements Labelled {
    /** See {@link HttpImplementation}. */
    ASSAY,
    /** See {@link HttpImplementation}. */
    ASSAY_GATHERING,
    /** See {@link HttpImplementation}. */
    NETTY,
    /** See {@link HttpImplementation}. */
    NETTY_EPOLL,
    /** See {@link HttpImplementation}. */
    VERTX,
    /** See {@link HttpImplementation}. */
    JETTY,
    /** See {@link HttpImplementation}. */
    UNDERTOW,
    /** See {@link HttpImplementation}. */
    BLOCKING_PLATFORM_THREADS,
    /** See {@link HttpImplementation}. */
    BLOCKING_VIRTUAL_THREADS,
    /** The same bytes whatever comes. */
    BOUND_CANNED;

    private static final String HEAD = "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
            + "Content-Type: application/json\r\nContent-Length: " + PingApp.ANSWER.length() + "\r\n\r\n";

    /** The server behind it; none is behind the lower bound. */
    Optional<HttpImplementation> server() {
        return this == BOUND_CANNED ? Optional.empty() : Optional.of(HttpImplementation.valueOf(name()));
    }

    /** Whether its handlers have nothing to answer later by. */
    boolean onlySync() {
        return server().map(HttpImplementation::blocks).orElse(true);
    }

    /** Threads of it that are busy at a time while so many connections are. */
    int threads(int connections) {
        return server().map(known -> known.threads(connections)).orElse(1);
    }

    @Override
    public String label() {
        return server().map(HttpImplementation::label)
                .orElse("lower bound: no HTTP, counts bytes and sends the same; the load generator's own limit");
    }

    /** Starts it. */
    public HttpPeer start(Answering answering, int port) {
        return server().map(known -> known.start(new PingApp(), answering, port))
                .orElseGet(() -> new CannedServer(
                        PingApp.request().length, (HEAD + PingApp.ANSWER).getBytes(StandardCharsets.US_ASCII), port));
    }
}
