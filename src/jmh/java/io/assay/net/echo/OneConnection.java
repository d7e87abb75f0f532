package io.assay.net.echo;

import io.assay.net.load.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A client with one connection, which blocks: a system call to write and one to read for a message that is short. */
final class OneConnection implements AutoCloseable {
    /** What it reads at once; the longest message of those that are measured. */
    private static final int INPUT = 64 << 10;

    private final SocketChannel channel;
    private final Messages messages;
    private final Replies replies;
    private final Watchdog watchdog;
    private final ByteBuffer in = ByteBuffer.allocateDirect(INPUT);
    private int sent;

    OneConnection(InetSocketAddress server, Dial dial, Messages messages) {
        this(server, dial, messages, Watchdog.PATIENCE);
    }

    OneConnection(InetSocketAddress server, Dial dial, Messages messages, long patience) {
        this.messages = messages;
        channel = dial.connect(server);
        replies = messages.replies();
        watchdog = new Watchdog(channel, patience);
    }

    /**
     * Sends so many messages, each when the one before is back.
     *
     * @throws EchoException if one does not come back as it was, or not in 20 s
     */
    void roundTrips(int count) {
        watchdog.expect();
        try {
            for (int i = 0; i < count; i++) {
                ByteBuffer out = messages.write(sent++);
                while (out.hasRemaining()) channel.write(out);
                while (replies.complete() < sent) {
                    if (channel.read(in.clear()) < 0) throw notBack("the server ends the connection", null);
                    replies.accept(in.flip());
                }
                if (replies.complete() > sent || replies.begun() > 0)
                    throw new EchoException("more comes back than was sent");
            }
        } catch (IOException e) {
            throw notBack(channel.isOpen() ? e.toString() : "nothing more comes", e);
        }
        watchdog.came();
    }

    private EchoException notBack(String why, IOException cause) {
        return new EchoException(
                "message " + replies.complete() + " did not come back but for " + replies.begun() + " of "
                        + messages.size() + " bytes: " + why,
                cause);
    }

    @Override
    public void close() {
        watchdog.close();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
