package io.assay.net.http;

/** Decides on requests to open a WebSocket, on the loop's thread. */
@FunctionalInterface
public interface UpgradeHandler {
    /**
     * Opens or refuses it.
     *
     * @param request whose handshake is right; lent: valid until this method returns. A server that browsers reach should look at
     *     its {@code Origin}, which they do not let a page choose (RFC 6455 section 10.2)
     * @return what it throws is answered with 500 and reported
     */
    Upgrade upgrade(HttpRequest request) throws Exception;
}
