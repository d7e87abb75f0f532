package io.assay.http1;

/** A method of RFC 9110 section 9.1 or RFC 5789, or {@link #OTHER}: any other token. Methods are case-sensitive. */
public enum RequestMethod {
    GET,
    HEAD,
    POST,
    PUT,
    DELETE,
    CONNECT,
    OPTIONS,
    TRACE,
    PATCH,
    /** A method whose name only {@link RequestParser#methodName()} says. */
    OTHER
}
