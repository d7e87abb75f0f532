package io.assay.net.echo;

import io.assay.harness.api.Labelled;
import io.assay.net.echo.peers.AssayTcp;
import io.assay.net.echo.peers.EchoServer;
import io.assay.net.echo.peers.NettyTransport;
import io.assay.net.echo.peers.TcpServers;
import io.assay.net.serve.Threads;
import java.util.function.Supplier;

/** The servers of TCP echo. What one does more or less than ours stands in its label. */
public enum TcpImplementation implements Labelled, EchoPeer {
    /** Ours. */
    ASSAY("one loop, NIO; input is copied to the heap and out again; TCP_NODELAY", AssayTcp::server),
    /** The ablation of TCP_NODELAY. */
    ASSAY_NAGLE("as ASSAY, with Nagle's algorithm (no TCP_NODELAY)", AssayTcp::nagle),
    /** The ablation of one write. */
    ASSAY_TWO_WRITES("as ASSAY, the first 14 bytes of an answer by a system call of their own", AssayTcp::twoWrites),
    /** The ablation of buffers that are used again. */
    ASSAY_NO_REUSE("as ASSAY, a new direct buffer of 32 KiB for each 32 KiB of output or less", AssayTcp::noReuse),
    /** Netty over NIO. */
    NETTY(
            "one loop, NIO, pooled buffers that it sizes by what came before; less work: bytes stay off the heap",
            () -> TcpServers.netty(NettyTransport.NIO)),
    /** Netty over epoll. */
    NETTY_EPOLL("as NETTY, on its native epoll", () -> TcpServers.netty(NettyTransport.EPOLL)),
    /** Netty over io_uring. */
    NETTY_IO_URING(
            "as NETTY, on its native io_uring; what the kernel's own threads do is not in the server's CPU time",
            () -> TcpServers.netty(NettyTransport.IO_URING)),
    /** Vert.x. */
    VERTX("one event loop, Netty's NIO below", TcpServers::vertx),
    /** A platform thread a connection. */
    BLOCKING_PLATFORM_THREADS(
            "a thread for each connection reads and writes 64 KiB at most; less work: waits in the read itself, no selector",
            TcpServers::platformThreads),
    /** A virtual thread a connection. */
    BLOCKING_VIRTUAL_THREADS(
            "as BLOCKING_PLATFORM_THREADS, a virtual thread for each connection, default scheduler",
            TcpServers::virtualThreads);

    private final String label;
    private final Supplier<EchoServer> factory;

    TcpImplementation(String label, Supplier<EchoServer> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public EchoServer start() {
        return factory.get();
    }

    @Override
    public int threads(int connections) {
        return Threads.busy(this, connections, 1);
    }

    @Override
    public Dial dial() {
        return Dial.PLAIN;
    }

    @Override
    public Messages messages(int size) {
        return Messages.plain(size);
    }

    /** Whether it is ours without one of its steps. */
    boolean ablation() {
        return name().startsWith("ASSAY_");
    }
}
