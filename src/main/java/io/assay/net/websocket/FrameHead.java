package io.assay.net.websocket;

import org.jspecify.annotations.Nullable;

/** Reads the head of one frame from its first byte on (RFC 6455 section 5.2). What is wrong is told by the earliest octet. */
final class FrameHead {
    /** Two octets, eight of length, four of the key. */
    static final int LONGEST = 14;

    static final int NEED_MORE = 0;
    static final int REFUSED = -1;

    private final boolean fromClient;

    boolean fin;
    int opcode;
    long length;
    int key;

    @Nullable
    WebSocketError error;

    FrameHead(boolean fromClient) {
        this.fromClient = fromClient;
    }

    /**
     * Reads {@code b[at,to)}.
     *
     * @param inMessage whether a message was begun and has not ended
     * @return the head's length; {@link #NEED_MORE}, to be called again with the same bytes and more; or {@link #REFUSED}
     */
    int read(byte[] b, int at, int to, boolean inMessage) {
        int available = to - at;
        if (available == 0) return NEED_MORE;
        int first = b[at];
        fin = first < 0;
        opcode = first & 0xF;
        if ((first & 0x70) != 0) return refuse(WebSocketError.RESERVED_BIT);
        if (!Opcode.isDefined(opcode)) return refuse(WebSocketError.RESERVED_OPCODE);
        boolean control = Opcode.isControl(opcode);
        if (control && !fin) return refuse(WebSocketError.FRAGMENTED_CONTROL);
        if (!control && (opcode == 0) != inMessage) {
            return refuse(inMessage ? WebSocketError.MESSAGE_NOT_ENDED : WebSocketError.NOTHING_TO_CONTINUE);
        }
        if (available == 1) return NEED_MORE;
        int second = b[at + 1];
        boolean masked = second < 0;
        if (masked != fromClient) return refuse(masked ? WebSocketError.MASKED : WebSocketError.NOT_MASKED);
        int size = second & 0x7F;
        if (control && size > 125) return refuse(WebSocketError.CONTROL_TOO_LONG);
        int lengthOctets = size < 126 ? 0 : size == 126 ? 2 : 8;
        int end = 2 + lengthOctets + (masked ? 4 : 0);
        // The length counts as soon as it is there: what it refuses is not to wait for the key.
        if (available < 2 + lengthOctets) return NEED_MORE;
        length = lengthOctets == 0 ? size : number(b, at + 2, lengthOctets);
        if (length < 0) return refuse(WebSocketError.BAD_LENGTH);
        if (lengthOctets == 2 ? length < 126 : lengthOctets == 8 && length < 1 << 16) {
            return refuse(WebSocketError.LENGTH_NOT_MINIMAL);
        }
        if (available < end) return NEED_MORE;
        key = masked ? (int) number(b, at + end - 4, 4) : 0;
        return end;
    }

    private static long number(byte[] b, int at, int octets) {
        long number = 0;
        for (int i = 0; i < octets; i++) number = (number << 8) | (b[at + i] & 0xFF);
        return number;
    }

    private int refuse(WebSocketError why) {
        error = why;
        return REFUSED;
    }
}
