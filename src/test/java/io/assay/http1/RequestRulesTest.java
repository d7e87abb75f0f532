package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each rule with a request that breaks it, and what either mode says. {@code -} is accepted; {@code ~} in the text
 * stands for CRLF, {@code ^n} for LF, {@code ^r} for CR, {@code ^0} for NUL, {@code ^1} for a control, {@code ^t} for
 * HTAB, {@code ^d} for DEL, {@code ^f} for 0xFF, {@code ^h} for 0xE9. Where the text does not start with a request line it stands behind one, and a Host.
 */
class RequestRulesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
    RFC 9112 2.2 bare LF behind a field;           `X: y^n~`;                            BARE_LF; -
    RFC 9112 2.2 bare LF behind the request line;  `GET / HTTP/1.1^nHost: a~~`;          BARE_LF; -
    RFC 9112 2.2 bare CR in a value;               `X: y^rz~~`;                          BARE_CR; BARE_CR
    RFC 9112 2.2 bare CR behind the request line;  `GET / HTTP/1.1^rHost: a~~`;          BARE_CR; BARE_CR
    RFC 9112 2.2 bare CR before the request line;  `^rGET / HTTP/1.1~Host: a~~`;         BARE_CR; BARE_CR
    RFC 9112 2.2 one empty line before;            `~GET / HTTP/1.1~Host: a~~`;          -; -
    RFC 9112 2.2 two empty lines before;           `~~GET / HTTP/1.1~Host: a~~`;         TOO_MANY_EMPTY_LINES; TOO_MANY_EMPTY_LINES
    RFC 9112 2.2 space before the first field;     `GET / HTTP/1.1~ Host: a~~`;          SPACE_BEFORE_FIRST_FIELD; SPACE_BEFORE_FIRST_FIELD
    RFC 9112 2.3 lower-case version;               `GET / http/1.1~Host: a~~`;           BAD_VERSION; BAD_VERSION
    RFC 9112 2.3 no version;                       `GET /~~`;                            BAD_VERSION; BAD_VERSION
    RFC 9112 2.3 two digits;                       `GET / HTTP/1.10~Host: a~~`;          BAD_VERSION; BAD_VERSION
    RFC 9112 2.3 space behind the version;         `GET / HTTP/1.1 ~Host: a~~`;          BAD_VERSION; BAD_VERSION
    RFC 9110 2.5 major version 2;                  `GET / HTTP/2.0~Host: a~~`;           VERSION_NOT_SUPPORTED; VERSION_NOT_SUPPORTED
    RFC 9110 2.5 major version 0;                  `GET / HTTP/0.9~Host: a~~`;           VERSION_NOT_SUPPORTED; VERSION_NOT_SUPPORTED
    RFC 9110 2.5 higher minor version;             `GET / HTTP/1.2~Host: a~~`;           -; -
    RFC 9112 3 two spaces;                         `GET  / HTTP/1.1~Host: a~~`;          BAD_TARGET; BAD_TARGET
    RFC 9112 3 tab for space;                      `GET^t/ HTTP/1.1~Host: a~~`;          BAD_METHOD; BAD_METHOD
    RFC 9112 3.1 method is no token;               `G@T / HTTP/1.1~Host: a~~`;           BAD_METHOD; BAD_METHOD
    RFC 9112 3.1 NUL behind the method;            `GET^0 / HTTP/1.1~Host: a~~`;         BAD_METHOD; BAD_METHOD
    RFC 9112 3.1 empty method;                     ` / HTTP/1.1~Host: a~~`;              BAD_METHOD; BAD_METHOD
    RFC 9112 3 method too long;                    `ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG / HTTP/1.1~~`; METHOD_TOO_LONG; METHOD_TOO_LONG
    RFC 9112 3.2 control in target;                `GET /^1 HTTP/1.1~Host: a~~`;         BAD_TARGET; BAD_TARGET
    RFC 9112 3.2 raw non-ASCII in target;          `GET /^h HTTP/1.1~Host: a~~`;         BAD_TARGET; -
    RFC 9112 3.2 fragment;                         `GET /#a HTTP/1.1~Host: a~~`;         BAD_TARGET; -
    RFC 3986 2.1 incomplete percent-encoding;      `GET /%4 HTTP/1.1~Host: a~~`;         BAD_TARGET; -
    RFC 3986 2.1 percent without hexadecimals;     `GET /%zz HTTP/1.1~Host: a~~`;        BAD_TARGET; -
    RFC 3986 3.3 bracket in path;                  `GET /a[0] HTTP/1.1~Host: a~~`;       BAD_TARGET; -
    RFC 3986 3.4 bar in query;                     `GET /?a|b HTTP/1.1~Host: a~~`;       BAD_TARGET; -
    RFC 9112 3.2.1 no leading slash;               `GET a/b HTTP/1.1~Host: a~~`;         BAD_TARGET; BAD_TARGET
    RFC 9112 3.2.2 absolute without host;          `GET http:///a HTTP/1.1~Host: a~~`;   BAD_TARGET; BAD_TARGET
    RFC 9110 4.2.4 user information;               `GET http://u@a/ HTTP/1.1~Host: a~~`; BAD_TARGET; BAD_TARGET
    RFC 9112 3.2.3 authority form with GET;        `GET a:80 HTTP/1.1~Host: a~~`;        -; -
    RFC 9112 3.2.3 CONNECT to a path;              `CONNECT /a HTTP/1.1~Host: a~~`;      BAD_TARGET; BAD_TARGET
    RFC 9110 9.3.6 CONNECT without port;           `CONNECT a HTTP/1.1~Host: a~~`;       BAD_TARGET; BAD_TARGET
    RFC 9110 9.3.6 CONNECT to port 0;              `CONNECT a:0 HTTP/1.1~Host: a~~`;     BAD_TARGET; BAD_TARGET
    RFC 9112 3.2.4 asterisk with GET;              `GET * HTTP/1.1~Host: a~~`;           BAD_TARGET; BAD_TARGET
    RFC 9112 3.2 no Host;                          `GET / HTTP/1.1~~`;                   MISSING_HOST; -
    RFC 9112 3.2 no Host in HTTP/1.0;              `GET / HTTP/1.0~~`;                   -; -
    RFC 9112 3.2 two Hosts;                        `Host: a~~`;                          DUPLICATE_HOST; DUPLICATE_HOST
    RFC 9112 3.2 empty Host;                       `GET / HTTP/1.1~Host:~~`;             -; -
    RFC 9112 3.2 two names in Host;                `GET / HTTP/1.1~Host: a b~~`;         BAD_HOST; BAD_HOST
    RFC 9112 3.2 list of Hosts;                    `GET / HTTP/1.1~Host: a, b~~`;        BAD_HOST; BAD_HOST
    RFC 9112 3.2 path in Host;                     `GET / HTTP/1.1~Host: a/b~~`;         BAD_HOST; BAD_HOST
    RFC 9112 3.2 user in Host;                     `GET / HTTP/1.1~Host: u@a~~`;         BAD_HOST; BAD_HOST
    RFC 3986 3.2.3 port above 65535;               `GET / HTTP/1.1~Host: a:65536~~`;     BAD_HOST; BAD_HOST
    RFC 3986 3.2.2 broken IPv6 address;            `GET / HTTP/1.1~Host: [::1::]~~`;     BAD_HOST; BAD_HOST
    RFC 9112 5 line without colon;                 `Foo~~`;                              MISSING_COLON; MISSING_COLON
    RFC 9112 5.1 space before the colon;           `X : y~~`;                            SPACE_IN_NAME; SPACE_IN_NAME
    RFC 9112 5.1 tab before the colon;             `X^t: y~~`;                           SPACE_IN_NAME; SPACE_IN_NAME
    RFC 9112 5.1 space before a known colon;       `Content-Length : 1~~`;               SPACE_IN_NAME; SPACE_IN_NAME
    RFC 9112 5.2 obs-fold;                         `X: y~ z~~`;                          OBS_FOLD; OBS_FOLD
    RFC 9112 5.2 obs-fold by tab;                  `X: y~^tz~~`;                         OBS_FOLD; OBS_FOLD
    RFC 9110 5.1 name is no token;                 `X(: y~~`;                            BAD_NAME; BAD_NAME
    RFC 9110 5.1 non-ASCII name;                   `X^h: y~~`;                           BAD_NAME; BAD_NAME
    RFC 9110 5.1 control in name;                  `Content^1Length: 1~~`;               BAD_NAME; BAD_NAME
    RFC 9110 5.1 NUL behind a known name;          `Via^0: b~~`;                         BAD_NAME; BAD_NAME
    RFC 9110 5.1 empty name;                       `: y~~`;                              BAD_NAME; BAD_NAME
    RFC 9110 5.5 NUL in value;                     `X: a^0b~~`;                          CONTROL_IN_VALUE; CONTROL_IN_VALUE
    RFC 9110 5.5 control in value;                 `X: a^1b~~`;                          CONTROL_IN_VALUE; -
    RFC 9110 5.5 DEL in value;                     `X: a^db~~`;                          CONTROL_IN_VALUE; -
    RFC 9110 5.5 DEL behind the octet that carries; `X: 234567^h^f^d23456789~~`;         CONTROL_IN_VALUE; -
    RFC 9110 5.5 obs-text and tab in value;        `X: a^h^tb~~`;                        -; -
    RFC 9112 6.1 length and coding;                `Content-Length: 1~Transfer-Encoding: chunked~~`; LENGTH_AND_TRANSFER_ENCODING; LENGTH_AND_TRANSFER_ENCODING
    RFC 9112 6.1 coding and length;                `Transfer-Encoding: chunked~Content-Length: 1~~`; LENGTH_AND_TRANSFER_ENCODING; LENGTH_AND_TRANSFER_ENCODING
    RFC 9112 6.1 coding in HTTP/1.0;               `GET / HTTP/1.0~Transfer-Encoding: chunked~~`; TRANSFER_ENCODING_IN_HTTP_1_0; TRANSFER_ENCODING_IN_HTTP_1_0
    RFC 9112 6.1 chunked twice;                    `Transfer-Encoding: chunked, chunked~~`; BAD_TRANSFER_ENCODING; BAD_TRANSFER_ENCODING
    RFC 9112 6.1 chunked twice in two lines;       `Transfer-Encoding: chunked~Transfer-Encoding: chunked~~`; BAD_TRANSFER_ENCODING; BAD_TRANSFER_ENCODING
    RFC 9112 6.1 chunked not last;                 `Transfer-Encoding: chunked, gzip~~`; BAD_TRANSFER_ENCODING; BAD_TRANSFER_ENCODING
    RFC 9112 6.1 not chunked;                      `Transfer-Encoding: gzip~~`;          BAD_TRANSFER_ENCODING; BAD_TRANSFER_ENCODING
    RFC 9112 6.1 unknown coding;                   `Transfer-Encoding: xchunked~~`;      UNKNOWN_TRANSFER_CODING; UNKNOWN_TRANSFER_CODING
    RFC 9112 7 identity is no coding;              `Transfer-Encoding: identity~~`;      UNKNOWN_TRANSFER_CODING; UNKNOWN_TRANSFER_CODING
    RFC 9112 7.1 parameter of chunked;             `Transfer-Encoding: chunked;q=1~~`;   BAD_TRANSFER_ENCODING; BAD_TRANSFER_ENCODING
    RFC 9112 6.1 empty coding;                     `Transfer-Encoding: ,chunked~~`;      BAD_TRANSFER_ENCODING; BAD_TRANSFER_ENCODING
    RFC 9112 6.1 gzip then chunked;                `Transfer-Encoding: gzip ,^tCHUNKED~~`; -; -
    RFC 9110 8.6 differing lengths;                `Content-Length: 1~Content-Length: 2~~`; DUPLICATE_CONTENT_LENGTH; DUPLICATE_CONTENT_LENGTH
    RFC 9110 8.6 equal lengths;                    `Content-Length: 1~Content-Length: 1~~`; DUPLICATE_CONTENT_LENGTH; DUPLICATE_CONTENT_LENGTH
    RFC 9110 8.6 list of lengths;                  `Content-Length: 1, 1~~`;             BAD_CONTENT_LENGTH; BAD_CONTENT_LENGTH
    RFC 9110 8.6 sign;                             `Content-Length: +1~~`;               BAD_CONTENT_LENGTH; BAD_CONTENT_LENGTH
    RFC 9110 8.6 negative;                         `Content-Length: -1~~`;               BAD_CONTENT_LENGTH; BAD_CONTENT_LENGTH
    RFC 9110 8.6 hexadecimal;                      `Content-Length: 0x1~~`;              BAD_CONTENT_LENGTH; BAD_CONTENT_LENGTH
    RFC 9110 8.6 empty;                            `Content-Length:~~`;                  BAD_CONTENT_LENGTH; BAD_CONTENT_LENGTH
    RFC 9110 8.6 2^63;                             `Content-Length: 9223372036854775808~~`; BAD_CONTENT_LENGTH; BAD_CONTENT_LENGTH
    RFC 9110 8.6 2^63 - 1;                         `Content-Length: 9223372036854775807~~`; -; -
    RFC 9110 10.1.1 unknown expectation;           `Expect: tea~~`;                      UNKNOWN_EXPECTATION; -
    """)
    void rule(String name, String text, String strict, String lax) {
        boolean head = text.matches("(?s)(~|\\^r)*[^~]* HTTP.*") || text.startsWith("GET") || text.contains("http/");
        byte[] bytes = Messages.bytes((head ? "" : "GET / HTTP/1.1~Host: a~")
                .concat(text)
                .replace("~", "\r\n")
                .replace("^n", "\n")
                .replace("^r", "\r")
                .replace("^0", "\0")
                .replace("^1", "\u0001")
                .replace("^t", "\t")
                .replace("^d", "\u007F")
                .replace("^f", "\u00FF")
                .replace("^h", "\u00E9"));
        assertEquals(strict, answer(new RequestParser(), bytes));
        assertEquals(lax, answer(new RequestParser(Http1Limits.DEFAULT, Strictness.LAX), bytes));
    }

    private static String answer(RequestParser parser, byte[] bytes) {
        int result = parser.parse(bytes, 0, bytes.length);
        String answer = result == bytes.length ? "-" : parser.error() + "";
        parser.reset();
        // With room behind it for what looks at blocks.
        assertEquals(result, parser.parse(Arrays.copyOf(bytes, bytes.length + 80), 0, bytes.length));
        return answer;
    }
}
