package io.assay.http1;

/**
 * Why bytes were refused. The connection should be closed behind the answer: where the next message starts is not
 * known.
 */
public enum Http1Error {
    /** A method that is no token, or is empty (RFC 9112 section 3.1). */
    BAD_METHOD(400, "RFC 9112 section 3.1"),
    /** A method longer than the limit. */
    METHOD_TOO_LONG(501, "RFC 9112 section 3"),
    /** A target in none of the four forms, in one the method does not go with, or with a byte it may not hold. */
    BAD_TARGET(400, "RFC 9112 section 3.2"),
    /** A request line longer than the limit. */
    REQUEST_LINE_TOO_LONG(414, "RFC 9112 section 3"),
    /** A version other than {@code HTTP/} digit {@code .} digit, or none, or something behind it. */
    BAD_VERSION(400, "RFC 9112 section 2.3"),
    /** A major version other than 1. */
    VERSION_NOT_SUPPORTED(505, "RFC 9110 section 2.5"),
    /** A status code that is not three digits from 100 to 599. */
    BAD_STATUS(502, "RFC 9112 section 4"),
    /** A control character in the reason phrase, or no space before it. */
    BAD_REASON(502, "RFC 9112 section 4"),
    /** A status line longer than the limit. */
    STATUS_LINE_TOO_LONG(502, "RFC 9112 section 4"),
    /** More empty lines before the start line than the limit. */
    TOO_MANY_EMPTY_LINES(400, "RFC 9112 section 2.2"),
    /** A CR without LF behind it. */
    BARE_CR(400, "RFC 9112 section 2.2"),
    /** An LF without CR before it. */
    BARE_LF(400, "RFC 9112 section 2.2"),
    /** White space between the start line and the first field. */
    SPACE_BEFORE_FIRST_FIELD(400, "RFC 9112 section 2.2"),
    /** A field continued on a line that starts with white space. */
    OBS_FOLD(400, "RFC 9112 section 5.2"),
    /** White space in or behind a field name. */
    SPACE_IN_NAME(400, "RFC 9112 section 5.1"),
    /** A field name that is no token, or is empty. */
    BAD_NAME(400, "RFC 9110 section 5.1"),
    /** A field line without a colon. */
    MISSING_COLON(400, "RFC 9112 section 5"),
    /** A control character other than HTAB in a field value. */
    CONTROL_IN_VALUE(400, "RFC 9110 section 5.5"),
    /** A field line longer than the limit. */
    FIELD_TOO_LONG(431, "RFC 6585 section 5"),
    /** More fields than the limit. */
    TOO_MANY_FIELDS(431, "RFC 6585 section 5"),
    /** A head longer than the limit. */
    HEAD_TOO_LONG(431, "RFC 6585 section 5"),
    /** A request of HTTP/1.1 without Host. */
    MISSING_HOST(400, "RFC 9112 section 3.2"),
    /** More than one Host. */
    DUPLICATE_HOST(400, "RFC 9112 section 3.2"),
    /** A Host that is not {@code uri-host [":" port]}. */
    BAD_HOST(400, "RFC 9112 section 3.2"),
    /** A Content-Length that is not one number that fits a long: a sign, a list, nothing. */
    BAD_CONTENT_LENGTH(400, "RFC 9110 section 8.6"),
    /** More than one Content-Length, be they equal or not. */
    DUPLICATE_CONTENT_LENGTH(400, "RFC 9112 section 6.3"),
    /** Content-Length and Transfer-Encoding in one message. */
    LENGTH_AND_TRANSFER_ENCODING(400, "RFC 9112 section 6.1"),
    /** A Transfer-Encoding that does not end in one {@code chunked}, or is no list of codings. */
    BAD_TRANSFER_ENCODING(400, "RFC 9112 section 6.1"),
    /** A transfer coding other than those of RFC 9112 section 7. */
    UNKNOWN_TRANSFER_CODING(501, "RFC 9112 section 6.1"),
    /** Transfer-Encoding in a message of HTTP/1.0. */
    TRANSFER_ENCODING_IN_HTTP_1_0(400, "RFC 9112 section 6.1"),
    /** An expectation other than {@code 100-continue}. */
    UNKNOWN_EXPECTATION(417, "RFC 9110 section 10.1.1"),
    /** A chunk size that is no hexadecimal number. */
    BAD_CHUNK_SIZE(400, "RFC 9112 section 7.1"),
    /** A chunk size of more than 16 digits, or above 2^63 - 1. */
    CHUNK_SIZE_TOO_LARGE(400, "RFC 9112 section 7.1"),
    /** A chunk extension that does not follow the grammar. */
    BAD_CHUNK_EXTENSION(400, "RFC 9112 section 7.1.1"),
    /** A chunk line, or all extensions of a body together, longer than the limit. */
    CHUNK_EXTENSION_TOO_LONG(400, "RFC 9112 section 7.1.1"),
    /** Chunk data that is not followed by CRLF. */
    BAD_CHUNK_END(400, "RFC 9112 section 7.1"),
    /** A trailer field that frames, routes, authenticates or describes the message. */
    FORBIDDEN_TRAILER(400, "RFC 9110 section 6.5.1"),
    /** A trailer section longer than the limit. */
    TRAILERS_TOO_LONG(431, "RFC 9112 section 7.1.2");

    private final int status;
    private final String reference;

    Http1Error(int status, String reference) {
        this.status = status;
        this.reference = reference;
    }

    /** The status code to answer a request with; what refuses a response is a gateway's 502. */
    public int status() {
        return status;
    }

    /** The section that says so. */
    public String reference() {
        return reference;
    }
}
