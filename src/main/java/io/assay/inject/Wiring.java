package io.assay.inject;

import io.assay.inject.Edge.Place;
import io.assay.inject.Service.State;
import java.util.List;

/** Who has whom: moves edges between their lists, and tells the instances. Never starts or stops anything itself. */
final class Wiring {
    private final Core core;
    private final RequestCircles circles;

    Wiring(Core core) {
        this.core = core;
        circles = new RequestCircles(core);
    }

    // ---- the consumer's side

    /** Makes a service's edges, and finds what is there for them. */
    void attach(Node service) {
        if (service.edgeCount() == 0 || service.is(Node.FACTORY)) {
            service.set(Node.ATTACHED);
            return;
        }
        int count = service.edgeCount();
        core.edges += count;
        for (int i = 0; i < count; i++) {
            Edge edge = service.edge(i);
            service.awaited += edge.required() ? 1 : 0;
            if (edge instanceof Edge.Many many) {
                watch(many);
            } else {
                seek(edge);
            }
        }
        service.set(Node.ATTACHED);
    }

    /** Has a service's edges let go of what they have. They ask on, by nothing but their slots, and find nobody. */
    void detach(Node service) {
        boolean attached = service.is(Node.ATTACHED) && !service.is(Node.FACTORY);
        int count = attached ? service.edgeCount() : 0;
        for (int i = 0; i < count; i++) {
            letGo(service.edge(i));
        }
        core.edges -= count;
        service.clear(Node.ATTACHED);
    }

    /**
     * Takes the edges of a service away that has let go of everything, and forgets the questions that nobody else asks. No code
     * of services runs from then until it is struck out: that code may verify the container, which looks at all edges.
     */
    void fallSilent(Node service) {
        for (int i = 0; i < service.edgeCount(); i++) {
            Edge edge = service.edge(i);
            Slot slot = edge.slot();
            edge.fallSilent();
            slot.asked--;
            core.dropIfUnused(slot);
        }
        service.dropEdges();
    }

    private void letGo(Edge edge) {
        core.edgesVisited++;
        Node product = edge.providerIfAny();
        if (edge instanceof Edge.Many many) {
            releaseMembers(many);
        } else if (edge.isBound()) {
            release(edge);
        }
        if (edge.place() == Place.SETTLING) {
            unsettle(edge);
        }
        edge.moveTo(Place.NONE);
        edge.dropProvider();
        if (product != null && product.asker() == edge) {
            core.transitions.dismiss(product);
        }
    }

    /** Finds one provider for an edge that has none. */
    private void seek(Edge edge) {
        core.edgesVisited++;
        Slot slot = edge.slot();
        Factory factory = slot.factory();
        Offer first = slot.firstActive();
        if (factory != null) {
            if (factory.state() == State.ACTIVE) {
                promise(edge, factory);
            } else {
                edge.moveTo(Place.WAITING);
            }
        } else if (first != null) {
            bind(edge, first.service());
        } else {
            edge.moveTo(Place.WAITING);
        }
    }

    private void promise(Edge edge, Factory factory) {
        Node consumer = edge.consumer();
        List<String> circle = circles.closedBy(consumer, factory);
        if (!circle.isEmpty()) {
            // In no list: as long as these factories are there nobody can be its provider.
            edge.moveTo(Place.NONE);
            core.breakDown(consumer, new CyclicDependencyException(circle));
            return;
        }
        edge.moveTo(Place.PROMISED);
        edge.setProvider(core.addProduct(factory, edge));
    }

    private void watch(Edge.Many edge) {
        if (edge.gathered()) {
            return;
        }
        edge.moveTo(Place.WATCHING);
        Slot slot = edge.slot();
        for (Offer offer = slot.firstActive(); offer != null; offer = Slot.nextActive(offer)) {
            join(edge, offer.service());
        }
    }

    /** Takes what is there for the parameters of an instance that is to be made. */
    void gather(Node service) {
        Component<?> component = service.component;
        for (int i = 0; i < component.parameterCount(); i++) {
            if (service.edge(component.parameterWish(i)) instanceof Edge.Many many) {
                Slot slot = many.slot();
                boolean one = many.wish().kind == Dependency.Kind.OPTIONAL;
                for (Offer offer = slot.firstActive(); offer != null; offer = Slot.nextActive(offer)) {
                    join(many, offer.service());
                    if (one) {
                        break;
                    }
                }
            }
        }
    }

    /** Whether somebody is about to start who belongs in a list of the service's; it is then told. */
    boolean waitsForOthers(Node service) {
        Component<?> component = service.component;
        for (int i = 0; i < component.parameterCount(); i++) {
            Edge edge = service.edge(component.parameterWish(i));
            if (edge.place() == Place.SETTLING) {
                unsettle(edge);
            }
            if (!edge.gathered()) {
                continue;
            }
            core.edgesVisited++;
            Slot slot = edge.slot();
            int own = service.is(Node.PENDING) && service.offersIn(slot) ? 1 : 0;
            if (slot.pending() > own) {
                edge.moveTo(Place.SETTLING);
                slot.ownRoster().settlingOwn += own;
                return true;
            }
        }
        return false;
    }

    private void unsettle(Edge edge) {
        edge.slot().ownRoster().settlingOwn -= edge.consumer().offersIn(edge.slot()) ? 1 : 0;
        edge.moveTo(Place.NONE);
    }

