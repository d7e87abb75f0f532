package io.assay.net.tcp;

/**
 * Settings of connections and servers; a time of 0 is none.
 *
 * @param noDelay TCP_NODELAY: small writes are sent at once
 * @param lowWater bytes of output under which a connection that was above {@code highWater} is read from again
 * @param highWater bytes of output above which a connection is not read from, and not {@link TcpConnection#writable}
 * @param maxOutput bytes of output above which a connection is aborted: its peer does not read, and its handler does not
 *     look at {@code writable}
 * @param maxInput bytes of input that a handler may leave for later; where it has left so many and does not pause, more
 *     abort the connection. No more than fits is read at a time
 * @param idleNanos time without a byte in either direction after which the handler is told
 * @param lingerNanos time that a closed connection waits for the peer's end, so that what was sent last arrives though
 *     the peer was still sending (RFC 9112 section 9.6)
 * @param maxConnections of a server at a time; those above wait in the kernel's queue until one ends
 * @param backlog of that queue
 * @param reusePort SO_REUSEPORT: several loops' servers on one port, between which the kernel shares the connections
 */
public record TcpSettings(
        boolean noDelay,
        int lowWater,
        int highWater,
        int maxOutput,
        int maxInput,
        long idleNanos,
        long lingerNanos,
        int maxConnections,
        int backlog,
        boolean reusePort) {
    /** Water marks 32 and 128 KiB, output 16 MiB, input 2 MiB, idle 60 s, linger 2 s, 20,000 connections, backlog 1,024. */
    public static final TcpSettings DEFAULT = new TcpSettings(
            true, 32 << 10, 128 << 10, 16 << 20, 2 << 20, 60_000_000_000L, 2_000_000_000L, 20_000, 1_024, false);

    /** @throws IllegalArgumentException when a setting is out of its range */
    public TcpSettings {
        if (lowWater < 0 || highWater < lowWater || maxOutput < highWater) {
            throw new IllegalArgumentException(
                    "0 <= lowWater <= highWater <= maxOutput, not " + lowWater + ", " + highWater + ", " + maxOutput);
        }
        if (maxInput < 1 || maxConnections < 1)
            throw new IllegalArgumentException("maxInput or maxConnections below 1");
        if (idleNanos < 0 || lingerNanos < 0) throw new IllegalArgumentException("a negative time");
    }

    /** These settings with TCP_NODELAY or without. */
    public TcpSettings withNoDelay(boolean on) {
        return new TcpSettings(
                on,
                lowWater,
                highWater,
                maxOutput,
                maxInput,
                idleNanos,
                lingerNanos,
                maxConnections,
                backlog,
                reusePort);
    }

    /** These settings with other marks and limits of output. */
    public TcpSettings withWater(int low, int high, int most) {
        return new TcpSettings(
                noDelay, low, high, most, maxInput, idleNanos, lingerNanos, maxConnections, backlog, reusePort);
    }

    /** These settings with another {@link #maxInput()}. */
    public TcpSettings withMaxInput(int bytes) {
        return new TcpSettings(
                noDelay,
                lowWater,
                highWater,
                maxOutput,
                bytes,
                idleNanos,
                lingerNanos,
                maxConnections,
                backlog,
                reusePort);
    }

    /** These settings with other times. */
    public TcpSettings withTimes(long idle, long linger) {
        return new TcpSettings(
                noDelay, lowWater, highWater, maxOutput, maxInput, idle, linger, maxConnections, backlog, reusePort);
    }

    /** These settings with another {@link #maxConnections()}. */
    public TcpSettings withMaxConnections(int most) {
        return new TcpSettings(
                noDelay, lowWater, highWater, maxOutput, maxInput, idleNanos, lingerNanos, most, backlog, reusePort);
    }

    /** These settings with SO_REUSEPORT or without. */
    public TcpSettings withReusePort(boolean on) {
        return new TcpSettings(
                noDelay, lowWater, highWater, maxOutput, maxInput, idleNanos, lingerNanos, maxConnections, backlog, on);
    }
}
