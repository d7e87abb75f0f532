package io.assay.net.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One connection of the load client: at most one request is under way. */
final class LoadConnection {
    private static final byte[] NOTHING = {};

    final SocketChannel channel;
    /** The request that is under way, and when it was to be sent. */
    long number = -1;

    long intended;
    private byte[] held = NOTHING;

    LoadConnection(InetSocketAddress server, Selector selector) throws IOException {
        channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            // Closed by a reset: thousands of ports in TIME_WAIT would be lacking in the next fork.
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.connect(server);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    void send(ByteBuffer request) throws IOException {
        channel.write(request);
        if (request.hasRemaining()) {
            throw new WrongAnswerException("the system does not take request " + number
                    + " as a whole, though the connection has no other under way");
        }
    }

    /**
     * Takes what has come, and reads the answer where that is all there.
     *
     * @return whether it was
     */
    boolean receive(byte[] bytes, int count, AnswerReader reader, Exchanges exchanges) {
        byte[] all = bytes;
        int to = count;
        if (held.length > 0) {
            all = Arrays.copyOf(held, held.length + count);
            System.arraycopy(bytes, 0, all, held.length, count);
            to = all.length;
            held = NOTHING;
        }
        if (number < 0) throw new WrongAnswerException("an answer to no request: " + count + " bytes");
        int end = reader.read(all, 0, to);
        if (end < 0) {
            held = Arrays.copyOf(all, to);
            return false;
        }
        if (end < to) throw new WrongAnswerException(to - end + " bytes behind the answer to request " + number);
        exchanges.check(number, reader.status, all, reader.bodyFrom, reader.bodyTo);
        number = -1;
        return true;
    }
}
