package io.jooby.internal;

import io.jooby.Route;
import io.jooby.Router;

/** Opens Jooby's package-private route tree; {@code RouterImpl} uses it in the same way. */
public final class JoobyTree {
    private final Chi tree = new Chi();

    /** Adds a route as {@code RouterImpl.newRoute} does. */
    public void insert(Route route) {
        route.setPathKeys(Router.pathKeys(route.getPattern()));
        tree.insert(route);
    }

    /** Finds the route of a request; also a miss gives a match, with {@code matches()} false and the error's handler. */
    public Router.Match find(String method, String path) {
        return tree.find(method, path);
    }
}
