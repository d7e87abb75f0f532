package io.assay.router;

import java.util.List;

/**
 * One registered route. Immutable as far as its value is.
 *
 * @param method the method it was registered for
 * @param template the path template, as it was given
 * @param value what the application keeps there, a handler for instance
 * @param parameterNames names of the parameters in the order of the template, a wildcard's last
 * @param <T> type of the value
 */
public record Route<T>(HttpMethod method, String template, T value, List<String> parameterNames) {
    /** Copies the names. Only a {@link Router} makes routes that can be matched. */
    public Route {
        parameterNames = List.copyOf(parameterNames);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
