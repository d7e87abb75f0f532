package io.assay.http1;

import java.util.Locale;

/**
 * Well-known field names. Names are case-insensitive (RFC 9110 section 5.1); {@link #text()} is the one spelling in
 * which a well-known name is given as a string, however it was received.
 *
 * <p>The first 62 constants are found in a head in constant time; see {@link Fields#indexOf(HeaderName)}.
 */
public enum HeaderName {
    HOST("Host"),
    CONTENT_LENGTH("Content-Length"),
    TRANSFER_ENCODING("Transfer-Encoding"),
    EXPECT("Expect"),
    CONNECTION("Connection"),
    UPGRADE("Upgrade"),
    KEEP_ALIVE("Keep-Alive"),
    TE("TE"),
    TRAILER("Trailer"),
    ACCEPT("Accept"),
    ACCEPT_CHARSET("Accept-Charset"),
    ACCEPT_ENCODING("Accept-Encoding"),
    ACCEPT_LANGUAGE("Accept-Language"),
    ACCEPT_RANGES("Accept-Ranges"),
    ACCESS_CONTROL_ALLOW_ORIGIN("Access-Control-Allow-Origin"),
    ACCESS_CONTROL_REQUEST_HEADERS("Access-Control-Request-Headers"),
    ACCESS_CONTROL_REQUEST_METHOD("Access-Control-Request-Method"),
    AGE("Age"),
    ALLOW("Allow"),
    AUTHORIZATION("Authorization"),
    CACHE_CONTROL("Cache-Control"),
    CONTENT_DISPOSITION("Content-Disposition"),
    CONTENT_ENCODING("Content-Encoding"),
    CONTENT_LANGUAGE("Content-Language"),
    CONTENT_LOCATION("Content-Location"),
    CONTENT_RANGE("Content-Range"),
    CONTENT_TYPE("Content-Type"),
    COOKIE("Cookie"),
    DATE("Date"),
    DNT("DNT"),
    ETAG("ETag"),
    EXPIRES("Expires"),
    FORWARDED("Forwarded"),
    FROM("From"),
    IF_MATCH("If-Match"),
    IF_MODIFIED_SINCE("If-Modified-Since"),
    IF_NONE_MATCH("If-None-Match"),
    IF_RANGE("If-Range"),
    IF_UNMODIFIED_SINCE("If-Unmodified-Since"),
    LAST_MODIFIED("Last-Modified"),
    LOCATION("Location"),
    MAX_FORWARDS("Max-Forwards"),
    ORIGIN("Origin"),
    PRAGMA("Pragma"),
    RANGE("Range"),
    REFERER("Referer"),
    RETRY_AFTER("Retry-After"),
    SERVER("Server"),
    SET_COOKIE("Set-Cookie"),
    STRICT_TRANSPORT_SECURITY("Strict-Transport-Security"),
    TRACEPARENT("traceparent"),
    TRACESTATE("tracestate"),
    UPGRADE_INSECURE_REQUESTS("Upgrade-Insecure-Requests"),
    USER_AGENT("User-Agent"),
    VARY("Vary"),
    VIA("Via"),
    WWW_AUTHENTICATE("WWW-Authenticate"),
    X_FORWARDED_FOR("X-Forwarded-For"),
    X_FORWARDED_HOST("X-Forwarded-Host"),
    X_FORWARDED_PROTO("X-Forwarded-Proto"),
    X_REQUEST_ID("X-Request-Id"),
    X_REQUESTED_WITH("X-Requested-With"),
    ACCEPT_PATCH("Accept-Patch"),
    ACCESS_CONTROL_ALLOW_CREDENTIALS("Access-Control-Allow-Credentials"),
    ACCESS_CONTROL_ALLOW_HEADERS("Access-Control-Allow-Headers"),
    ACCESS_CONTROL_ALLOW_METHODS("Access-Control-Allow-Methods"),
    ACCESS_CONTROL_EXPOSE_HEADERS("Access-Control-Expose-Headers"),
    ACCESS_CONTROL_MAX_AGE("Access-Control-Max-Age"),
    ALT_SVC("Alt-Svc"),
    ALT_USED("Alt-Used"),
    AUTHENTICATION_INFO("Authentication-Info"),
    CONTENT_SECURITY_POLICY("Content-Security-Policy"),
    CROSS_ORIGIN_OPENER_POLICY("Cross-Origin-Opener-Policy"),
    CROSS_ORIGIN_RESOURCE_POLICY("Cross-Origin-Resource-Policy"),
    EARLY_DATA("Early-Data"),
    LINK("Link"),
    PERMISSIONS_POLICY("Permissions-Policy"),
    PRIORITY("Priority"),
    PROXY_AUTHENTICATE("Proxy-Authenticate"),
    PROXY_AUTHORIZATION("Proxy-Authorization"),
    PROXY_CONNECTION("Proxy-Connection"),
    REFERRER_POLICY("Referrer-Policy"),
    SEC_CH_UA("Sec-CH-UA"),
    SEC_CH_UA_MOBILE("Sec-CH-UA-Mobile"),
    SEC_CH_UA_PLATFORM("Sec-CH-UA-Platform"),
    SEC_FETCH_DEST("Sec-Fetch-Dest"),
    SEC_FETCH_MODE("Sec-Fetch-Mode"),
    SEC_FETCH_SITE("Sec-Fetch-Site"),
    SEC_FETCH_USER("Sec-Fetch-User"),
    SEC_GPC("Sec-GPC"),
    SEC_WEBSOCKET_ACCEPT("Sec-WebSocket-Accept"),
    SEC_WEBSOCKET_EXTENSIONS("Sec-WebSocket-Extensions"),
    SEC_WEBSOCKET_KEY("Sec-WebSocket-Key"),
    SEC_WEBSOCKET_PROTOCOL("Sec-WebSocket-Protocol"),
    SEC_WEBSOCKET_VERSION("Sec-WebSocket-Version"),
    SERVER_TIMING("Server-Timing"),
    TIMING_ALLOW_ORIGIN("Timing-Allow-Origin"),
    WARNING("Warning"),
    X_API_KEY("X-Api-Key"),
    X_B3_SAMPLED("X-B3-Sampled"),
    X_B3_SPANID("X-B3-SpanId"),
    X_B3_TRACEID("X-B3-TraceId"),
    X_CONTENT_TYPE_OPTIONS("X-Content-Type-Options"),
    X_CORRELATION_ID("X-Correlation-Id"),
    X_FORWARDED_PORT("X-Forwarded-Port"),
    X_FRAME_OPTIONS("X-Frame-Options"),
    X_REAL_IP("X-Real-IP"),
    X_XSS_PROTECTION("X-XSS-Protection");

    private final String text;

    HeaderName(String text) {
        this.text = text;
    }

    /** The name in its usual spelling; always the same string. */
    public String text() {
        return text;
    }

    /** 1 and up; 0 is what is not well known. */
    @SuppressWarnings("EnumOrdinal") // The parser keeps a name in eight bits.
    int id() {
        return ordinal() + 1;
    }

    /** The name in lower case, as comparisons want it. */
    String lowerCase() {
        return text.toLowerCase(Locale.ROOT);
    }
}
