package io.assay.inject;

import io.assay.future.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A container of services. Each runs while the container, its own {@link Service#start} and all its required dependencies
 * let it: those are started before it and stopped after it. All may change at any time; who is concerned is found through
 * an index, and work is linear in the dependencies that are concerned, with constant stack.
 *
 * <p><b>Threads.</b> With a loop ({@link ContainerBuilder#loop}): all calls, to its services too, on the loop's thread or
 * while the loop does not run; they return at once, and what comes of them is done in turns of the loop, at most 256
 * services a turn. Futures of starts and stops may be done by any thread. Without a loop: all calls, and the completion of
 * these futures, by one thread at a time, with hand-over by the user's own means; what comes of a call is done when it
 * returns. A call from inside a service's code returns at once, in both cases.
 */
public final class ServiceContainer {
    final Core core;

    ServiceContainer(ContainerBuilder settings) {
        core = new Core(this, settings);
    }

    /** A container without a loop and with default settings, that is not started. */
    public static ServiceContainer create() {
        return new ServiceContainer(builder());
    }

    /** Settings for a container. */
    public static ContainerBuilder builder() {
        return new ContainerBuilder();
    }

    /**
     * Adds a service, which starts when the container and all its required dependencies run. Of a {@link Scope#PER_REQUEST}
     * component, what is added makes services for those who ask: it is active with the container, and has no instance; when it
     * is removed, so is what it made.
     *
     * @throws DuplicateServiceException if one of its types has a service of its qualifier; or, made per request, is made
     *     per request already
     */
    public <T> Service<T> add(Component<T> component) {
        return added(component, null);
    }

    /**
     * As the other one, with properties of the service's own.
     *
     * @param properties not copied: not to be changed
     */
    public <T> Service<T> add(Component<T> component, Map<String, ?> properties) {
        return added(component, Objects.requireNonNull(properties, "properties"));
    }

    /**
     * Looks whether all services that are there could start together. Linear in services and dependencies.
     *
     * @throws MissingServiceException if nobody offers what one requires
     * @throws AmbiguousServiceException if one asks for one service, and several offer it
     * @throws CyclicDependencyException if some require each other in a circle
     */
    public void verify() {
        core.work.confine();
        new Verification(core).run();
    }

    /**
     * Has all services run that can.
     *
     * @return done when nothing is left to do: each service is active, waits for what is not there, or has failed
     */
    public Future<ServiceContainer> start() {
        return run(true);
    }

    /**
     * Has all services stop, the last that started first. They stay in the container.
     *
     * @return done when nothing is left to do
     */
    public Future<ServiceContainer> stop() {
        return run(false);
    }

    /**
     * The instance of the active service that offers a type.
     *
     * @throws MissingServiceException if nobody offers it, or only what makes it per request: {@link #request}
     * @throws AmbiguousServiceException if several active ones do
     * @throws ServiceUnavailableException if it is not active
     */
    public <D> D get(Class<D> type) {
        core.work.confine();
        Port port = core.knownPort(type);
        return type.cast(one(port, type, null).instance());
    }

    /** As {@link #get(Class)}, with this qualifier. */
    public <D> D get(Class<D> type, String qualifier) {
        core.work.confine();
        Port port = core.knownPort(type);
        Slot slot = port == null ? null : port.known(Service.QUALIFIER, Objects.requireNonNull(qualifier, "qualifier"));
        return type.cast(one(slot, type, qualifier).instance());
    }

    /** The instances of all active services that offer a type, those first that started first. */
    public <D> List<D> all(Class<D> type) {
        core.work.confine();
        List<D> all = new ArrayList<>();
        Port port = core.knownPort(type);
        if (port != null) {
            for (Offer offer = port.firstActive(); offer != null; offer = Slot.nextActive(offer)) {
                all.add(type.cast(offer.service().instance()));
            }
        }
        return all;
    }

    /** The active service that offers a type and started first; null without one. */
    public @Nullable Service<?> find(Class<?> type) {
        core.work.confine();
        Port port = core.knownPort(type);
        Offer first = port == null ? null : port.firstActive();
        return first == null ? null : first.service();
    }

    /**
     * Makes a service of the {@link Scope#PER_REQUEST} component that offers a type and has no qualifier. Who asks removes it.
     *
     * @throws MissingServiceException if there is none
     */
    public Service<?> request(Class<?> type) {
        core.work.confine();
        return request(core.knownPort(type), type.getName());
    }

    /** As the other one, of the component with this qualifier. */
    public Service<?> request(Class<?> type, String qualifier) {
        core.work.confine();
        Port port = core.knownPort(type);
        Slot slot = port == null ? null : port.known(Service.QUALIFIER, Objects.requireNonNull(qualifier, "qualifier"));
        return request(slot, asked(type, qualifier));
    }

    private Service<?> request(@Nullable Slot slot, String asked) {
        Factory factory = slot == null ? null : slot.factory();
        if (factory == null) {
            throw new MissingServiceException("nothing makes " + asked
                    + " per request; add a component of Scope.PER_REQUEST, or get the shared one");
        }
        if (factory.state() != Service.State.ACTIVE) {
            throw new ServiceUnavailableException(factory + ", and makes nothing; start the container first");
        }
        Node product = core.addProduct(factory, null);
        core.work.proceed();
        return product;
    }

    /** All services, those that run in the order in which they started; a copy. */
    public List<Service<?>> services() {
        core.work.confine();
        List<Service<?>> all = new ArrayList<>();
        for (Node service = core.roll.first(); service != null; service = service.after) {
            all.add(service);
        }
        return all;
    }

    /** What there is and what was done so far. */
    public Statistics statistics() {
        return new Statistics(
                core.services, core.active, core.edges, core.edgesVisited, core.steps, core.starts, core.stops);
    }

    @SuppressWarnings("unchecked") // The component makes instances of T.
    private <T> Service<T> added(Component<T> component, @Nullable Map<String, ?> properties) {
        Service<?> service = core.add(component, properties);
        core.work.proceed();
        return (Service<T>) service;
    }

    private Future<ServiceContainer> run(boolean run) {
        core.work.confine();
        core.run(run);
        Future<ServiceContainer> settled = core.work.settled();
        core.work.proceed();
        return settled;
    }

    private static String asked(Class<?> type, String qualifier) {
        return type.getName() + " where qualifier=" + qualifier;
    }

    private static Node one(@Nullable Slot slot, Class<?> type, @Nullable String qualifier) {
        Offer first = slot == null ? null : slot.firstActive();
        if (slot != null && first != null && Slot.nextActive(first) == null) {
            return first.service();
        }
        String asked = qualifier == null ? type.getName() : asked(type, qualifier);
        if (first != null) {
            throw new AmbiguousServiceException(
                    "several active services offer " + asked + "; get it by qualifier, or all of them");
        }
        if (slot != null && slot.first() != null) {
            throw new ServiceUnavailableException(
                    slot.first().service() + ", so there is no " + asked + " at this time");
        }
        throw new MissingServiceException("nobody offers " + asked
                + (slot != null && slot.factory() != null
                        ? " but per request; use request, and remove what it gives"
                        : "; add a component that does"));
    }
}
