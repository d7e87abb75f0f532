package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a target may be, and where it ends or is wrong. */
class RequestTargetTest {
    private static String answer(String line, Strictness strictness) {
        byte[] bytes = Messages.bytes(line + "\r\nHost: a\r\n\r\n");
        return FeedLaw.answer(new RequestParser(Http1Limits.DEFAULT, strictness), bytes, RequestTargetTest::said);
    }

    private static String said(RequestParser parser, int result) {
        if (result <= 0) return parser.error() + " at " + parser.errorOffset();
        assertEquals(parser.methodEnd() + 1, parser.targetStart());
        assertEquals(parser.methodName().length(), parser.methodEnd() - parser.methodStart());
        assertEquals(parser.targetEnd() - parser.targetStart(), parser.target().length());
        return parser.targetForm() + " " + parser.method() + " " + parser.minorVersion();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET / | ORIGIN GET | ORIGIN GET",
                "HEAD /a/b | ORIGIN HEAD | ORIGIN HEAD",
                "PUT /a?b=/c?d | ORIGIN PUT | ORIGIN PUT",
                "POST /%41%7e~_!$&'()*+,;=:@-.z | ORIGIN POST | ORIGIN POST",
                "TRACE /12345678901234567890 | ORIGIN TRACE | ORIGIN TRACE",
                "DELETE /a | ORIGIN DELETE | ORIGIN DELETE",
                "PATCH /a | ORIGIN PATCH | ORIGIN PATCH",
                "OPTIONS * | ASTERISK OPTIONS | ASTERISK OPTIONS",
                "OPTIONS / | ORIGIN OPTIONS | ORIGIN OPTIONS",
                "OPTIONS ** | BAD_TARGET at 8 | BAD_TARGET at 8",
                "PROPFIND /a | ORIGIN OTHER | ORIGIN OTHER",
                "GETS /a | ORIGIN OTHER | ORIGIN OTHER",
                "GE /a | ORIGIN OTHER | ORIGIN OTHER",
                "CONNECT a:1 | AUTHORITY CONNECT | AUTHORITY CONNECT",
                "CONNECT [::1]:443 | AUTHORITY CONNECT | AUTHORITY CONNECT",
                "CONNECT a | BAD_TARGET at 9 | BAD_TARGET at 9",
                "CONNECT / | BAD_TARGET at 8 | BAD_TARGET at 8",
                "CONNECT http://a:1 | BAD_TARGET at 13 | BAD_TARGET at 13",
                "GET http://a | ABSOLUTE GET | ABSOLUTE GET",
                "GET HtTpS://a:80/b?c | ABSOLUTE GET | ABSOLUTE GET",
                "GET http://a?b@c | ABSOLUTE GET | ABSOLUTE GET",
                "GET http://[::1]/a | ABSOLUTE GET | ABSOLUTE GET",
                "GET http://[::1]/[ | BAD_TARGET at 17 | ABSOLUTE GET",
                "GET http://a/]b | BAD_TARGET at 13 | ABSOLUTE GET",
                "GET http:// | BAD_TARGET at 11 | BAD_TARGET at 11",
                "GET http:///a | BAD_TARGET at 11 | BAD_TARGET at 11",
                "GET http://?a | BAD_TARGET at 11 | BAD_TARGET at 11",
                "GET http:/a | BAD_TARGET at 9 | BAD_TARGET at 9",
                "GET http:a | BAD_TARGET at 9 | BAD_TARGET at 9",
                "GET http: | BAD_TARGET at 9 | BAD_TARGET at 9",
                "GET https: | BAD_TARGET at 10 | BAD_TARGET at 10",
                "GET http://u@a/ | BAD_TARGET at 12 | BAD_TARGET at 12",
                "GET http://a@/ | BAD_TARGET at 12 | BAD_TARGET at 12",
                "GET http://a:x/ | BAD_TARGET at 13 | BAD_TARGET at 13",
                "GET ftp://u@a/ | ABSOLUTE GET | ABSOLUTE GET",
                "GET ftp://u@v@a:1x/ | BAD_TARGET at 17 | BAD_TARGET at 17",
                "GET ftp:// | ABSOLUTE GET | ABSOLUTE GET",
                "GET ftp://:1 | BAD_TARGET at 10 | BAD_TARGET at 10",
                "GET file:///a | ABSOLUTE GET | ABSOLUTE GET",
                "GET httpx:a | ABSOLUTE GET | ABSOLUTE GET",
                "GET httr:a | ABSOLUTE GET | ABSOLUTE GET",
                "GET htt:a | ABSOLUTE GET | ABSOLUTE GET",
                "GET urn:a:b | ABSOLUTE GET | ABSOLUTE GET",
                "GET urn:a[b | BAD_TARGET at 9 | ABSOLUTE GET",
                "GET a1+-.z: | ABSOLUTE GET | ABSOLUTE GET",
                "GET Z:a | ABSOLUTE GET | ABSOLUTE GET",
                "GET 1a:b | BAD_TARGET at 4 | BAD_TARGET at 4",
                "GET +a:b | BAD_TARGET at 4 | BAD_TARGET at 4",
                "GET a_b:c | BAD_TARGET at 5 | BAD_TARGET at 5",
                "GET :a | BAD_TARGET at 4 | BAD_TARGET at 4",
                "GET abc | BAD_TARGET at 7 | BAD_TARGET at 7",
                "GET a/b | BAD_TARGET at 5 | BAD_TARGET at 5",
                "GET * | BAD_TARGET at 4 | BAD_TARGET at 4",
                "GET [a | BAD_TARGET at 4 | BAD_TARGET at 4",
                "GET /a] | BAD_TARGET at 6 | ORIGIN GET",
                "GET /%4 | BAD_TARGET at 7 | ORIGIN GET",
                "GET /% | BAD_TARGET at 6 | ORIGIN GET",
                "GET /%4g | BAD_TARGET at 7 | ORIGIN GET",
                "GET /a\u00E9 | BAD_TARGET at 6 | ORIGIN GET",
            })
    void targets(String line, String strict, String lax) {
        for (int minor = 0; minor < 3; minor++) {
            String version = strict.contains(" at ") ? "" : " " + minor;
            assertEquals(strict + version, answer(line + " HTTP/1." + minor, Strictness.STRICT));
            assertEquals(
                    lax + (lax.contains(" at ") ? "" : " " + minor), answer(line + " HTTP/1." + minor, Strictness.LAX));
        }
    }

    /** Every octet at every place of two words, with whatever lies behind the end. */
    @Test
    void aPathEndsAtWhatItMayNotHold() {
        for (int c = 0; c < 256; c++) {
            for (int at = 0; at < 18; at++) {
                byte[] b = Messages.bytes("?" + "p".repeat(18) + "p".repeat(c % 9));
                b[1 + at] = (byte) c;
                int found = RequestTarget.endOfOrigin(b, 1, 19);
                boolean fine = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=:@/?".indexOf(c) >= 0);
                assertEquals(fine ? 19 : 1 + at, Math.min(found, 19), "octet " + c + " at " + at);
            }
        }
    }

    @Test
    void aPercentSignTakesTwoDigitsThatAreThere() {
        for (int at = 1; at < 18; at++) {
            byte[] b = Messages.bytes("/".repeat(at) + "%aF" + "/".repeat(9));
            assertEquals(at + 6, Math.min(RequestTarget.endOfOrigin(b, 1, at + 6), at + 6));
            assertEquals(at + 3, Math.min(RequestTarget.endOfOrigin(b, 1, at + 3), at + 3));
            assertEquals(at, RequestTarget.endOfOrigin(b, 1, at + 2), "its second digit is behind the end");
            for (int digit = 1; digit < 3; digit++) {
                byte[] wrong = b.clone();
                wrong[at + digit] = 'g';
                assertEquals(at, RequestTarget.endOfOrigin(wrong, 1, at + 6));
            }
        }
    }
}
