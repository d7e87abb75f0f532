package io.assay.net.echo.peers;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How Netty waits, reads and writes. */
public enum NettyTransport {
    /** The JDK's selector. */
    NIO(NioServerSocketChannel.class, NioIoHandler::newFactory),
    /** Linux' epoll, through Netty's own native code. */
    EPOLL(EpollServerSocketChannel.class, EpollIoHandler::newFactory),
    /** Linux' io_uring, through Netty's own native code. */
    IO_URING(IoUringServerSocketChannel.class, IoUringIoHandler::newFactory);

    /** There since Linux 6.6; 0 is for everybody. Before, nobody can forbid it but a sandbox. */
    private static final Path IO_URING_DISABLED = Path.of("/proc/sys/kernel/io_uring_disabled");

    private final Class<? extends ServerChannel> channel;
    private final Supplier<IoHandlerFactory> factory;

    NettyTransport(Class<? extends ServerChannel> channel, Supplier<IoHandlerFactory> factory) {
        this.channel = channel;
        this.factory = factory;
    }

    Class<? extends ServerChannel> channel() {
        return channel;
    }

    IoHandlerFactory factory() {
        return factory.get();
    }

    /** Why it cannot be had on this machine; null where it can, as far as that is known without loading it. */
    public @Nullable String missing() {
        if (this == NIO) return null;
        String system = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        if (!system.equals("Linux on amd64"))
            return "Netty's native transport is packed for Linux on amd64, not " + system;
        if (this == IO_URING && disabled())
            return "this kernel does not let everybody use io_uring: " + IO_URING_DISABLED;
        return null;
    }

    private static boolean disabled() {
        try {
            return Files.exists(IO_URING_DISABLED)
                    && !Files.readString(IO_URING_DISABLED).strip().equals("0");
        } catch (java.io.IOException e) {
            return true;
        }
    }
}
