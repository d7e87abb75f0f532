package io.assay.net.echo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One of many connections of a client. */
final class Lane {
    /** Written at most before the others have their turn, and this one is read from again. */
    private static final int TURN_BYTES = 256 << 10;

    private static final int TURN_WRITES = 64;

    final SocketChannel channel;
    /** Messages that are to be sent, over all rounds. */
    int goal;

    private final SelectionKey key;
    private final Messages messages;
    private final Replies replies;
    private int sent;
    /** Of the write that is under way, so many bytes were taken. */
    private int taken;

    private boolean reads = true;
    private int interest = SelectionKey.OP_READ;

    Lane(SocketChannel channel, Selector selector, Messages messages) throws IOException {
        this.channel = channel;
        this.messages = messages;
        replies = messages.replies();
        channel.configureBlocking(false);
        key = channel.register(selector, interest, this);
    }

    /** Messages that were sent, with those of a write that the system has taken a part of. */
    int begun() {
        return taken > 0 ? sent + messages.perWrite() : sent;
    }

    /** Messages that were begun and are not back. */
    int underWay() {
        return begun() - replies.complete();
    }

    boolean finished() {
        return replies.complete() == goal && begun() == goal;
    }

    /** Writes without an end, reads nothing. */
    void hold() {
        goal = Integer.MAX_VALUE;
        reads = false;
        interest(true);
    }

    /** Ends with the write that is under way, reads. */
    void release() {
        goal = begun();
        reads = true;
        interest(taken > 0);
    }

    /** Reads once; says whether something came. */
    boolean read(ByteBuffer in) throws IOException {
        int n = channel.read(in.clear());
        if (n < 0) throw new EchoException("the server ends a connection: " + this);
        replies.accept(in.flip());
        if (replies.complete() > begun() || (finished() && replies.begun() > 0)) {
            throw new EchoException("more comes back than was sent: " + this);
        }
        return n > 0;
    }

    /** Writes what may be written and is taken, up to a turn's share; says whether something was. */
    boolean write(int window) throws IOException {
        int bytes = 0;
        boolean full = false;
        for (int i = 0; !full && wantsToWrite(window) && i < TURN_WRITES && bytes < TURN_BYTES; i++) {
            ByteBuffer out = messages.write(sent);
            int n = channel.write(out.position(taken));
            bytes += n;
            full = out.hasRemaining();
            if (full) {
                taken += n;
            } else {
                taken = 0;
                sent += messages.perWrite();
            }
        }
        interest(wantsToWrite(window));
        return bytes > 0;
    }

    private boolean wantsToWrite(int window) {
        return taken > 0 || (sent < goal && sent - replies.complete() <= window - messages.perWrite());
    }

    private void interest(boolean writes) {
        int wanted = (reads ? SelectionKey.OP_READ : 0) | (writes ? SelectionKey.OP_WRITE : 0);
        if (wanted != interest) {
            interest = wanted;
            key.interestOps(wanted);
        }
    }

    @Override
    public String toString() {
        return replies.complete() + " of " + goal + " messages are back, of the next " + replies.begun() + " of "
                + messages.size() + " bytes; " + sent + " were sent, and " + taken + " bytes more";
    }
}
