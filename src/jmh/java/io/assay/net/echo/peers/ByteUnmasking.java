package io.assay.net.echo.peers;

import io.assay.net.websocket.Masking;

/**
 * Unmasks an octet at a time, ahead of the decoder: finds the frames of a client that keeps to the RFC, unmasks their payload, and
 * sets their keys to 0, which the decoder then has nothing to do for.
 */
final class ByteUnmasking {
    private static final int KEY = 4;

    private int key;
    private long length;
    private long remaining;
    /** Of what comes next, so many bytes have been unmasked and not been taken. */
    private int ahead;

    private int unmasked;

    /** Unmasks what has come; gives back the index up to which the decoder may go. */
    int unmask(byte[] bytes, int from, int to) {
        int at = from + ahead;
        while (at < to) {
            if (remaining == 0) {
                int body = head(bytes, at, to);
                if (body < 0) break;
                at = body;
            }
            int n = (int) Math.min(remaining, to - at);
            Masking.applyByBytes(bytes, at, at + n, key, length - remaining);
            remaining -= n;
            at += n;
        }
        unmasked = at - from;
        return at;
    }

    /** Where the payload begins; -1 where the head is cut. */
    private int head(byte[] bytes, int at, int to) {
        if (to - at < 2) return -1;
        int small = bytes[at + 1] & 0x7F;
        int octets = small < 126 ? 0 : small == 126 ? 2 : 8;
        int keyAt = at + 2 + octets;
        if (to < keyAt + KEY) return -1;
        length = octets == 0 ? small : number(bytes, at + 2, octets);
        key = (int) number(bytes, keyAt, KEY);
        for (int i = 0; i < KEY; i++) bytes[keyAt + i] = 0;
        remaining = length;
        return keyAt + KEY;
    }

    private static long number(byte[] bytes, int at, int octets) {
        long number = 0;
        for (int i = 0; i < octets; i++) number = number << 8 | (bytes[at + i] & 0xFF);
        return number;
    }

    /** The decoder has taken so many; the others come again. */
    void taken(int count) {
        ahead = unmasked - count;
    }
}
