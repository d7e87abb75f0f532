package io.assay.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws HTTP/1.1 messages as clients and servers of several kinds write them. No field name comes twice in a message. */
final class Http1Traffic {
    private static final String[] WORDS = {"users", "orders", "items", "teams", "carts", "events", "reports", "tags"};
    private static final int CHUNKS = 16;
    /** Most chunks of an upload are what was in some buffer; a few are a line of text. */
    private static final int SMALL = 24;

    private static final int LARGE = 600;

    private final HeaderValues values;
    private final Random random;

    Http1Traffic(Random random) {
        this.random = random;
        values = new HeaderValues(random);
    }

    /** The least that RFC 9112 accepts. */
    Http1Message minimal() {
        return Http1Draft.request("GET", "/" + values.pick(WORDS) + "/" + values.number(1_000), values.oneIn(8))
                .add("Host", host())
                .head();
    }

    /** A page that a browser asks for, with cookies; three browsers, each with an order of its own. */
    Http1Message browser() {
        String target = "/" + values.pick(WORDS) + "/" + values.hex(4 + values.number(12))
                + (values.oneIn(2)
                        ? "?page=" + values.number(50) + "&sort=" + values.pick("name", "date", "price")
                        : "");
        Http1Draft draft = Http1Draft.request("GET", target, false).add("Host", host());
        return switch (values.number(3)) {
            case 0 -> firefox(draft);
            case 1 -> safari(draft);
            default -> chrome(draft);
        };
    }

    private Http1Message chrome(Http1Draft draft) {
        return draft.add("Connection", "keep-alive")
                .addIf(values.oneIn(3), "Cache-Control", "max-age=0")
                .add("sec-ch-ua-mobile", "?0")
                .add("sec-ch-ua-platform", values.pick("\"Linux\"", "\"Windows\"", "\"macOS\""))
                .add("User-Agent", values.userAgent())
                .add("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8")
                .add("Sec-Fetch-Site", values.pick("same-origin", "none", "cross-site"))
                .add("Sec-Fetch-Mode", "navigate")
                .add("Referer", "https://" + host() + "/" + values.pick(WORDS))
                .add("Accept-Encoding", "gzip, deflate, br, zstd")
                .add("Accept-Language", values.language())
                .add("Cookie", values.cookie())
                .head();
    }

