package io.assay.net.serve;

import io.assay.future.Future;
import io.assay.future.Promise;
import io.assay.net.http.HttpRequest;
import io.assay.net.http.HttpResponse;
import io.assay.net.http.HttpServer;
import io.assay.net.http.HttpSettings;
import io.assay.net.serve.WebApp.Route;
import io.assay.net.tcp.NetLoop;
import io.assay.router.HttpMethod;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Ours, on one loop. */
final class AssayServer implements HttpPeer {
    private static final long GATHER = TimeUnit.MICROSECONDS.toNanos(100);

    private final NetLoop loop;
    private final int port;

    private AssayServer(WebApp app, Answering answering, int wanted, long gather) {
        loop = NetLoop.builder().gather(gather).build();
        HttpServer.Builder routes = HttpServer.builder().settings(HttpSettings.DEFAULT.withJson(app.json()));
        for (Route route : app.routes()) {
            HttpMethod method = HttpMethod.of(route.method());
            if (answering == Answering.SYNC) {
                routes.answer(method, route.path(), request -> answer(route, request));
            } else {
                routes.route(method, route.path(), request -> later(answer(route, request)));
            }
        }
        loop.events().start();
        port = listen(routes.build(), wanted);
    }

    static AssayServer atOnce(WebApp app, Answering answering, int port) {
        return new AssayServer(app, answering, port, 0);
    }

    static AssayServer gathering(WebApp app, Answering answering, int port) {
        return new AssayServer(app, answering, port, GATHER);
    }

    private int listen(HttpServer server, int wanted) {
        try {
            return get(server.listen(loop, HttpPeer.anyPort(wanted))).address().getPort();
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    private static HttpResponse answer(Route route, HttpRequest request) throws Exception {
        Object body = route.reads() == Void.class ? null : request.json(route.reads());
        Object answer = body == null && route.reads() != Void.class
                ? Reply.BAD_REQUEST
                : route.action().answer(body);
        return answer instanceof Reply reply ? HttpResponse.of(reply.status()) : HttpResponse.json(200, answer);
    }

    private Future<HttpResponse> later(HttpResponse response) {
        Promise<HttpResponse> promise = new Promise<>();
        loop.events().execute(() -> promise.complete(response));
        return promise.future();
    }

    private static <T> T get(Future<T> future) {
        AtomicReference<T> value = new AtomicReference<>();
        AtomicReference<Throwable> cause = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        future.onComplete((result, failure) -> {
            value.set(result);
            cause.set(failure);
            done.countDown();
        });
        try {
            if (!done.await(20, TimeUnit.SECONDS)) throw new IllegalStateException("no answer of the loop for 20 s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (cause.get() != null) throw new IllegalStateException(cause.get());
        return value.get();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        get(loop.close(0));
    }
}
