package io.assay.net.echo;

import java.nio.ByteBuffer;

/** What comes back on one connection, in any pieces: each byte is compared with the one that was sent. For one thread. */
class Replies {
    private final ByteBuffer expected;
    private final int size;
    private int number;
    private int at;

    /** Takes what each message is, but for its number. */
    Replies(ByteBuffer expected) {
        this.expected = expected;
        size = expected.capacity();
    }

    /** How many messages have come as a whole. */
    final int complete() {
        return number;
    }

    /** Bytes that have come of the next message. */
    final int begun() {
        return at;
    }

    /**
     * Takes all that has come.
     *
     * @throws EchoException if it is not what is due
     */
    void accept(ByteBuffer in) {
        while (in.hasRemaining()) payload(in, in.remaining());
    }

    /** Takes payload of one message: as much as there is, or as is allowed. */
    final int payload(ByteBuffer in, int most) {
        int n = Math.min(most, Math.min(in.remaining(), size - at));
        int start = in.position();
        for (int i = at; i < Math.min(at + n, Messages.NUMBER); i++) {
            byte due = (byte) (number >>> (8 * (Messages.NUMBER - 1 - i)));
            if (in.get(start + i - at) != due) throw wrong(i, in.get(start + i - at), due);
        }
        int skip = Math.max(0, Math.min(n, Messages.NUMBER - at));
        int limit = in.limit();
        in.position(start + skip).limit(start + n);
        int mismatch = expected.limit(at + n).position(at + skip).mismatch(in);
        if (mismatch >= 0) {
            int index = at + skip + mismatch;
            throw wrong(index, in.get(start + skip + mismatch), expected.get(index));
        }
        in.limit(limit).position(start + n);
        at += n;
        if (at == size) {
            at = 0;
            number++;
        }
        return n;
    }

    private EchoException wrong(int index, byte came, byte due) {
        return new EchoException(
                "byte " + index + " of message " + number + " is " + came + " where " + due + " was due");
    }
}
