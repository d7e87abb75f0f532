package io.assay.inject;

import io.assay.containers.Containers;
import io.assay.containers.ObjectMap;
import io.assay.inject.Service.State;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a container is made of, and what its users can have done to a service; the doing is {@link Transitions}. */
final class Core {
    final ServiceContainer container;
    final Policy whenFailed;
    final Policy whenLost;
    final Failures failures;
    final Work work;
    final Wiring wiring = new Wiring(this);
    final Callbacks callbacks = new Callbacks(this);
    final FailureSpread spread = new FailureSpread(this);
    final Transitions transitions = new Transitions(this);
    final Roll roll = new Roll();
    /** Why services have failed or are about to. */
    final ObjectMap<Node, Throwable> causes = Containers.ACTIVE.objectMap(0);

    private final ObjectMap<Class<?>, Port> ports;

    boolean running;
    private int ids;
    int verifications;

    long services;
    long active;
    long edges;
    long edgesVisited;
    long steps;
    long starts;
    long stops;

    Core(ServiceContainer container, ContainerBuilder settings) {
        this.container = container;
        whenFailed = settings.whenFailed;
        whenLost = settings.whenLost;
        failures = new Failures(settings.failures);
        work = new Work(this, settings.loop);
        ports = Containers.ACTIVE.objectMap(settings.size());
    }

    private Port port(Class<?> type) {
        Port port = ports.get(type);
        if (port == null) {
            port = new Port(this, type);
            ports.put(type, port);
        }
        return port;
    }

    /** The slot of a dependency, made if it is not there. */
    Slot slot(Dependency<?> asking) {
        return port(asking.type).slot(asking);
    }

    /** The port if anybody offers the type or asks for it. */
    @Nullable
    Port knownPort(Class<?> type) {
        return ports.get(type);
    }

    /** Forgets a question that nobody asks, and a type with the last one about it: it would hold the type's class loader. */
    void dropIfUnused(Slot slot) {
        Port port = slot.port();
        if (slot instanceof Slot.ByValue question) {
            port.dropIfUnused(question);
        }
        if (port.isUnused() && ports.get(port.type) == port) {
            ports.remove(port.type);
        }
    }

    /** How many slots of ports, and causes, are kept; what has come and gone must not stay in it. */
    long held() {
        long[] held = {causes.size()};
        ports.forEachEntry((type, port) -> held[0] += port.slotCount());
        return held[0];
    }

    // ---- coming and going

    @SuppressWarnings("unchecked") // A node treats instances as objects; who gets them out says again what they are.
    Node add(Component<?> component, @Nullable Map<String, ?> properties) {
        Objects.requireNonNull(component, "component");
        work.confine();
        Shared service = Shared.of((Component<Object>) component, ids + 1, properties);
        refuseDuplicate(service);
        ids++;
        for (int i = 0; i < component.offerCount(); i++) {
            port(component.offer(i)).register(service);
        }
        service.makeEdges(this);
        enroll(service);
        return service;
    }

    /** Makes a service for who asks, by a factory. */
    Product addProduct(Factory factory, @Nullable Edge asker) {
        Product product = new Product(factory, ++ids, asker);
        factory.add(product);
        product.makeEdges(this);
        enroll(product);
        return product;
    }

    private void enroll(Node service) {
        roll.add(service);
        services++;
        if (running) {
            transitions.become(service, State.WAITING);
            work.add(service);
        }
    }

    /** Takes a service that has no edges, and is in no slot any more, out. */
    void strikeOut(Node service) {
        roll.remove(service);
        causes.remove(service);
        services--;
    }

    private void refuseDuplicate(Node service) {
        Object qualifier = service.property(Service.QUALIFIER);
        boolean factory = service.is(Node.FACTORY);
        if (qualifier == null && !factory) {
            return;
        }
        Component<?> component = service.component;
        for (int i = 0; i < component.offerCount(); i++) {
            Port port = knownPort(component.offer(i));
            Slot taken = port == null ? null : port.known(Service.QUALIFIER, qualifier);
            if (taken == null) {
                continue;
            }
            Node other = taken.factory();
            if (other == null && !factory && taken.first() != null) {
                other = Objects.requireNonNull(taken.first()).service();
            }
            if (other != null) {
                throw new DuplicateServiceException(service.name() + " offers " + taken
                        + (factory ? " per request" : "") + ", as " + other.name()
                        + " does; give it another qualifier, or remove that one first");
            }
        }
    }

    // ---- what users ask of a service

    void start(Node service) {
        work.confine();
        if (service.state() == State.REMOVED || service.is(Node.REMOVING)) {
            return;
        }
        service.set(Node.WANTED);
        if (service.is(Node.BROKEN)) {
            // It was told to fail before: that is done first, and this after it, as if each had been done at once.
            service.set(Node.RETRYING);
        } else if (service.state() == State.FAILED) {
            recover(service);
        } else if (service.state() == State.STOPPED) {
            transitions.become(service, running ? State.WAITING : State.STOPPED);
        }
        lookAt(service);
    }

    /** Has one that has failed begin anew. */
    void recover(Node service) {
        service.clear(Node.RETRYING);
        spread.forgive(service);
        transitions.become(service, service.wantsToRun() ? State.WAITING : State.STOPPED);
        work.add(service);
    }

    void stop(Node service) {
        work.confine();
        service.clear(Node.WANTED);
        lookAt(service);
    }

    void remove(Node service) {
        work.confine();
        service.set(Node.REMOVING);
        lookAt(service);
    }

    void fail(Node service, Throwable cause) {
        work.confine();
        if (service.is(Node.RETRYING)) {
            // Told to fail, to start, and to fail: it need not start in between. If it is not broken any more, this is
            // the
            // listener that is told the first cause.
            service.clear(Node.RETRYING);
            Throwable first = Objects.requireNonNull(causes.get(service));
            causes.put(service, cause);
            failures.report(service, service.is(Node.BROKEN) ? first : cause);
        } else if (!hasFailed(service)) {
            breakDown(service, cause);
        }
        work.proceed();
    }

    private void lookAt(Node service) {
        if (service.state() != State.REMOVED) {
            transitions.countPending(service);
            work.add(service);
            work.proceed();
        }
    }

    private static boolean hasFailed(Node service) {
        return service.is(Node.BROKEN) || service.state() == State.FAILED || service.state() == State.REMOVED;
    }

    /** Marks a service as one that has to fail. What goes wrong with one that has to already is reported on its own. */
    void breakDown(Node service, Throwable cause) {
        if (hasFailed(service)) {
            failures.report(service, cause);
            return;
        }
        service.set(Node.BROKEN);
        causes.put(service, cause);
        work.add(service);
    }

    /** Lets the services run, or has them stop, the last that started first. */
    void run(boolean run) {
        running = run;
        for (Node service = roll.last(); service != null && !run; service = service.before) {
            transitions.countPending(service);
            work.add(service);
        }
        for (Node service = roll.first(); service != null && run; service = service.after) {
            if (service.state() == State.STOPPED && service.is(Node.WANTED)) {
                transitions.become(service, State.WAITING);
            }
            transitions.countPending(service);
            work.add(service);
        }
    }
}
