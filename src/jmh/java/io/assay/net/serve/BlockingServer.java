package io.assay.net.serve;

import io.assay.http1.Framing;
import io.assay.http1.HeadParser;
import io.assay.http1.RequestParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/**
 * A thread a connection, that blocks: our parser over the socket's streams. Heads and bodies up to 64 KiB with a length, no
 * chunks, pipelining one after the other; what it cannot read is answered by 400 and the end.
 */
final class BlockingServer implements HttpPeer {
    private static final int LARGEST = 64 << 10;
    private static final int FIRST = 1 << 10;

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final HttpDate<String> date = new HttpDate<>(text -> text);
    private final Dispatch dispatch;

    BlockingServer(WebApp app, int port, ThreadFactory threads) {
        dispatch = new Dispatch(app);
        try {
            listening = new ServerSocket();
            listening.bind(HttpPeer.anyPort(port), 1_024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread acceptor = new Thread(() -> accept(threads), "measured-acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private void accept(ThreadFactory threads) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                threads.newThread(() -> serve(socket)).start();
            } catch (IOException e) {
                if (!listening.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            serve(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException e) {
            // The client has ended the connection, by a reset perhaps, or the server was closed: either way it is over.
            return;
        } finally {
            open.remove(socket);
        }
    }

    private void serve(InputStream in, OutputStream out) throws IOException {
        RequestParser parser = new RequestParser();
        byte[] bytes = new byte[FIRST];
        int held = 0;
        int need = 1;
        boolean goesOn = true;
        while (goesOn) {
            while (held < need) {
                if (held == bytes.length) bytes = Arrays.copyOf(bytes, bytes.length * 2);
                int count = in.read(bytes, held, bytes.length - held);
                if (count < 0) return;
                held += count;
            }
            int head = parser.parse(bytes, 0, held);
            if (head == HeadParser.NEED_MORE && held < LARGEST) {
                need = held + 1;
                continue;
            }
            boolean readable =
                    head > 0 && parser.framing() != Framing.CHUNKED && parser.contentLength() <= LARGEST - head;
            int end = readable ? head + (int) Math.max(0, parser.contentLength()) : 0;
            if (readable && held < end) {
                if (bytes.length < end) bytes = Arrays.copyOf(bytes, end);
                need = end;
                parser.reset();
                continue;
            }
            goesOn = readable && parser.keepAlive();
            Reply reply = readable
                    ? dispatch.reply(parser.methodName(), parser.target(), bytes, head, end)
                    : Reply.BAD_REQUEST;
            out.write(response(reply, goesOn));
            System.arraycopy(bytes, end, bytes, 0, held - end);
            held -= end;
            need = Math.max(1, held);
            parser.reset();
        }
    }

    /** Head and body in one array: one write. */
    private byte[] response(Reply reply, boolean goesOn) {
        String head = "HTTP/1.1 " + reply.status() + (reply.status() == 200 ? " OK" : " Refused") + "\r\nDate: "
                + date.now() + (reply.body().length == 0 ? "" : "\r\nContent-Type: application/json")
                + "\r\nContent-Length: " + reply.body().length + "\r\n"
                + (reply.allow() == null ? "" : "Allow: " + reply.allow() + "\r\n")
                + (goesOn ? "\r\n" : "Connection: close\r\n\r\n");
        byte[] bytes = Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), head.length() + reply.body().length);
        System.arraycopy(reply.body(), 0, bytes, head.length(), reply.body().length);
        return bytes;
    }

    @Override
    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
