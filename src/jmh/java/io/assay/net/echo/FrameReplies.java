package io.assay.net.echo;

import java.nio.ByteBuffer;

/** The frames of a WebSocket server, whose messages may be fragmented; control frames are not expected. */
final class FrameReplies extends Replies {
    private static final int CONTINUATION = 0;
    private static final int BINARY = 2;
    private static final int LONGEST_HEAD = 10;

    private final ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);
    private long remaining;
    private boolean last = true;

    FrameReplies(ByteBuffer expected) {
        super(expected);
    }

    @Override
    void accept(ByteBuffer in) {
        while (in.hasRemaining()) {
            if (remaining == 0 && !readHead(in)) return;
            if (!in.hasRemaining()) return;
            remaining -= payload(in, (int) Math.min(remaining, Integer.MAX_VALUE));
            boolean between = begun() == 0;
            if (remaining == 0 && between != last)
                throw new EchoException("message " + complete() + " is cut by a FIN, or has none");
            if (remaining > 0 && between) throw new EchoException("a frame goes on behind message " + (complete() - 1));
        }
    }

    private boolean readHead(ByteBuffer in) {
        do {
            if (!in.hasRemaining()) return false;
            head.put(in.get());
        } while (head.position() < 2 || head.position() < length(head.get(1)));
        int first = head.get(0) & 0xFF;
        int second = head.get(1) & 0xFF;
        int due = last ? BINARY : CONTINUATION;
        if ((first & 0x7F) != due || second > 127) {
            throw new EchoException("a frame that begins with " + first + " " + second + " where a "
                    + (last ? "binary" : "continuation") + " one of message " + complete() + " was due");
        }
        last = first > 127;
        remaining = second < 126 ? second : second == 126 ? head.getChar(2) : head.getLong(2);
        head.clear();
        if (remaining <= 0) throw new EchoException("an empty frame in message " + complete());
        return true;
    }

    private static int length(byte second) {
        int small = second & 0x7F;
        return small < 126 ? 2 : small == 126 ? 4 : LONGEST_HEAD;
    }
}