    private Http1Message firefox(Http1Draft draft) {
        return draft.add(
                        "User-Agent",
                        "Mozilla/5.0 (X11; Linux x86_64; rv:" + version() + ") Gecko/20100101 Firefox/" + version())
                .add("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .add("Accept-Language", values.language())
                .add("Accept-Encoding", "gzip, deflate, br")
                .add("Referer", "https://" + host() + "/" + values.pick(WORDS) + "/" + values.number(10_000))
                .add("Connection", "keep-alive")
                .add("Cookie", values.cookie() + "; cart=" + values.base64(22))
                .add("Upgrade-Insecure-Requests", "1")
                .add("Sec-Fetch-Dest", "document")
                .add("Sec-Fetch-Mode", "navigate")
                .add("Priority", "u=0, i")
                .head();
    }

    private Http1Message safari(Http1Draft draft) {
        return draft.add("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .add("Cookie", values.cookie() + "; ab=" + values.hex(16) + "; seen=" + values.base64(30))
                .add("Sec-Fetch-Site", values.pick("same-origin", "none"))
                .add("Sec-Fetch-Dest", "document")
                .add(
                        "User-Agent",
                        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/"
                                + (16 + values.number(3)) + "." + values.number(6) + " Safari/605.1.15")
                .add("Referer", "https://" + host() + "/" + values.pick(WORDS) + "/" + values.hex(12))
                .add("Accept-Language", values.language())
                .add("Accept-Encoding", "gzip, deflate, br")
                .addIf(values.oneIn(3), "If-None-Match", "\"" + values.hex(32) + "\"")
                .add("Connection", "keep-alive")
                .head();
    }

    /** What wrk sends with a script that sets method, body and content type. */
    Http1Message wrkPost() {
        String body = "{\"sequence\": " + values.number(1 << values.number(20) + 1) + "}";
        List<HeaderField> fields = new ArrayList<>(List.of(
                new HeaderField("Host", values.address() + ":" + (8_000 + values.number(1_000))),
                new HeaderField("Content-Type", "application/json"),
                new HeaderField("Content-Length", String.valueOf(body.length()))));
        Collections.shuffle(fields, random); // wrk keeps them in a table of Lua, which has no order
        Http1Draft draft = Http1Draft.request("POST", "/ping", false);
        fields.forEach(field -> draft.add(field.name(), field.value()));
        return draft.body(body);
    }

    /** A call of an API through a gateway: 20 fields, one of them a token. */
    Http1Message api() {
        boolean lowerCase = values.oneIn(3);
        String target = "/api/v" + (1 + values.number(3)) + "/" + values.pick(WORDS) + "/" + values.uuid() + "/"
                + values.pick(WORDS) + "?limit=" + (10 + values.number(90)) + "&cursor=" + values.base64(16);
        List<HeaderField> fields = new ArrayList<>(List.of(
                new HeaderField("Authorization", "Bearer " + values.webToken(150 + values.number(60))),
                new HeaderField("Accept", "application/json"),
                new HeaderField("Accept-Encoding", values.pick("gzip", "gzip, deflate", "br, gzip")),
                new HeaderField("Accept-Language", values.language()),
                new HeaderField(
                        "User-Agent", values.pick("okhttp/4.12.", "axios/1.7.", "undici/6.1.") + values.number(9)),
                new HeaderField("X-Request-ID", values.uuid()),
                new HeaderField("X-Correlation-ID", values.uuid()),
                new HeaderField("X-Forwarded-For", values.address() + ", " + values.address()),
                new HeaderField("X-Forwarded-Proto", "https"),
                new HeaderField("X-Forwarded-Host", host()),
                new HeaderField("X-Real-IP", values.address()),
                new HeaderField("X-Tenant-ID", "tenant-" + values.number(500)),
                new HeaderField("X-Api-Version", "2026-0" + (1 + values.number(9)) + "-01"),
                new HeaderField("traceparent", "00-" + values.hex(32) + "-" + values.hex(16) + "-01"),
                new HeaderField("tracestate", "vendor=" + values.hex(16)),
                new HeaderField("If-None-Match", "W/\"" + values.hex(20) + "\""),
                new HeaderField("Cache-Control", values.pick("no-cache", "max-age=0", "no-store")),
                new HeaderField("Connection", "keep-alive"),
                new HeaderField("Via", "1.1 edge-" + values.number(64))));
        Collections.shuffle(fields, random);
        return shuffled(Http1Draft.request("GET", target, lowerCase).add("Host", host()), fields)
                .head();
    }

    /** Adds fields; one in 64 has other white space around its value than the single space. */
    private Http1Draft shuffled(Http1Draft draft, List<HeaderField> fields) {
        for (HeaderField field : fields) {
            if (values.oneIn(64)) {
                draft.add(field.name(), values.pick("", "  ", "\t"), field.value(), values.pick("", " ", "\t "));
            } else {
                draft.add(field.name(), field.value());
            }
        }
        return draft;
    }

    /** One of the requests that a load generator sends without waiting for answers. */
    Http1Message pipelined() {
        return Http1Draft.request("GET", values.oneIn(4) ? "/" + values.pick(WORDS) : "/plaintext", false)
                .add("Host", host())
                .add("Accept", "text/plain,text/html;q=0.9,application/json;q=0.9,*/*;q=0." + (1 + values.number(8)))
                .add("Connection", "keep-alive")
                .addIf(values.oneIn(2), "X-Seq", String.valueOf(values.number(1_000_000)))
                .head();
    }

    /** An upload of unknown length: a large chunk, a line, and so on; an extension now and then, a checksum behind. */
    Http1Message upload() {
        Http1Draft draft = Http1Draft.request("PUT", "/files/" + values.uuid(), values.oneIn(3))
                .add("Host", host())
                .add("User-Agent", "curl/8." + values.number(12) + ".1")
                .add("Accept", "*/*")
                .add("Transfer-Encoding", "chunked")
                .add("Trailer", "X-Checksum")
                .add("Content-Type", values.pick("application/octet-stream", "text/csv", "application/json"))
                .chunks();
        for (int i = 0; i < CHUNKS; i++) {
            int size = 1 + values.number(values.oneIn(3) ? SMALL : LARGE);
            draft.chunk(values.base64(size), values.oneIn(8) ? ";crc=" + values.hex(8) : "");
        }
        return draft.trailer("X-Checksum", values.hex(64));
    }

    /** The head of an answer; without its body, as to HEAD. */
    Http1Message response() {
        String[] status = values.pick(
                        "200 OK",
                        "200 OK",
                        "200 OK",
                        "200 OK",
                        "201 Created",
                        "404 Not Found",
                        "500 Internal Server Error")
                .split(" ", 2);
        return Http1Draft.response(Integer.parseInt(status[0]), status[1], values.oneIn(4))
                .add("Server", values.pick("nginx", "Apache", "envoy"))
                .add("Date", values.date(values.number(100_000)))
                .add("Content-Type", values.pick("application/json; charset=utf-8", "text/html; charset=utf-8"))
                .add("Content-Length", String.valueOf(40 + values.number(300_000)))
                .add("Connection", "keep-alive")
                .add("Cache-Control", values.pick("private, max-age=60, s-maxage=60", "no-store"))
                .addIf(values.oneIn(2), "ETag", "W/\"" + values.hex(40) + "\"")
                .add("X-Request-Id", values.uuid())
                .add("Vary", "Accept-Encoding, Authorization")
                .add("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                .addIf(values.oneIn(4), "Set-Cookie", "session=" + values.base64(43) + "; Path=/; Secure; HttpOnly")
                .head();
    }

    private String host() {
        return values.pick("www", "api", "shop", "app") + values.pick(".example.com", ".example.org", ".example.net");
    }

    private String version() {
        return (128 + values.number(12)) + ".0";
    }
}
