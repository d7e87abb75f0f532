package com.linecorp.armeria.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Opens Armeria's package-private router, as {@code Routers.ofVirtualHost} puts it together, without the cache in front
 * and without a server around.
 */
public final class ArmeriaTrie {
    private ArmeriaTrie() {}

    /**
     * Builds the router.
     *
     * @param values what routes lead to, in order of registration
     * @param routeOf the route of a value
     */
    public static <V> Router<V> build(List<V> values, Function<V, Route> routeOf) {
        List<Router<V>> routers = Routers.routers(
                new ArrayList<>(values),
                null,
                null,
                routeOf,
                (route, existing) -> {
                    throw new IllegalArgumentException(route + " conflicts with " + existing);
                },
                false);
        return new CompositeRouter<>(routers, Function.identity());
    }
}
