package io.assay.net.http;

import io.assay.net.tcp.RunningLoop;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A plain client that sends any bytes and reads responses by the book. */
final class RawClient implements Closeable {
    final Socket socket;
    private final InputStream in;

    RawClient(InetSocketAddress address) throws IOException {
        socket = RunningLoop.dial(address);
        in = new java.io.BufferedInputStream(socket.getInputStream());
    }

    record Response(int status, TreeMap<String, String> fields, String body) {
        @Nullable
        String field(String name) {
            return fields.get(name.toLowerCase(Locale.ROOT));
        }
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    Response read() throws IOException {
        return read(false);
    }

    /** Reads the head of a response whose body is read otherwise. */
    Response head() throws IOException {
        return read(true);
    }

    /** Reads one response; that of a HEAD has no body. */
    Response read(boolean head) throws IOException {
        String[] status = line().split(" ", 3);
        if (!status[0].equals("HTTP/1.1")) throw new IOException("no response: " + status[0]);
        TreeMap<String, String> fields = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String before = fields.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
            if (before != null) throw new IOException("twice: " + line);
        }
        int code = Integer.parseInt(status[1]);
        boolean bodyless = head || code < 200 || code == 204 || code == 304;
        String body = "";
        if (!bodyless && "chunked".equals(fields.get("transfer-encoding"))) {
            body = chunks();
        } else if (!bodyless && fields.containsKey("content-length")) {
            body = text(Integer.parseInt(fields.get("content-length")));
        } else if (!bodyless) {
            body = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        return new Response(code, fields, body);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            body.append(text(size));
            if (!line().isEmpty()) throw new IOException("no end of a chunk");
            if (size == 0) return body.toString();
        }
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) throw new EOFException("after " + bytes.length + " of " + count + " bytes");
        return bytes;
    }

    private String text(int count) throws IOException {
        return new String(bytes(count), StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int octet = in.read();
            if (octet < 0) throw new EOFException("inside a line: " + line);
            if (octet == '\n') return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            line.write(octet);
        }
    }

    /** Whether the server has ended the connection, and in order. */
    boolean atEnd() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
