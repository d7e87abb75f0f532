package io.assay.inject;

import io.assay.eventloop.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings and first services of a {@link ServiceContainer}; each setting has a default. */
public final class ContainerBuilder {
    @Nullable
    EventLoop loop;

    Policy whenFailed = Policy.WAIT;
    Policy whenLost = Policy.WAIT;

    @Nullable
    FailureListener failures;

    private final List<Added> services = new ArrayList<>();

    private record Added(Component<?> component, @Nullable Map<String, ?> properties) {}

    ContainerBuilder() {}

    /** How many services there will be to begin with. */
    int size() {
        return services.size();
    }

    /** The loop that the container works on; by default none: it works in the calls of its user. */
    public ContainerBuilder loop(EventLoop ownLoop) {
        loop = Objects.requireNonNull(ownLoop, "ownLoop");
        return this;
    }

    /** What becomes of services when all who could be their required dependency have failed; by default they wait. */
    public ContainerBuilder whenFailed(Policy policy) {
        whenFailed = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** What becomes of running services when a required dependency leaves; by default they stop and wait. */
    public ContainerBuilder whenLost(Policy policy) {
        whenLost = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Who hears of failures; by default the thread's handler of uncaught exceptions. */
    public ContainerBuilder failures(FailureListener listener) {
        failures = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /** Adds a service, or what makes services per request. */
    public ContainerBuilder add(Component<?> component) {
        services.add(new Added(Objects.requireNonNull(component, "component"), null));
        return this;
    }

    /** Adds a service with properties. */
    public ContainerBuilder add(Component<?> component, Map<String, ?> properties) {
        services.add(new Added(
                Objects.requireNonNull(component, "component"), Objects.requireNonNull(properties, "properties")));
        return this;
    }

    /**
     * Makes the container, which is not started, and looks whether all its services can start:
     * {@link ServiceContainer#verify}.
     *
     * @throws DuplicateServiceException as {@link ServiceContainer#add(Component)}
     * @throws MissingServiceException as {@link ServiceContainer#verify}
     * @throws AmbiguousServiceException as {@link ServiceContainer#verify}
     * @throws CyclicDependencyException as {@link ServiceContainer#verify}
     */
    public ServiceContainer build() {
        ServiceContainer container = new ServiceContainer(this);
        for (Added added : services) {
            container.core.add(added.component(), added.properties());
        }
        container.verify();
        return container;
    }
}
