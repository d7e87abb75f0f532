package io.assay.inject;

import io.assay.future.Future;
import io.assay.inject.Service.State;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a service goes from state to state. Each look does what can be done for one service now; whoever is concerned by that is
 * put into {@link Work} and looked at in its turn.
 */
final class Transitions {
    private final Core core;

    Transitions(Core core) {
        this.core = core;
    }

    /** Does for a service what its state and its neighbours allow. */
    void look(Node service) {
        switch (service.state()) {
            case STOPPED, WAITING -> lookAtResting(service);
            case ACTIVE -> {
                if (service.mustStop()) {
                    withdraw(service);
                }
            }
            case STOPPING -> {
                if (service.mayStop()) {
                    stop(service);
                }
            }
            case FAILED -> {
                if (service.is(Node.REMOVING)) {
                    leaveContainer(service);
                }
            }
            case STARTING, REMOVED -> {
                // The end of its start looks at it again; and nothing is left to do.
            }
        }
    }

    private void lookAtResting(Node service) {
        if (service.is(Node.REMOVING)) {
            leaveContainer(service);
        } else if (service.is(Node.BROKEN)) {
            fail(service);
        } else if (service.wantsToRun()) {
            prepare(service);
        } else {
            become(service, State.STOPPED);
        }
    }

    private void prepare(Node service) {
        become(service, State.WAITING);
        if (!service.is(Node.ATTACHED)) {
            core.wiring.attach(service);
        }
        boolean factory = service.is(Node.FACTORY);
        if (!factory && service.instance == null && !service.component.hasParameters()) {
            make(service);
        }
        if (service.is(Node.UNTOLD) && !service.is(Node.BROKEN)) {
            service.clear(Node.UNTOLD);
            core.callbacks.tellAll(service, true);
        }
        if (service.is(Node.BROKEN)) {
            fail(service);
        } else if (service.awaited > 0) {
            if (core.whenFailed == Policy.FAIL) {
                core.spread.failWithDependencies(service);
            }
        } else if (factory || !core.wiring.waitsForOthers(service)) {
            start(service);
        }
    }

    /** Changes the state, and how many are about to start where it belongs. */
    void become(Node service, State state) {
        service.setState(state);
        countPending(service);
    }

    void countPending(Node service) {
        boolean pending = switch (service.state()) {
            case WAITING, STARTING, STOPPING -> service.wantsToRun() && !service.is(Node.FACTORY);
            case STOPPED, ACTIVE, FAILED, REMOVED -> false;
        };
        if (pending == service.is(Node.PENDING)) {
            return;
        }
        if (pending) {
            service.set(Node.PENDING);
        } else {
            service.clear(Node.PENDING);
        }
        for (Offer offer = service.offers(); offer != null; offer = offer.nextOfService()) {
            Roster roster = offer.inSlot().roster();
            if (roster != null) {
                roster.pending += pending ? 1 : -1;
                if (!pending && roster.pending <= (roster.settlingOwn > 0 ? 1 : 0)) {
                    wake(roster);
                }
            }
        }
    }

    private void wake(Roster roster) {
        for (Edge edge = roster.settling; edge != null; edge = edge.nextInList()) {
            core.edgesVisited++;
            core.work.add(edge.consumer());
        }
    }

    // ---- start

    private void make(Node service) {
        try {
            service.instance = Objects.requireNonNull(
                    service.component.creator.create(new CreationOf(service)), "the creator returned null");
        } catch (Throwable failure) {
            core.breakDown(service, failure);
            return;
        }
        core.callbacks.tellAll(service, true);
    }

    private void start(Node service) {
        become(service, State.STARTING);
        if (service.is(Node.FACTORY)) {
            activate(service);
            return;
        }
        if (service.instance == null) {
            core.wiring.gather(service);
            make(service);
        }
        if (service.is(Node.BROKEN)) {
            rest(service);
            return;
        }
        Future<?> begun;
        try {
            begun = Objects.requireNonNull(begin(service), "the start returned null, not a future");
        } catch (Throwable failure) {
            core.breakDown(service, failure);
            rest(service);
            return;
        }
        if (begun.isDone()) {
            started(service, begun.cause());
        } else {
            service.set(Node.BUSY);
            core.work.await(begun, failure -> {
                service.clear(Node.BUSY);
                started(service, failure);
            });
        }
    }

    private static Future<?> begin(Node service) throws Exception {
        Hook<Object> hook = service.component.startHook();
        Object instance = service.instance();
        if (hook != null) {
            return hook.run(instance);
        }
        return instance instanceof Lifecycle life ? life.start() : Lifecycle.DONE;
    }

