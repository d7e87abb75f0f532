package io.assay.net.http;

import io.assay.future.Future;
import io.assay.http1.Framing;
import io.assay.http1.HeadParser;
import io.assay.http1.Http1Error;
import io.assay.http1.RequestMethod;
import io.assay.json.JsonException;
import io.assay.net.http.ResponseWriter.Persistence;
import io.assay.net.tcp.TcpConnection;
import io.assay.net.tcp.TcpHandler;
import io.assay.net.tcp.TcpLimitException;
import io.assay.router.HttpMethod;
import io.assay.router.Outcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests of one connection and writes their answers, one request after the other: while an answer is awaited or
 * its body streams, the connection is not read from, so pipelined requests are answered in order and cost no queue.
 */
final class HttpConnection implements TcpHandler {
    private final LoopState loop;
    private final TcpConnection connection;
    private @Nullable Exchange exchange;
    private @Nullable BodyStream streaming;
    private boolean inBody;
    private boolean hasDeadline;
    /** An answer is awaited, or its body streams. */
    private boolean busy;

    private boolean discards;
    private boolean upgraded;
    private boolean last;
    private boolean stops;
    private boolean closed;
    // Of the request that is being answered, whose exchange may have gone.
    private boolean head;
    private boolean oldVersion;

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
        if (read.parser.method() == RequestMethod.CONNECT || read.coded()) return refuse(501, to - at);
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
            HttpResponse response = Refusals.missed(read);
            release();
            respond(response);
            return;
        }
        Endpoint endpoint = read.match.value();
        if (endpoint instanceof Endpoint.Upgrading upgrading) {
            HttpResponse refusal = Upgrades.open(loop, connection, read, upgrading.handler(), stops);
            release();
            upgraded = refusal == null;
            if (refusal != null) respond(refusal);
            return;
        }
        if (loop.pending >= loop.settings.maxPending()) {
            release();
            respond(Refusals.tooMany());
            return;
        }
        Future<HttpResponse> answer;
        try {
            HttpHandler handler = ((Endpoint.Plain) endpoint).handler();
            answer = Objects.requireNonNull(handler.handle(read.request), "a handler's future");
        } catch (Throwable failure) {
            answer = Future.failed(failure);
        }
        // The request was lent: what answers later keeps no parser.
        release();
        if (closed) return;
        if (answer.isDone()) {
            Throwable cause = answer.cause();
            respond(loop.answer(cause == null ? answer.getNow() : null, cause));
        } else {
            await(answer);
        }
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
        respond(loop.answer(response, failure));
        goOn();
    }

    /** Reads on behind an answer that was not given at once. */
    private void goOn() {
        if (busy || closed || !connection.isOpen()) return;
        connection.resumeReading();
    }

    private void respond(HttpResponse response) {
        BodySource source = response.source;
        // Without length and chunks only the end of the connection tells the end of the body.
        boolean toTheEnd = source != null && oldVersion && !response.bodyless();
        Persistence persistence =
                last || toTheEnd ? Persistence.CLOSE : oldVersion ? Persistence.KEEP_ALIVE_1_0 : Persistence.KEEP_ALIVE;
        BodyStream body;
        try {
            body = write(response, source, persistence);
        } catch (Throwable failure) {
            // Of what cannot be written, an object that is no JSON for one, before a byte of it was sent.
            loop.net.report(this, failure);
            respond(HttpResponse.of(500));
            return;
        }
        last |= toTheEnd;
        if (body == null) {
            finished();
        } else {
            begin(body);
        }
    }

    /** Writes the head of an answer, and a small body that is there; says what is to follow. */
    private @Nullable BodyStream write(HttpResponse response, @Nullable BodySource source, Persistence persistence)
            throws JsonException {
        if (source == null) {
            BodySource rest = loop.writer.whole(connection, response, persistence, head);
            return rest == null ? null : new BodyStream(loop, connection, rest, false);
        }
        BodyStream body = new BodyStream(loop, connection, source, !oldVersion && !response.bodyless());
        boolean follows = false;
        try {
            loop.writer.chunkedHead(connection, response, persistence, body.chunked());
            follows = !head && !response.bodyless();
        } finally {
            if (!follows) body.end(false);
        }
        return follows ? body : null;
    }

    /** Writes as much of a body as is taken now, and the rest as the peer reads. */
    private void begin(BodyStream body) {
        busy = true;
        streaming = body;
        if (body.advance()) {
            streamed();
        } else if (!closed) {
            connection.pauseReading();
        }
    }

    private void stream() {
        BodyStream body = streaming;
        if (body == null || !body.advance()) return;
        streamed();
        goOn();
    }

    private void streamed() {
        streaming = null;
        busy = false;
        finished();
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

    // ---- the connection

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
        stops = true;
        if (!busy && exchange == null && connection.unread() == 0) connection.close();
    }

    @Override
    public void closed(TcpConnection ignored, @Nullable Throwable cause) {
        closed = true;
        if (cause instanceof TcpLimitException) loop.net.report(this, cause);
        release();
        BodyStream body = streaming;
        streaming = null;
        if (body != null) body.end(false);
    }
}
