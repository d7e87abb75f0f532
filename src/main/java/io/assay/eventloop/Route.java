package io.assay.eventloop;

import io.assay.containers.ObjectList;
import org.jspecify.annotations.Nullable;

/** Who sees events of one class, in order. Never changes, so that a registration leaves the event in hand alone. */
final class Route {
    /** The handler, where one and nobody else sees the event; else {@code null}. */
    final @Nullable Handler<Object> only;

    private final ObjectList<Handler<Object>> handlers;
    private final ObjectList<Interceptor<Object>> interceptors;

    Route(ObjectList<Handler<Object>> handlers, ObjectList<Interceptor<Object>> interceptors) {
        this.handlers = handlers;
        this.interceptors = interceptors;
        this.only = handlers.size() == 1 && interceptors.isEmpty() ? handlers.get(0) : null;
    }

    void dispatch(Object event, FailureHandler failures) {
        int passed = 0;
        boolean goesOn = true;
        while (goesOn && passed < interceptors.size()) {
            try {
                goesOn = interceptors.get(passed).before(event);
                passed++;
            } catch (Throwable failure) {
                goesOn = false;
                failures.failed(event, failure);
            }
        }
        int called = 0;
        while (goesOn && called < handlers.size()) {
            try {
                handlers.get(called++).handle(event);
            } catch (Throwable failure) {
                failures.failed(event, failure);
            }
        }
        while (passed > 0) {
            try {
                interceptors.get(--passed).after(event, called);
            } catch (Throwable failure) {
                failures.failed(event, failure);
            }
        }
    }
}
