package io.assay.net.echo.peers;

import io.assay.net.tcp.Flush;
import io.assay.net.tcp.TcpConnection;
import io.assay.net.tcp.TcpHandler;
import io.assay.net.tcp.TcpSettings;

/** Ours, and what it is without one of its steps. */
public final class AssayTcp {
    /** Of a frame that goes out in two parts, the first: as long as a frame's head can be. */
    private static final int HEAD = 14;

    private AssayTcp() {}

    /** As it is. */
    public static EchoServer server() {
        return server(AssayLoop.POOLED, TcpSettings.DEFAULT, new Echo());
    }

    /** Without TCP_NODELAY. */
    public static EchoServer nagle() {
        return server(AssayLoop.POOLED, TcpSettings.DEFAULT.withNoDelay(false), new Echo());
    }

    /** Two system calls where one would do. */
    public static EchoServer twoWrites() {
        return server(AssayLoop.POOLED, TcpSettings.DEFAULT, new EchoInTwo());
    }

    /** A new buffer for each write. */
    public static EchoServer noReuse() {
        return server(0, TcpSettings.DEFAULT, new Echo());
    }

    private static EchoServer server(long pooled, TcpSettings settings, TcpHandler handler) {
        return new AssayLoop(pooled, loop -> loop.listen(EchoServer.any(), settings, () -> handler));
    }

    private static final class Echo implements TcpHandler {
        @Override
        public int received(TcpConnection connection, byte[] bytes, int from, int to) {
            connection.write(bytes, from, to);
            return to - from;
        }
    }

    private static final class EchoInTwo implements TcpHandler {
        @Override
        public int received(TcpConnection connection, byte[] bytes, int from, int to) {
            int middle = Math.min(from + HEAD, to);
            connection.write(bytes, from, middle);
            Flush.now(connection);
            connection.write(bytes, middle, to);
            return to - from;
        }
    }
}
