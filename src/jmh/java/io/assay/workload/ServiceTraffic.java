package io.assay.workload;

import java.util.ArrayList;
import java.util.List;

/** What services send each other: responses of an API, gRPC calls, calls with secrets, and a proxy's mixture of clients. */
final class ServiceTraffic {
    private static final int CRUMBS = 40;
    private static final int CLIENTS = 64;
    private static final int CALLS_A_TOKEN = 32;

    private final HeaderValues values;

    ServiceTraffic(HeaderValues values) {
        this.values = values;
    }

    /** Responses of a JSON API; date, length, tag, request id and quota change, the rest stays. */
    List<List<HeaderField>> responses(int count) {
        List<List<HeaderField>> blocks = new ArrayList<>();
        int quota = 5_000;
        for (int i = 0; i < count; i++) {
            String status = values.pick("200", "200", "200", "200", "200", "201", "204", "304", "404");
            boolean body = !status.equals("204") && !status.equals("304");
            quota = quota == 0 ? 5_000 : quota - 1;
            blocks.add(HeaderFields.response(status)
                    .add("server", "nginx")
                    .add("date", values.date(i / 12))
                    .addIf(body, "content-type", "application/json; charset=utf-8")
                    .addIf(body, "content-length", String.valueOf(40 + values.number(30_000)))
                    .add("cache-control", status.equals("200") ? "private, max-age=60, s-maxage=60" : "no-store")
                    .add("etag", "W/\"" + values.hex(40) + "\"")
                    .addIf(status.equals("201"), "location", "/api/v1/orders/" + values.number(10_000_000))
                    .add("x-request-id", values.uuid())
                    .add("x-ratelimit-limit", "5000")
                    .add("x-ratelimit-remaining", String.valueOf(quota))
                    .add("vary", "Accept, Accept-Encoding, Authorization")
                    .add("strict-transport-security", "max-age=31536000; includeSubdomains; preload")
                    .add("x-content-type-options", "nosniff")
                    .addIf(
                            values.oneIn(40),
                            "set-cookie",
                            "session=" + values.base64(43) + "; Path=/; Secure; HttpOnly")
                    .list());
        }
        return blocks;
    }

    /** gRPC calls of one client: ten methods, a token for all, a trace and a deadline for each. */
    List<List<HeaderField>> grpc(int count) {
        List<List<HeaderField>> blocks = new ArrayList<>();
        String token = "Bearer " + values.webToken(280);
        for (int i = 0; i < count; i++) {
            String method = values.pick("Get", "List", "Create", "Update", "Watch") + values.pick("Order", "Customer");
            blocks.add(HeaderFields.request("POST", "orders.internal:8443", "/shop.orders.v1.Orders/" + method)
                    .add("content-type", "application/grpc")
                    .add("te", "trailers")
                    .add("user-agent", "grpc-java-netty/1.71.0")
                    .add("grpc-accept-encoding", "gzip")
                    .add("grpc-timeout", (4_900_000 + values.number(100_000)) + "u")
                    .add("authorization", token)
                    .add("traceparent", "00-" + values.hex(32) + "-" + values.hex(16) + "-01")
                    .add("x-tenant", "tenant-" + values.number(12))
                    .list());
        }
        return blocks;
    }

    /** Requests with a cookie of some 5 kB, larger than a table of 4,096 bytes; one crumb of it changes now and then. */
    List<List<HeaderField>> largeCookies(int count) {
        String[] crumbs = new String[CRUMBS];
        for (int i = 0; i < CRUMBS; i++) {
            crumbs[i] = "app_" + values.hex(6) + "=" + values.base64(90 + values.number(40));
        }
        List<List<HeaderField>> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (values.oneIn(4)) {
                int crumb = values.number(CRUMBS);
                crumbs[crumb] = crumbs[crumb].substring(0, 11) + values.base64(90 + values.number(40));
            }
            blocks.add(HeaderFields.request("GET", "portal.example.com", "/api/v2/widgets/" + values.number(500))
                    .add("accept", "application/json")
                    .add("accept-encoding", "gzip, deflate, br")
                    .add("cookie", String.join("; ", crumbs))
                    .list());
        }
        return blocks;
    }

    /** Calls whose token, key and cookie must not enter a table; the token is renewed from time to time. */
    List<List<HeaderField>> secrets(int count) {
        List<List<HeaderField>> blocks = new ArrayList<>();
        String key = values.hex(40);
        String cookie = "session=" + values.base64(86);
        String token = "";
        for (int i = 0; i < count; i++) {
            if (i % CALLS_A_TOKEN == 0) {
                token = "Bearer " + values.webToken(280);
            }
            blocks.add(
                    HeaderFields.request("GET", "bank.example.com", "/accounts/" + values.number(40) + "/transactions")
                            .add("accept", "application/json")
                            .add("accept-encoding", "gzip")
                            .add("user-agent", "okhttp/4.12.0")
                            .secret("authorization", token)
                            .secret("x-api-key", key)
                            .secret("cookie", cookie)
                            .list());
        }
        return blocks;
    }

    /** A proxy's connection to its backend: 64 clients in random order, so that each field was evicted when it returns. */
    List<List<HeaderField>> mixture(int count) {
        List<HeaderField[]> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new HeaderField[] {
                new HeaderField("user-agent", values.userAgent()),
                new HeaderField("accept-language", values.language()),
                new HeaderField("cookie", values.cookie()),
                new HeaderField("x-forwarded-for", values.address()),
                new HeaderField("x-client-id", values.uuid())
            });
        }
        List<List<HeaderField>> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HeaderFields fields = HeaderFields.request("GET", "backend:8443", "/v1/items/" + values.number(1_000_000))
                    .add("x-forwarded-proto", "https")
                    .add("via", "2 edge-" + values.number(8));
            for (HeaderField field : clients.get(values.number(CLIENTS))) {
                fields.add(field.name(), field.value());
            }
            blocks.add(fields.list());
        }
        return blocks;
    }

    /** Responses of one field each, all of them in the static table. */
    List<List<HeaderField>> statuses(int count) {
        List<List<HeaderField>> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(HeaderFields.response(values.pick("200", "204", "206", "304", "400", "404", "500"))
                    .list());
        }
        return blocks;
    }
}
