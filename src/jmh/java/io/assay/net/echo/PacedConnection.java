package io.assay.net.echo;

import io.assay.net.load.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * A client with one connection that sends by the clock, whatever has come back. It looks at clock and connection in turn without
 * ever waiting, so it keeps a core busy, and knows an answer as soon as a system call can tell.
 */
final class PacedConnection implements AutoCloseable {
    private static final int INPUT = 64 << 10;

    /** Whoever is a whole second behind sends at another rate. */
    private static final long LONGEST_LAG = TimeUnit.SECONDS.toNanos(1);

    private final SocketChannel channel;
    private final Messages messages;
    private final Replies replies;
    private final long patience;
    private final ByteBuffer in = ByteBuffer.allocateDirect(INPUT);
    private int sent;

    PacedConnection(InetSocketAddress server, Dial dial, Messages messages) {
        this(server, dial, messages, Watchdog.PATIENCE);
    }

    PacedConnection(InetSocketAddress server, Dial dial, Messages messages, long patience) {
        this.messages = messages;
        this.patience = patience;
        channel = dial.connect(server);
        replies = messages.replies();
        try {
            channel.configureBlocking(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends so many messages at even distances, and waits until all are back.
     *
     * @param start when the first is due
     * @param period from one to the next, in nanoseconds
     * @param heard is told for each the nanoseconds from when it was due until it was back
     * @throws EchoException if one does not come back as it was, nothing comes for 20 s, or the rate is not held
     */
    void arrivals(int count, long start, long period, LongConsumer heard) {
        int base = sent;
        long since = System.nanoTime();
        try {
            while (replies.complete() - base < count) {
                long late = System.nanoTime() - start - (sent - base) * period;
                if (sent - base < count && late >= 0) {
                    if (late > LONGEST_LAG)
                        throw new EchoException("the rate is not held: a message is " + late + " ns late");
                    ByteBuffer out = messages.write(sent++);
                    channel.write(out);
                    if (out.hasRemaining()) throw new EchoException("the rate is not held: the server does not read");
                }
                int before = replies.complete();
                int n = channel.read(in.clear());
                if (n < 0) throw new EchoException("the server ends the connection");
                if (n == 0) {
                    if (System.nanoTime() - since > patience) throw lost(base, count);
                    continue;
                }
                replies.accept(in.flip());
                since = System.nanoTime();
                for (int i = before; i < replies.complete(); i++) heard.accept(since - start - (i - base) * period);
            }
        } catch (IOException e) {
            throw new EchoException("the connection fails: " + e, e);
        }
        if (replies.complete() > sent || replies.begun() > 0) throw new EchoException("more comes back than was sent");
    }

    private EchoException lost(int base, int count) {
        return new EchoException("nothing comes any more; " + (replies.complete() - base) + " of " + count
                + " messages are back, and " + replies.begun() + " bytes of the next");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
