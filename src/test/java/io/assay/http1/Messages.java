package io.assay.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/** Messages for the tests, as strings with one char a byte. */
final class Messages {
    static final List<String> REQUESTS = List.of(
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.0\r\n\r\n",
            "\r\nPOST /ping HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n",
            "GET /a/b%20c?d=e&f=[ HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /a/b%20c_d-e~f!?d=e&f=%7B%22 HTTP/1.1\r\nHost: [::1]:80\r\n\r\n",
            "GET /wiki/Main?q=1 HTTP/1.1\r\nHost: www.example.com\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) Gecko/1"
                    + "\r\nAccept: text/html,*/*;q=0.8\r\nAccept-Language: de,en-US;q=0.7,en;q=0.3\r\n"
                    + "Accept-Encoding: gzip, deflate, br\r\nConnection: keep-alive\r\nCookie: a=b; session=0123456789abcdef"
                    + "0123456789abcdef; theme=dark\r\nUpgrade-Insecure-Requests: 1\r\nX-Unknown-Name-Of-Some-Length: \t v"
                    + "\t \r\nEmpty:\r\nBlank: \t \r\nSec-Fetch-Mode: navigate\r\nLatin: caf\u00E9 \u00FF~\u007E\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
            "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n",
            "GET http://user@example.com/ HTTP/1.1\r\nHost: example.com\r\n\r\n",
            "GET https://[2001:db8::1]:8443/x?y HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
            "PROPFIND /dav HTTP/1.1\r\nHost: a\r\nDepth: 1\r\nExpect: 100-continue\r\nContent-Length: 0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
            "GET / HTTP/1.1\nHost: a\nX: b\u0001c\n\n",
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n");

    static final List<String> RESPONSES = List.of(
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nDate: Sat, 21 Nov 2026 05:00:00 GMT\r\nServer: x\r\n\r\n",
            "HTTP/1.0 404 Not Found\r\n\r\n",
            "HTTP/1.1 204 \r\n\r\n",
            "HTTP/1.1 200\r\n\r\n",
            "HTTP/1.1 599 caf\u00E9\tx\r\nTransfer-Encoding: chunked\r\nSet-Cookie: a=b\r\nSet-Cookie: c=d\r\n\r\n",
            "HTTP/1.1 600 x\r\n\r\n",
            "\r\nHTTP/1.1 200 OK\r\n\r\n");

    private static final String SPICE =
            "\r\n\r\n \t:,;/%[]\u0000\u0001\u007F\u0080\u00FF\"(){}0123456789Aa#|?*@HTTP/1.";

    private static final List<String> PARTS = List.of(
            "\r\n",
            "\r\n\r\n",
            "\n",
            "\r",
            " ",
            "Content-Length: 5\r\n",
            "content-length: 1, 1\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked, chunked\r\n",
            "Host: b\r\n",
            "Host: a b\r\n",
            "X: y\r\n",
            ": y\r\n",
            "X : y\r\n",
            " X: y\r\n",
            "Expect: 200\r\n",
            "%2",
            "HTTP/1.1",
            "HTTP/2.0",
            "a".repeat(100),
            ("Y: " + "z".repeat(80) + "\r\n").repeat(4));

    private Messages() {}

    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** One of the messages, changed at some places. */
    static String mutant(List<String> messages, Random random) {
        StringBuilder text = new StringBuilder(messages.get(random.nextInt(messages.size())));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            char c = SPICE.charAt(random.nextInt(SPICE.length()));
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, c);
                case 1 -> text.insert(at, c);
                case 2 -> text.deleteCharAt(at);
                case 3 -> text.insert(at, PARTS.get(random.nextInt(PARTS.size())));
                default -> {
                    int line = text.indexOf("\r\n", at);
                    if (line >= 0) text.insert(line + 2, PARTS.get(random.nextInt(PARTS.size())));
                }
            }
        }
        return text.toString();
    }
}
