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
    HIT {
        @Override
        RouterRequests.@Nullable Line make(RouteSpec route, String path, PlainRouter reference, Random random) {
            // A value may happen to be a sibling's literal; then the path is not this route's.
            return reference.match(route.method(), path).route() == route.index()
                    ? new RouterRequests.Line(route.method(), path)
                    : null;
        }
    },
    /** Paths near a route that no template matches: a misspelt segment, one too many, one too few, a scanner's probe. */
    MISS {
        @Override
        RouterRequests.@Nullable Line make(RouteSpec route, String path, PlainRouter reference, Random random) {
            String missing = switch (random.nextInt(8)) {
                case 0 -> "/" + PROBES[random.nextInt(PROBES.length)] + random.nextInt(1_000);
                case 1, 2 -> path + (path.length() > 1 ? "/" : "") + TAILS[random.nextInt(TAILS.length)];
                case 3, 4 -> path.substring(0, Math.max(1, path.lastIndexOf('/')));
                default -> misspelt(route, path, random);
            };
            return reference.match(route.method(), missing).route() == RouterRequests.NOT_FOUND
                    ? new RouterRequests.Line(route.method(), missing)
                    : null;
        }
    },
    /** Paths of routes with a method that none of the matching templates serves. */
    WRONG_METHOD {
        @Override
        RouterRequests.@Nullable Line make(RouteSpec route, String path, PlainRouter reference, Random random) {
            RequestMethod method = METHODS[random.nextInt(METHODS.length)];
            return reference.match(method, path).route() == RouterRequests.METHOD_NOT_ALLOWED
                    ? new RouterRequests.Line(method, path)
                    : null;
        }
    };

    private static final RequestMethod[] METHODS = RequestMethod.values();
    private static final String[] PROBES = {"wp-login.php", "phpmyadmin", ".env", "cgi-bin", "backup.zip", "actuator"};
    private static final String[] TAILS = {"edit", "details", "raw", "history", "index.html"};
    /** Tries for a request that is right and new before an old one is repeated (literal routes have only one path). */
    private static final int TRIES = 16;

    /** A request of this kind from a path of the route, or null where chance made one of another kind. */
    abstract RouterRequests.@Nullable Line make(RouteSpec route, String path, PlainRouter reference, Random random);

    /**
     * Makes requests, all distinct as far as the routes allow it.
     *
     * @param count how many
     */
    List<RouterRequests.Line> lines(RouteTable table, int count) {
        Random random = Seeds.random(table.name() + " " + name());
        ParameterValues values = new ParameterValues(random);
        PlainRouter reference = new PlainRouter(table);
        List<RouteSpec> order = new ArrayList<>(table.routes());
        Set<RouterRequests.Line> seen = new HashSet<>(2 * count);
        List<RouterRequests.Line> lines = new ArrayList<>(count);
        while (lines.size() < count) {
            Collections.shuffle(order, random);
            for (int i = 0; i < order.size() && lines.size() < count; i++) {
                RouterRequests.Line line = draw(order.get(i), values, reference, random, seen);
                if (line != null) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    private RouterRequests.@Nullable Line draw(
            RouteSpec route,
            ParameterValues values,
            PlainRouter reference,
            Random random,
            Set<RouterRequests.Line> seen) {
        RouterRequests.Line last = null;
        for (int i = 0; i < TRIES; i++) {
            List<String> drawn =
                    route.template().names().stream().map(values::draw).toList();
            RouterRequests.Line line = make(route, route.template().fill(drawn), reference, random);
            if (line != null) {
                last = line;
                if (seen.add(line) || (this == HIT && drawn.isEmpty())) {
                    return line;
                }
            }
        }
        return last;
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
