package io.assay.net.serve;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty 12 without servlets: one acceptor, one selector, a handler that does not block. */
final class JettyServer implements HttpPeer {
    private final Server server;
    private final ServerConnector connector;

    JettyServer(WebApp app, Answering answering, int port) {
        Dispatch dispatch = new Dispatch(app);
        server = new Server(new QueuedThreadPool(4, 4));
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.setAcceptQueueSize(1_024);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract.NonBlocking() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Content.Source.asByteBuffer(
                        request,
                        Promise.from(
                                body -> answer(dispatch, answering, request, response, body, callback),
                                callback::failed));
                return true;
            }
        });
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(
            Dispatch dispatch,
            Answering answering,
            Request request,
            Response response,
            ByteBuffer body,
            Callback callback) {
        byte[] bytes = BufferUtil.toArray(body);
        Reply reply = dispatch.reply(request.getMethod(), Request.getPathInContext(request), bytes, 0, bytes.length);
        if (answering == Answering.ASYNC) {
            server.getThreadPool().execute(() -> write(response, reply, callback));
        } else {
            write(response, reply, callback);
        }
    }

    private static void write(Response response, Reply reply, Callback callback) {
        response.setStatus(reply.status());
        if (reply.body().length > 0) response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        if (reply.allow() != null) response.getHeaders().put(HttpHeader.ALLOW, reply.allow());
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
