package io.assay.workload;

import java.util.ArrayList;
import java.util.List;

/** What one browser sends to one site: pages, what hangs on them, and calls of scripts, in the order of a page load. */
final class BrowserTraffic {
    private static final String[] SECTIONS = {"products", "orders", "articles", "search", "account", "help"};
    private static final String HTML =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8";

    private final HeaderValues values;
    private final String authority;
    private final String agent;
    private final String brands;
    private final String language;
    private String cookie;
    private String page;

    BrowserTraffic(HeaderValues values) {
        this.values = values;
        authority = values.pick("www", "shop", "app") + "." + values.pick("example.com", "example.org", "example.net");
        agent = values.userAgent();
        brands = "\"Chromium\";v=\"" + (128 + values.number(12)) + "\", \"Not.A/Brand\";v=\"24\"";
        language = values.language();
        cookie = values.cookie();
        page = "/";
    }

    /** The first request of a session: the front page, with whatever cookie the last visit left. */
    List<HeaderField> first() {
        return navigation(
                "/?utm_source=" + values.pick("newsletter", "search", "social") + "&id=" + values.hex(8), "none");
    }

    /** The requests of one page: the page, six resources, three calls of its scripts. */
    List<List<HeaderField>> page() {
        List<List<HeaderField>> requests = new ArrayList<>();
        if (values.oneIn(8)) {
            cookie = values.cookie();
        }
        String next = "/" + values.pick(SECTIONS) + "/" + values.number(100_000);
        requests.add(navigation(next, "same-origin"));
        page = next;
        for (int i = 0; i < 2; i++) {
            requests.add(resource("/static/css/" + values.hex(8) + ".css", "text/css,*/*;q=0.1", "style", "u=0"));
        }
        requests.add(resource("/static/js/app." + values.hex(8) + ".js", "*/*", "script", "u=1"));
        for (int i = 0; i < 3; i++) {
            String image = "/media/" + values.hex(16) + values.pick(".webp", ".avif", ".jpg");
            requests.add(resource(image, "image/avif,image/webp,image/*,*/*;q=0.8", "image", "u=2, i"));
        }
        for (int i = 0; i < 3; i++) {
            requests.add(call());
        }
        return requests;
    }

    private HeaderFields agent(HeaderFields fields) {
        return fields.add("sec-ch-ua", brands)
                .add("sec-ch-ua-mobile", "?0")
                .add("sec-ch-ua-platform", "\"Linux\"")
                .add("user-agent", agent);
    }

    private List<HeaderField> navigation(String path, String site) {
        return agent(HeaderFields.request("GET", authority, path).add("cache-control", "max-age=0"))
                .add("upgrade-insecure-requests", "1")
                .add("accept", HTML)
                .add("sec-fetch-site", site)
                .add("sec-fetch-mode", "navigate")
                .add("sec-fetch-user", "?1")
                .add("sec-fetch-dest", "document")
                .addIf(!site.equals("none"), "referer", referer())
                .add("accept-encoding", "gzip, deflate, br, zstd")
                .add("accept-language", language)
                .add("cookie", cookie)
                .add("priority", "u=0, i")
                .list();
    }

    private List<HeaderField> resource(String path, String accept, String destination, String priority) {
        return agent(HeaderFields.request("GET", authority, path))
                .add("accept", accept)
                .add("sec-fetch-site", "same-origin")
                .add("sec-fetch-mode", "no-cors")
                .add("sec-fetch-dest", destination)
                .add("referer", referer())
                .add("accept-encoding", "gzip, deflate, br, zstd")
                .add("accept-language", language)
                .add("cookie", cookie)
                .addIf(values.oneIn(3), "if-none-match", "\"" + values.hex(32) + "\"")
                .add("priority", priority)
                .list();
    }

    private List<HeaderField> call() {
        boolean post = values.oneIn(3);
        return agent(HeaderFields.request(
                                post ? "POST" : "GET",
                                authority,
                                "/api/v1/" + values.pick(SECTIONS) + "/" + values.number(1_000_000))
                        .addIf(post, "content-length", String.valueOf(20 + values.number(2_000))))
                .addIf(post, "content-type", "application/json")
                .add("x-request-id", values.uuid())
                .add("accept", "application/json, text/plain, */*")
                .addIf(post, "origin", "https://" + authority)
                .add("sec-fetch-site", "same-origin")
                .add("sec-fetch-mode", "cors")
                .add("sec-fetch-dest", "empty")
                .add("referer", referer())
                .add("accept-encoding", "gzip, deflate, br, zstd")
                .add("accept-language", language)
                .add("cookie", cookie)
                .add("priority", "u=1, i")
                .list();
    }

    private String referer() {
        return "https://" + authority + page;
    }
}
