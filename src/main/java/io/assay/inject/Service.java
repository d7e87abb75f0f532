package io.assay.inject;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service of a container: one instance of a component, with its properties and its state. Threads: as
 * {@link ServiceContainer}.
 *
 * @param <T> the component's class
 */
public interface Service<T> {
    /** The property that {@link Dependency#qualified} asks for. */
    String QUALIFIER = "qualifier";

    /** Where a service is in its life. */
    enum State {
        /** Nobody wants it to run: its own {@link Service#stop}, or the container is not started. */
        STOPPED,
        /** It lacks a required dependency, or is next in the container's work. */
        WAITING,
        /** The future of its start is not done. */
        STARTING,
        /** It runs, and others may depend on it. */
        ACTIVE,
        /** It waits for those that depend on it to stop, or for the future of its own stop. */
        STOPPING,
        /** Its start failed, or {@link Service#fail} was called, and it has stopped. */
        FAILED,
        /** It is not in the container any more. */
        REMOVED
    }

    /** What it is made of. */
    Component<T> component();

    /** The container it is in. */
    ServiceContainer container();

    /** The component's name and a number that is unique in the container. */
    String name();

    /** The properties it was added with; those of a service made per request are the component's. */
    Map<String, ?> properties();

    /** Where it is in its life. */
    State state();

    /**
     * The instance. A component with dependencies as parameters has one while it runs, any other one from its first start
     * on.
     *
     * @throws ServiceUnavailableException if there is none
     */
    T instance();

    /** For whom it was made: {@link Scope#PER_REQUEST}, and not by {@link ServiceContainer#request}. */
    @Nullable
    Service<?> asking();

    /** Why it is {@link State#FAILED}; null in any other state. */
    @Nullable
    Throwable failure();

    /** The required dependencies that it lacks. Linear in the number of its dependencies. */
    List<Dependency<?>> missing();

    /** Has it run as soon as the container and its dependencies do; also after a failure. Without effect if removed. */
    void start();

    /** Has it stop, after those that depend on it. It stays in the container. Without effect if removed. */
    void stop();

    /** Has it stop, after those that depend on it, and leave the container for good. */
    void remove();

    /** Says that it cannot go on: those that depend on it stop, it stops, and is {@link State#FAILED}. */
    void fail(Throwable cause);
}
