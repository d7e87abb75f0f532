package io.assay.net.http;

import io.assay.future.Future;
import io.assay.http1.Framing;
import io.assay.http1.HeadParser;
import io.assay.http1.HeaderName;
import io.assay.http1.Http1Error;
import io.assay.http1.RequestMethod;
import io.assay.json.JsonException;
import io.assay.net.http.ResponseWriter.Persistence;
import io.assay.net.tcp.TcpConnection;
import io.assay.net.tcp.TcpHandler;
import io.assay.net.websocket.Handshake;
import io.assay.router.HttpMethod;
import io.assay.router.Outcome;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests of one connection and writes their answers, one request after the other: while an answer is awaited or
 * its body streams, the connection is not read from, so pipelined requests are answered in order and cost no queue.
 */
final class HttpConnection implements TcpHandler, BodySource.Sink {
    private final LoopState loop;
    private final TcpConnection connection;
    private @Nullable Exchange exchange;
    private @Nullable BodySource streaming;
    private boolean inBody;
    private boolean hasDeadline;
    /** An answer is awaited, or its body streams. */
    private boolean busy;

    private boolean discards;
    private boolean upgraded;
    private boolean inputEnded;
    private boolean last;
    private boolean closed;
    // Of the request that is being answered, whose exchange may have gone.
    private boolean head;
    private boolean oldVersion;
    private boolean wroteChunk;

    HttpConnection(LoopState loop, TcpConnection connection) {
        this.loop = loop;
        this.connection = connection;
    }

    // ---- reading

