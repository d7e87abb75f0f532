package io.assay.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request is meant to find, and how such requests are made from a route table. */
public enum RequestKind {
    /** Every route, shuffled, again and again with other values. */
    HIT(0, Integer.MAX_VALUE) {
        @Override
        Request make(RouteSpec route, String path, PlainRouter reference, Random random) {
            return ask(route.method(), path, reference);
        }

        @Override
        boolean fits(Request request, RouteSpec route) {
            // A value may happen to be a sibling's literal; then the path is not this route's.
            return request.answer().route() == route.index();
        }
    },
    /** Paths near a route that no template matches: a misspelt segment, one too many, one too few, a scanner's probe. */
    MISS(RouterRequests.NOT_FOUND, RouterRequests.NOT_FOUND) {
        @Override
        Request make(RouteSpec route, String path, PlainRouter reference, Random random) {
            String missing = switch (random.nextInt(8)) {
                case 0 -> "/" + PROBES[random.nextInt(PROBES.length)] + random.nextInt(1_000);
                case 1, 2 -> path + (path.length() > 1 ? "/" : "") + TAILS[random.nextInt(TAILS.length)];
                case 3, 4 -> path.substring(0, Math.max(1, path.lastIndexOf('/')));
                default -> misspelt(route, path, random);
            };
            return ask(route.method(), missing, reference);
        }
    },
    /** Paths of routes with a method that none of the matching templates serves. */
    WRONG_METHOD(RouterRequests.METHOD_NOT_ALLOWED, RouterRequests.METHOD_NOT_ALLOWED) {
        @Override
        Request make(RouteSpec route, String path, PlainRouter reference, Random random) {
            return ask(METHODS[random.nextInt(METHODS.length)], path, reference);
        }
    };

    /** A method, a path without query, and the right answer. */
    record Request(RequestMethod method, String path, PlainRouter.Answer answer) {}

    private static final RequestMethod[] METHODS = RequestMethod.values();
    private static final String[] PROBES = {"wp-login.php", "phpmyadmin", ".env", "cgi-bin", "backup.zip", "actuator"};
    private static final String[] TAILS = {"edit", "details", "raw", "history", "index.html"};
    /** Tries for a request that is right and new before an old one is repeated (literal routes have only one path). */
    private static final int TRIES = 16;

    private final int lowest;
    private final int highest;

    RequestKind(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** Tries to make a request of this kind from a path of the route; chance may make one of another kind. */
    abstract Request make(RouteSpec route, String path, PlainRouter reference, Random random);

    /** Whether the request made is of this kind. */
    boolean fits(Request request, RouteSpec route) {
        return answeredBy(request.answer().route());
    }

    /** Whether an answer is of this kind, be it the right one or not: work that was asked for and done. */
    public final boolean answeredBy(int answer) {
        return answer >= lowest && answer <= highest;
    }

    /**
     * Makes requests, all distinct as far as the routes allow it.
     *
     * @param count how many
     */
    List<Request> requests(RouteTable table, int count) {
        Random random = Seeds.random(table.name() + " " + name());
        ParameterValues values = new ParameterValues(random);
        PlainRouter reference = new PlainRouter(table);
        List<RouteSpec> order = new ArrayList<>(table.routes());
        Set<String> seen = new HashSet<>(2 * count);
        List<Request> requests = new ArrayList<>(count);
        while (requests.size() < count) {
            Collections.shuffle(order, random);
            for (int i = 0; i < order.size() && requests.size() < count; i++) {
                Request request = draw(order.get(i), values, reference, random, seen);
                if (request != null) {
                    requests.add(request);
                }
            }
        }
        return requests;
    }

    private @Nullable Request draw(
            RouteSpec route, ParameterValues values, PlainRouter reference, Random random, Set<String> seen) {
        Request last = null;
        for (int i = 0; i < TRIES; i++) {
            List<String> drawn = new ArrayList<>();
            for (String name : route.template().names()) {
                drawn.add(values.draw(name));
            }
            Request request = make(route, route.template().fill(drawn), reference, random);
            if (fits(request, route)) {
                last = request;
                if (seen.add(request.method() + request.path()) || (this == HIT && drawn.isEmpty())) {
                    return request;
                }
            }
        }
        return last;
    }

    private static Request ask(RequestMethod method, String path, PlainRouter reference) {
        return new Request(method, path, reference.match(method, path));
    }

    private static String misspelt(RouteSpec route, String path, Random random) {
        String[] segments = path.substring(1).split("/", -1);
        int at = random.nextInt(
                Math.min(segments.length, route.template().segments().size()));
        segments[at] = segments[at].length() < 2
                ? segments[at] + "x"
                : segments[at].charAt(1) + segments[at].substring(0, 1) + segments[at].substring(2);
        return "/" + String.join("/", segments);
    }
}
