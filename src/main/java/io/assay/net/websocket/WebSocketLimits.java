package io.assay.net.websocket;

/**
 * What a peer can cost. Each is exact.
 *
 * @param maxFrame payload of one data frame, in bytes, at least 0; refused when its header is read
 * @param maxMessage payload of one message, in bytes, at least 0: so much memory a connection at most, and as much again
 *     while the array grows
 * @param maxFragments frames of one message, at least 1: empty ones cost no memory, but would never end
 */
public record WebSocketLimits(int maxFrame, int maxMessage, int maxFragments) {
    /** Frames and messages of 1 MiB, 65,536 frames a message. */
    public static final WebSocketLimits DEFAULT = new WebSocketLimits(1 << 20, 1 << 20, 1 << 16);

    /** @throws IllegalArgumentException when a limit is out of its range */
    public WebSocketLimits {
        if (maxFrame < 0 || maxMessage < 0) throw new IllegalArgumentException("a negative limit");
        if (maxFragments < 1) throw new IllegalArgumentException("maxFragments " + maxFragments + " is less than 1");
    }
}
