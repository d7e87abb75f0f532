package io.assay.net.serve;

import io.assay.json.JsonTypes;
import java.util.List;

/**
 * An application that all servers serve: routes, and one function from a body to an answer. Thread-safe. JSON is read and
 * written by the same codec everywhere, so that servers are compared, not JSON libraries.
 */
public interface WebApp {
    /** Its routes, without parameters. */
    List<Route> routes();

    /** What its JSON is made of. */
    JsonTypes json();

    /**
     * The answer's object, or {@link Reply#BAD_REQUEST}.
     *
     * @param body what was read as the route's type
     */
    interface Action {
        /** The answer to what was read; nothing was where the route reads nothing. */
        Object answer(Object body);
    }

    /**
     * One route.
     *
     * @param reads what its body is; {@code Void} where it has none
     */
    record Route(String method, String path, Class<?> reads, Action action) {}
}
