package io.assay.net.hold.peers;

/** The servers. */
public final class HeldServers {
    private HeldServers() {}

    /** Ours. */
    public static HeldServer assay() {
        return new AssayHeld();
    }

    /**
     * Netty's.
     *
     * @param webSocket with what WebSockets take; without, a connection is cheaper
     */
    public static HeldServer netty(boolean webSocket) {
        return new NettyHeld(webSocket);
    }

    /** Vert.x's. */
    public static HeldServer vertx() {
        return new VertxHeld();
    }
}
