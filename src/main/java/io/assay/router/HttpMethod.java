package io.assay.router;

import org.jspecify.annotations.Nullable;

/**
 * A request method: one of the nine constants, or any other token (RFC 9110 section 9.1; {@code PATCH} is RFC 5789).
 * Methods are case-sensitive: {@code get} is not {@code GET}. Immutable; equal by name.
 */
public final class HttpMethod {
    /** Transfers a representation of the resource (RFC 9110 section 9.3.1). */
    public static final HttpMethod GET = new HttpMethod("GET", 0);
    /** GET without the content (section 9.3.2). */
    public static final HttpMethod HEAD = new HttpMethod("HEAD", 1);
    /** Has the resource process the content (section 9.3.3). */
    public static final HttpMethod POST = new HttpMethod("POST", 2);
    /** Replaces the resource (section 9.3.4). */
    public static final HttpMethod PUT = new HttpMethod("PUT", 3);
    /** Removes the resource (section 9.3.5). */
    public static final HttpMethod DELETE = new HttpMethod("DELETE", 4);
    /** Opens a tunnel (section 9.3.6). */
    public static final HttpMethod CONNECT = new HttpMethod("CONNECT", 5);
    /** Asks what may be done with the resource (section 9.3.7). */
    public static final HttpMethod OPTIONS = new HttpMethod("OPTIONS", 6);
    /** Loops the request back (section 9.3.8). */
    public static final HttpMethod TRACE = new HttpMethod("TRACE", 7);
    /** Changes parts of the resource (RFC 5789). */
    public static final HttpMethod PATCH = new HttpMethod("PATCH", 8);

    /** The id of every method that is not one of the nine. */
    static final int CUSTOM = -1;

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final String name;
    final int id;

    private HttpMethod(String name, int id) {
        this.name = name;
        this.id = id;
    }

    /**
     * The method of this name; for the nine standard names always the constant.
     *
     * @throws IllegalArgumentException when {@code token} is not a token of RFC 9110 section 5.6.2
     */
    public static HttpMethod of(String token) {
        return switch (token) {
            case "GET" -> GET;
            case "HEAD" -> HEAD;
            case "POST" -> POST;
            case "PUT" -> PUT;
            case "DELETE" -> DELETE;
            case "CONNECT" -> CONNECT;
            case "OPTIONS" -> OPTIONS;
            case "TRACE" -> TRACE;
            case "PATCH" -> PATCH;
            default -> new HttpMethod(requireToken(token), CUSTOM);
        };
    }

    static HttpMethod[] standard() {
        return new HttpMethod[] {GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH};
    }

    private static String requireToken(String token) {
        if (token.isEmpty()) throw new IllegalArgumentException("a method is a token of at least one character");
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean allowed = (c >= '0' && c <= '9')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || TOKEN_MARKS.indexOf(c) >= 0;
            if (!allowed) {
                throw new IllegalArgumentException(
                        String.format("method holds U+%04X at %d, which no token may (RFC 9110, 5.6.2)", (int) c, i));
            }
        }
        return token;
    }

    /** The method's token, as it stands in a request line. */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof HttpMethod that && name.equals(that.name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
