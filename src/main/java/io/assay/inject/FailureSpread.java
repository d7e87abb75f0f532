package io.assay.inject;

import io.assay.inject.Service.State;
import java.util.Objects;

/** How failures go from services to those who require them, where {@link ContainerBuilder#whenFailed} has it so. */
final class FailureSpread {
    private final Core core;

    FailureSpread(Core core) {
        this.core = core;
    }

    /** Has a service fail that lacks what can only be had from services that have failed. */
    void failWithDependencies(Node service) {
        for (int i = 0; i < service.edgeCount(); i++) {
            Edge edge = service.edge(i);
            core.edgesVisited++;
            if (edge.required() && !edge.isBound()) {
                Node product = edge.providerIfAny();
                Node culprit = product == null ? edge.slot().culprit() : product;
                if (culprit != null && culprit.state() == State.FAILED) {
                    pass(culprit, edge);
                    return;
                }
            }
        }
    }

    /** Counts a failure, and has those fail who can hope for nobody else. */
    void countFailure(Node failed) {
        for (Offer offer = failed.offers(); offer != null; offer = offer.nextOfService()) {
            offer.inSlot().countHopeful(failed.is(Node.FACTORY) ? 0 : -1);
            passToWaiting(offer.inSlot());
        }
        Edge asker = failed.asker();
        if (asker != null && asker.providerIfAny() == failed && core.whenFailed == Policy.FAIL) {
            pass(failed, asker);
        }
    }

    /** Takes back {@link #countFailure}. */
    void forgive(Node service) {
        core.causes.remove(service);
        for (Offer offer = service.offers(); offer != null; offer = offer.nextOfService()) {
            offer.inSlot().countHopeful(service.is(Node.FACTORY) ? 0 : 1);
        }
    }

    /** Has those fail who wait where all have failed. */
    void passToWaiting(Slot slot) {
        Node culprit = core.whenFailed == Policy.FAIL ? slot.culprit() : null;
        if (culprit == null) {
            return;
        }
        for (Edge edge = slot.waiting; edge != null; edge = edge.nextInList()) {
            core.edgesVisited++;
            pass(culprit, edge);
        }
    }

    private void pass(Node failed, Edge edge) {
        Node consumer = edge.consumer();
        if (edge.required() && consumer.state() != State.FAILED && !consumer.is(Node.BROKEN)) {
            Throwable cause = Objects.requireNonNull(core.causes.get(failed));
            core.breakDown(
                    consumer,
                    new DependencyFailedException(
                            consumer.name() + " requires " + edge.wish() + ", and " + failed.name() + " has failed: "
                                    + cause,
                            cause));
        }
    }
}