    @Override
    public int received(TcpConnection ignored, byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !busy && !upgraded && connection.writable()) {
            int n = inBody ? body(bytes, at, to) : head(bytes, at, to);
            at += n;
            if (n == 0) break;
        }
        if (inputEnded && !busy && connection.writable()) connection.close();
        // What comes behind the last request is nobody's.
        return connection.isOpen() ? at - from : to - from;
    }

    /** Reads a head, and the rest of the request where that is there too; says how many bytes it is done with. */
    private int head(byte[] bytes, int at, int to) {
        Exchange read = exchange;
        if (read == null) {
            read = loop.take();
            exchange = read;
        }
        int length = read.parser.parse(bytes, at, to);
        if (length == HeadParser.NEED_MORE) {
            limitTime(loop.settings.headNanos());
            return 0;
        }
        if (length == HeadParser.REFUSED) return refuse(read.parser.error(), to - at);
        read.route(bytes, at);
        head = read.method.equals(HttpMethod.HEAD);
        oldVersion = read.parser.minorVersion() == 0;
        last |= !read.parser.keepAlive();
        if (read.parser.method() == RequestMethod.CONNECT) return refuse(501, to - at);
        Framing framing = read.parser.framing();
        if (framing == Framing.NONE) {
            read.bodyInPlace(bytes, at + length, at + length);
            dispatch(read);
            return length;
        }
        long announced = framing == Framing.LENGTH ? read.parser.contentLength() : 0;
        if (announced > loop.settings.maxBody()) return refuse(413, to - at);
        int end = at + length;
        if (framing == Framing.LENGTH && announced <= to - end) {
            read.bodyInPlace(bytes, end, end + (int) announced);
            dispatch(read);
            return length + (int) announced;
        }
        boolean waits = read.parser.expectContinue() && end == to;
        // Who is not wanted is told before he sends the body, and then has no way to go on but a new connection.
        discards = read.outcome != Outcome.FOUND;
        if (waits && discards) {
            last = true;
            dispatch(read);
            return to - at;
        }
        if (waits) connection.write(ResponseWriter.CONTINUE);
        read.keepHead(bytes, at, length);
        inBody = true;
        clearTime();
        limitTime(loop.settings.bodyNanos());
        return length;
    }

    private int body(byte[] bytes, int from, int to) {
        Exchange read = exchange;
        if (read == null) throw new IllegalStateException("a body without its head");
        int at = from;
        while (true) {
            int n = read.body.parse(bytes, at, to);
            if (n < 0) return refuse(read.body.error(), to - from);
            int data = read.body.dataLength();
            if (data > loop.settings.maxBody() - read.bodyTo) return refuse(413, to - from);
            if (discards) {
                read.bodyTo += data;
            } else if (data > 0) {
                read.append(bytes, at + read.body.dataStart(), data);
            }
            at += n;
            if (read.body.done()) {
                inBody = false;
                if (discards) read.bodyTo = 0;
                dispatch(read);
                return at - from;
            }
            if (data == 0) return at - from;
        }
    }

    private void limitTime(long nanos) {
        if (hasDeadline || nanos == 0) return;
        hasDeadline = true;
        connection.deadlineIn(nanos);
    }

    private void clearTime() {
        if (!hasDeadline) return;
        hasDeadline = false;
        connection.deadlineIn(0);
    }

    private int refuse(@Nullable Http1Error error, int rest) {
        return refuse(error == null ? 400 : error.status(), rest);
    }

    /** Answers what cannot be read on from. */
    private int refuse(int status, int rest) {
        release();
        last = true;
        respond(HttpResponse.of(status));
        return rest;
    }

    // ---- answering

    private void dispatch(Exchange read) {
        clearTime();
        if (read.outcome != Outcome.FOUND) {
            HttpResponse response = missed(read);
            release();
            respond(response);
            return;
        }
        Endpoint endpoint = read.match.value();
        if (endpoint instanceof Endpoint.Upgrade upgrade) {
            upgrade(read, upgrade);
            return;
        }
        if (loop.pending >= loop.settings.maxPending()) {
            release();
            respond(HttpResponse.of(503).with("Retry-After", "1"));
            return;
        }
        Future<HttpResponse> answer;
        try {
            answer = ((Endpoint.Plain) endpoint).handler().handle(read.request);
        } catch (Throwable failure) {
            answer = Future.failed(failure);
        }
        // The request was lent: what answers later keeps no parser.
        release();
        if (closed) return;
        if (answer.isDone()) {
            Throwable cause = answer.cause();
            respond(cause == null ? answer.getNow() : failed(cause));
        } else {
            await(answer);
        }
    }

    private static HttpResponse missed(Exchange read) {
        if (read.outcome == Outcome.METHOD_NOT_ALLOWED)
            return HttpResponse.of(405).with("Allow", allowed(read));
        if (read.outcome == Outcome.OPTIONS) return HttpResponse.of(204).with("Allow", allowed(read));
        return HttpResponse.of(read.outcome == Outcome.NOT_FOUND ? 404 : 400);
    }

    private static String allowed(Exchange read) {
        return read.match.allowed().stream().map(HttpMethod::name).collect(Collectors.joining(", "));
    }

    private HttpResponse failed(Throwable cause) {
        if (cause instanceof JsonException) return HttpResponse.text(400, String.valueOf(cause.getMessage()));
        loop.net.report(this, cause);
        return HttpResponse.of(500);
    }

    private void await(Future<HttpResponse> answer) {
        busy = true;
        loop.pending++;
        connection.pauseReading();
        answer.onComplete((response, failure) -> {
            if (loop.net.events().inLoop()) {
                answered(response, failure);
            } else {
                // Where the loop has ended, its connections have too.
                loop.net.events().tryPost((Runnable) () -> answered(response, failure));
            }
        });
    }

    private void answered(@Nullable HttpResponse response, @Nullable Throwable failure) {
        loop.pending--;
        if (closed) return;
        busy = false;
        HttpResponse known = failure != null
                ? failed(failure)
                : response != null ? response : failed(new NullPointerException("the answer was null"));
        respond(known);
        goOn();
    }

    /** Reads on behind an answer that was not given at once. */
    private void goOn() {
        if (busy || closed || !connection.isOpen()) return;
        connection.resumeReading();
        if (inputEnded && !busy && connection.isOpen() && connection.unread() == 0) connection.close();
    }

    private void respond(HttpResponse response) {
        Persistence persistence =
                last ? Persistence.CLOSE : oldVersion ? Persistence.KEEP_ALIVE_1_0 : Persistence.KEEP_ALIVE;
        BodySource source = response.source;
        if (source == null) {
            try {
                loop.writer.whole(connection, response, persistence, head);
            } catch (JsonException | IllegalArgumentException e) {
                loop.net.report(this, e);
                respond(HttpResponse.of(500));
                return;
            }
            finished();
            return;
        }
        boolean chunked = !oldVersion;
        // Without chunks only the end of the connection tells the end of the body.
        last |= !chunked;
        loop.writer.chunkedHead(connection, response, last ? Persistence.CLOSE : persistence, chunked);
        if (head) {
            source.ended(false);
            finished();
            return;
        }
        busy = true;
        streaming = source;
        connection.pauseReading();
        stream();
    }

    private void stream() {
        BodySource source = streaming;
        if (source == null) return;
        boolean more = true;
        try {
            while (more && connection.writable()) {
                wroteChunk = false;
                more = source.next(this);
                if (more && !wroteChunk)
                    throw new IllegalStateException("a body source wrote nothing and has not ended");
            }
        } catch (Exception e) {
            // The head is out: only the end of the connection can say that the body is not whole.
            loop.net.report(this, e);
            connection.abort();
            return;
        }
        if (more || closed) return;
        streaming = null;
        if (!oldVersion) loop.writer.lastChunk(connection);
        source.ended(true);
        busy = false;
        finished();
        goOn();
    }

    @Override
    public void write(byte[] bytes, int from, int to) {
        if (from == to) return;
        wroteChunk = true;
        if (oldVersion) {
            connection.write(bytes, from, to);
        } else {
            loop.writer.chunk(connection, bytes, from, to);
        }
    }

    private void finished() {
        if (last) connection.close();
    }

    private void release() {
        Exchange held = exchange;
        exchange = null;
        inBody = false;
        if (held != null) loop.give(held);
    }

    // ---- upgrading

    private void upgrade(Exchange read, Endpoint.Upgrade endpoint) {
        Handshake.Refusal refusal = Handshake.check(read.parser);
        boolean body = read.bodyTo > read.bodyFrom;
        if (refusal != null || body) {
            release();
            HttpResponse response = HttpResponse.of(refusal == null ? 400 : refusal.status());
            if (response.status() == 426) {
                response = response.with("Sec-WebSocket-Version", "13").with("Upgrade", "websocket");
            }
            respond(response);
            return;
        }
        String key = read.parser.fields().value(HeaderName.SEC_WEBSOCKET_KEY);
        connection.write(ResponseWriter.ascii("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Accept: " + Handshake.accept(key == null ? "" : key)
                + "\r\n\r\n"));
        release();
        upgraded = true;
        new WebSocketConnection(
                        connection,
                        loop.settings.webSocket(),
                        endpoint.handlers().get())
                .begin();
    }

    // ---- the connection

    @Override
    public void inputEnded(TcpConnection ignored) {
        inputEnded = true;
        // Whole requests may still lie behind an answer that is awaited, or above the mark.
        if (!busy && (connection.writable() || connection.unread() == 0)) connection.close();
    }

    @Override
    public void writable(TcpConnection ignored) {
        stream();
    }

    @Override
    public void timedOut(TcpConnection ignored) {
        if (hasDeadline) {
            hasDeadline = false;
            refuse(408, 0);
        } else if (busy && connection.pendingOutput() == 0) {
            // The handler takes its time; the client does nothing wrong.
            return;
        } else if (connection.pendingOutput() > 0) {
            connection.abort();
        } else {
            connection.close();
        }
    }

    @Override
    public void stopping(TcpConnection ignored) {
        last = true;
        if (!busy && exchange == null && connection.unread() == 0) connection.close();
    }

    @Override
    public void closed(TcpConnection ignored, @Nullable Throwable cause) {
        closed = true;
        release();
        BodySource source = streaming;
        streaming = null;
        if (source != null) source.ended(false);
    }
}
