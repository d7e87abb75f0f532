package io.assay.eventloop;

import io.assay.containers.Containers;
import io.assay.containers.ObjectList;
import io.assay.containers.ObjectMap;
import org.jspecify.annotations.Nullable;

/**
 * Who handles which type. Routes are made once for each class of event, so that dispatching walks no list of registrations:
 * it compares the class with the last one's, and looks it up where they differ.
 */
final class Dispatcher {
    /** Classes made at run time must not be held for ever; routes of so many are dropped and made again. */
    private static final int MOST_ROUTES = 4_096;

    /** No record: the same handler may be registered twice for the same type, and is then called twice. */
    private static final class Registered<T> {
        final Class<?> type;
        final T target;

        Registered(Class<?> type, T target) {
            this.type = type;
            this.target = target;
        }
    }

    private final FailureHandler failures;
    private final ObjectList<Registered<Handler<Object>>> handlers = Containers.ACTIVE.objectList(8);
    private final ObjectList<Registered<Interceptor<Object>>> interceptors = Containers.ACTIVE.objectList(4);
    private final ObjectMap<Class<?>, Route> routes = Containers.ACTIVE.objectMap(64);

    private @Nullable Class<?> lastType;
    private @Nullable Route lastRoute;

    Dispatcher(FailureHandler failures) {
        this.failures = failures;
    }

    void dispatch(Object event) {
        Class<?> type = event.getClass();
        Route route = lastRoute;
        if (type != lastType || route == null) {
            route = routes.get(type);
            if (route == null) {
                route = route(type);
                routes.put(type, route);
            }
            lastType = type;
            lastRoute = route;
        }
        Handler<Object> only = route.only;
        if (only == null) {
            route.dispatch(event, failures);
            return;
        }
        try {
            only.handle(event);
        } catch (Throwable failure) {
            failures.failed(event, failure);
        }
    }

    /** Adds a handler; returns what takes it out. */
    @SuppressWarnings("unchecked") // given events of its type only
    Runnable handle(Class<?> type, Handler<?> handler) {
        return add(handlers, new Registered<>(type, (Handler<Object>) handler));
    }

    /** Adds an interceptor; returns what takes it out. */
    @SuppressWarnings("unchecked") // given events of its type only
    Runnable intercept(Class<?> type, Interceptor<?> interceptor) {
        return add(interceptors, new Registered<>(type, (Interceptor<Object>) interceptor));
    }

    private <T> Runnable add(ObjectList<Registered<T>> list, Registered<T> registered) {
        list.add(registered);
        forget();
        return () -> {
            list.remove(registered);
            forget();
        };
    }

    private void forget() {
        routes.clear();
        lastType = null;
        lastRoute = null;
    }

    private Route route(Class<?> type) {
        if (routes.size() >= MOST_ROUTES) {
            routes.clear();
        }
        ObjectList<Handler<Object>> called = Containers.ACTIVE.objectList(4);
        if (Runnable.class.isAssignableFrom(type)) {
            called.add(event -> ((Runnable) event).run());
        }
        called(handlers, type, called);
        ObjectList<Interceptor<Object>> asked = Containers.ACTIVE.objectList(4);
        called(interceptors, type, asked);
        return new Route(called, asked);
    }

    private static <T> void called(ObjectList<Registered<T>> all, Class<?> type, ObjectList<T> called) {
        all.forEach(registered -> {
            if (registered.type.isAssignableFrom(type)) {
                called.add(registered.target);
            }
        });
    }
}