    private void started(Node service, @Nullable Throwable failure) {
        if (failure != null) {
            core.breakDown(service, failure);
            rest(service);
        } else if (service.mustStop()) {
            become(service, State.STOPPING);
            stop(service);
        } else {
            activate(service);
        }
    }

    private void activate(Node service) {
        service.setState(State.ACTIVE);
        core.active++;
        core.starts++;
        core.roll.moveToEnd(service);
        core.wiring.arrive(service);
        // After that: who waits for the rest of a list finds it whole.
        countPending(service);
    }

    // ---- stop

    private void withdraw(Node service) {
        become(service, State.STOPPING);
        core.active--;
        core.stops++;
        core.wiring.withdraw(service);
        if (service instanceof Factory factory) {
            for (Product product = factory.products(); product != null; product = product.next) {
                dismiss(product);
            }
        }
        if (service.mayStop()) {
            stop(service);
        }
    }

    private void stop(Node service) {
        if (service.is(Node.FACTORY)) {
            rest(service);
            return;
        }
        Future<?> ending;
        try {
            ending = Objects.requireNonNull(end(service), "the stop returned null, not a future");
        } catch (Throwable failure) {
            core.failures.report(service, failure);
            rest(service);
            return;
        }
        if (ending.isDone()) {
            stopped(service, ending.cause());
        } else {
            service.set(Node.BUSY);
            core.work.await(ending, failure -> {
                service.clear(Node.BUSY);
                stopped(service, failure);
            });
        }
    }

    private static Future<?> end(Node service) throws Exception {
        Hook<Object> hook = service.component.stopHook();
        Object instance = service.instance();
        if (hook != null) {
            return hook.run(instance);
        }
        return instance instanceof Lifecycle life ? life.stop() : Lifecycle.DONE;
    }

    private void stopped(Node service, @Nullable Throwable failure) {
        if (failure != null) {
            core.failures.report(service, failure);
        }
        rest(service);
    }

    // ---- rest

    /** What follows when a service does not run any more, or could not start. */
    private void rest(Node service) {
        // Before it lets go: from now on it has nothing that others wait for, and its next look is one at a resting
        // service.
        become(service, service.wantsToRun() ? State.WAITING : State.STOPPED);
        if (service.component.hasParameters() && !service.is(Node.FACTORY)) {
            if (service.instance != null) {
                core.callbacks.tellAll(service, false);
            }
            core.wiring.releaseGathered(service);
            service.instance = null;
            service.clear(Node.UNTOLD);
        }
        core.wiring.releaseLeaving(service);
        if (service.is(Node.REMOVING)) {
            leaveContainer(service);
        } else if (service.is(Node.BROKEN)) {
            fail(service);
        } else if (service.wantsToRun()) {
            core.work.add(service);
        }
    }

    private void fail(Node service) {
        service.clear(Node.BROKEN);
        become(service, State.FAILED);
        core.spread.countFailure(service);
        core.failures.report(service, Objects.requireNonNull(core.causes.get(service)));
        if (service.is(Node.RETRYING) && service.state() == State.FAILED) {
            core.recover(service);
        }
    }

    // ---- the way out

    /** Has what was made for somebody go. */
    void dismiss(Node product) {
        if (product.state() != State.REMOVED) {
            product.set(Node.REMOVING);
            countPending(product);
            core.work.add(product);
        }
    }

    private void leaveContainer(Node service) {
        core.wiring.detach(service);
        boolean failed = service.state() == State.FAILED;
        become(service, State.REMOVED);
        service.clear(Node.RETRYING);
        service.instance = null;
        if (service.is(Node.BROKEN)) {
            core.failures.report(service, Objects.requireNonNull(core.causes.get(service)));
        }
        for (Offer offer = service.offers(); offer != null; offer = offer.nextOfService()) {
            Slot slot = offer.inSlot();
            if (service.is(Node.FACTORY)) {
                slot.ownRoster().factory = null;
                Offer shared = slot.firstActive();
                if (shared != null) {
                    core.wiring.serve(slot, shared.service());
                }
                core.spread.passToWaiting(slot);
            } else {
                slot.unregister(offer, failed);
                if (!failed) {
                    // Those who wait heard of it before if the others had failed as well.
                    core.spread.passToWaiting(slot);
                }
            }
            core.dropIfUnused(slot);
        }
        if (service instanceof Shared shared) {
            shared.dropFurtherOffers();
        } else if (service instanceof Product product) {
            product.factory.remove(product);
            core.wiring.askAgain(product);
            core.work.add(product.factory);
        }
        core.wiring.fallSilent(service);
        core.strikeOut(service);
    }
}