    /** Lets go of what was gathered for an instance that is dropped. */
    void releaseGathered(Node service) {
        Component<?> component = service.component;
        for (int i = 0; i < component.parameterCount(); i++) {
            if (service.edge(component.parameterWish(i)) instanceof Edge.Many many) {
                releaseMembers(many);
            }
        }
    }

    /** Lets go of those providers that wait for it, and looks for others. */
    void releaseLeaving(Node service) {
        for (Edge edge = service.leaving; edge != null; edge = service.leaving) {
            releaseAndSeek(edge);
        }
    }

    /** Has an edge whose provider was made for it, and never became active before it left, look for another one. */
    void askAgain(Node product) {
        Edge edge = product.asker();
        if (edge != null && edge.providerIfAny() == product) {
            edge.moveTo(Place.NONE);
            edge.dropProvider();
            if (!edge.consumer().is(Node.REMOVING)) {
                seek(edge);
            }
        }
    }

    // ---- the provider's side

    /** Gives a service that has become active to those who wait for it, in the order in which they asked. */
    void arrive(Node service) {
        Edge asker = service.asker();
        if (asker != null) {
            if (asker.place() == Place.PROMISED && asker.providerIfAny() == service) {
                bind(asker, service);
            }
            return;
        }
        boolean factory = service.is(Node.FACTORY);
        for (Offer offer = service.offers(); offer != null && !factory; offer = offer.nextOfService()) {
            offer.inSlot().activate(offer);
        }
        for (Offer offer = service.offers(); offer != null; offer = offer.nextOfService()) {
            Slot slot = offer.inSlot();
            if (factory || slot.factory() == null) {
                serve(slot, service);
            }
            for (Edge edge = slot.watching(); edge != null && !factory; edge = edge.nextInList()) {
                join((Edge.Many) edge, service);
            }
        }
    }

    /** Gives a service to all who wait in a slot. */
    void serve(Slot slot, Node service) {
        if (!(service instanceof Factory factory)) {
            for (Edge edge = slot.waiting; edge != null; edge = slot.waiting) {
                bind(edge, service);
            }
            return;
        }
        for (Edge edge = slot.waiting; edge != null; edge = slot.waiting) {
            core.edgesVisited++;
            promise(edge, factory);
        }
    }

    /** Takes a service that is to stop away from all who can do without it, and has the others stop first. */
    void withdraw(Node service) {
        if (!service.is(Node.FACTORY)) {
            for (Offer offer = service.offers(); offer != null; offer = offer.nextOfService()) {
                offer.inSlot().deactivate(offer);
            }
        }
        for (Edge edge = service.dependents; edge != null; edge = service.dependents) {
            core.edgesVisited++;
            Node consumer = edge.consumer();
            if ((edge.required() || edge.parameter()) && consumer.holds()) {
                edge.moveTo(Place.LEAVING);
                service.awaited++;
                core.work.add(consumer);
                noteLoss(edge, service);
            } else {
                releaseAndSeek(edge);
            }
        }
    }

    private void noteLoss(Edge edge, Node lost) {
        Node consumer = edge.consumer();
        boolean felt = core.whenLost == Policy.FAIL && edge.required();
        if (felt && consumer.wantsToRun() && !consumer.is(Node.BROKEN)) {
            String what = consumer.name() + " lost its dependency " + edge.wish();
            core.breakDown(consumer, new DependencyLostException(what + ": " + lost.name() + " stops"));
        }
    }

    // ---- one edge

    private void bind(Edge edge, Node provider) {
        core.edgesVisited++;
        edge.moveTo(Place.NONE);
        edge.setProvider(provider);
        edge.moveTo(Place.BOUND);
        Node consumer = edge.consumer();
        if (edge.required() && --consumer.awaited == 0 && consumer.is(Node.ATTACHED)) {
            core.work.add(consumer);
        }
        if (consumer.instance != null) {
            core.callbacks.tell(edge, true);
        }
    }

    private void join(Edge.Many whole, Node provider) {
        core.edges++;
        Edge.Member member = new Edge.Member(whole);
        whole.add(member);
        bind(member, provider);
    }

    /** Lets go of the provider; the edge is then in no list. */
    private void release(Edge edge) {
        core.edgesVisited++;
        Node provider = edge.provider();
        Node consumer = edge.consumer();
        boolean waitedFor = edge.place() == Place.LEAVING;
        edge.moveTo(Place.NONE);
        if (consumer.instance != null) {
            core.callbacks.tell(edge, false);
        }
        edge.dropProvider();
        consumer.awaited += edge.required() ? 1 : 0;
        if (edge instanceof Edge.Member member) {
            member.whole().remove(member);
            core.edges--;
        }
        if (waitedFor && --provider.awaited == 0) {
            core.work.add(provider);
        }
    }

    private void releaseAndSeek(Edge edge) {
        Node provider = edge.provider();
        release(edge);
        if (edge instanceof Edge.Member) {
            return;
        }
        if (provider.asker() == edge && !provider.is(Node.REMOVING)) {
            // It was made for this one, and may come back.
            edge.setProvider(provider);
            edge.moveTo(Place.PROMISED);
        } else if (!edge.consumer().is(Node.REMOVING)) {
            seek(edge);
        }
    }

    private void releaseMembers(Edge.Many edge) {
        for (Edge.Member member = edge.members; member != null; member = edge.members) {
            release(member);
        }
    }
}
