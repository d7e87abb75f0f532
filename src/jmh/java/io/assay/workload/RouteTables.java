package io.assay.workload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** The route tables that routers are measured on. */
final class RouteTables {
    private static final String[] WORDS = {
        "accounts", "alerts", "articles", "assets", "bookings", "branches", "budgets", "campaigns", "carts", "channels",
        "claims", "comments", "contacts", "coupons", "devices", "documents", "events", "exports", "feeds", "filters",
        "groups", "images", "invoices", "jobs", "keys", "labels", "ledgers", "listings", "locations", "members",
        "messages", "metrics", "notes", "offers", "orders", "payments", "plans", "policies", "products", "profiles",
        "quotes", "refunds", "regions", "reports", "reviews", "routes", "sessions", "shipments", "tasks", "tickets"
    };
    private static final String[] SERVICES = {
        "billing", "catalog", "crm", "delivery", "fleet", "identity", "insights", "media", "payroll", "search"
    };
    private static final int WANTED_LITERALS = 500;

    private RouteTables() {}

    /** GitHub's REST API: 1,223 operations. */
    static RouteTable github() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RouteTables.class.getResourceAsStream("github-routes.txt"), "github-routes.txt"),
                StandardCharsets.US_ASCII))) {
            return RouteTable.of(
                    "github",
                    lines.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Twenty routes of a shop. */
    static RouteTable small() {
        return RouteTable.of(
                "small",
                List.of(
                        "GET /",
                        "GET /health",
                        "GET /metrics",
                        "POST /login",
                        "POST /logout",
                        "GET /static/*filepath",
                        "GET /api/v1/users",
                        "POST /api/v1/users",
                        "GET /api/v1/users/{user_id}",
                        "PUT /api/v1/users/{user_id}",
                        "DELETE /api/v1/users/{user_id}",
                        "GET /api/v1/users/{user_id}/orders",
                        "POST /api/v1/users/{user_id}/orders",
                        "GET /api/v1/users/{user_id}/orders/{order_id}",
                        "GET /api/v1/users/{user_id}/orders/{order_id}/items/{item_id}",
                        "GET /api/v1/products",
                        "GET /api/v1/products/search",
                        "GET /api/v1/products/{product_id}",
                        "PATCH /api/v1/products/{product_id}",
                        "POST /api/v1/products/{product_id}/reviews"));
    }

    /**
     * A gateway in front of many services, ten routes a collection. Every route has a parameter, so that as many
     * distinct requests exist at 100 routes as at 10,000.
     *
     * @param size number of routes, a multiple of 10
     */
    static RouteTable large(int size) {
        // The same service and shape sequence at any size: a small table is a fair sample of a large one.
        Random random = Seeds.random("large routes");
        List<String> lines = new ArrayList<>(size);
        for (int i = 0; lines.size() < size; i++) {
            int collection = i / SERVICES.length;
            String service = SERVICES[i % SERVICES.length] + (collection < WORDS.length ? "" : "-eu");
            String scope = random.nextBoolean() ? "/accounts/{account_id}" : "/orgs/{org}";
            String items = "/" + service + "/v" + (1 + random.nextInt(3)) + scope + "/"
                    + WORDS[(collection + 7 * (i % SERVICES.length)) % WORDS.length];
            String item = items + "/{item_id}";
            String children = item + "/" + WORDS[random.nextInt(WORDS.length)];
            String child = children + "/{child_id}";
            lines.addAll(List.of("GET " + items, "POST " + items, "GET " + item, "PUT " + item, "PATCH " + item));
            lines.addAll(List.of(
                    "DELETE " + item, "GET " + children, "POST " + children, "GET " + child, "DELETE " + child));
        }
        return RouteTable.of("large-" + size, lines);
    }

    /** 500 literal routes: pages and actions of a site. */
    static RouteTable literals() {
        List<String> lines = new ArrayList<>();
        for (String area : new String[] {"docs", "admin", "api/v1", "help/en"}) {
            for (String word : WORDS) {
                lines.add("GET /" + area + "/" + word);
                lines.add("GET /" + area + "/" + word + "/search");
                lines.add("POST /" + area + "/" + word + "/import");
            }
        }
        Collections.shuffle(lines, Seeds.random("literal routes"));
        List<String> kept = new ArrayList<>(List.of(
                "GET /",
                "GET /favicon.ico",
                "GET /robots.txt",
                "GET /health",
                "GET /login",
                "POST /login",
                "GET /about"));
        kept.addAll(lines.subList(0, WANTED_LITERALS - kept.size()));
        return RouteTable.of("literals", kept);
    }
}
