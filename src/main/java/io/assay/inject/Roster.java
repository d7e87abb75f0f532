package io.assay.inject;

import io.assay.inject.Service.State;
import org.jspecify.annotations.Nullable;

/**
 * What a slot needs that has several services, and what few slots have. The active services come first in the list, in the
 * order in which they became active. What the counts say of a slot's only service is read from that service, so that a slot
 * without this has none to keep.
 */
final class Roster {
    /** The list's first; the one before that is the last. */
    private @Nullable Offer first;

    private @Nullable Offer lastActive;

    /** How many of the services in it have not failed. */
    int hopeful;
    /** How many are about to become active. */
    int pending;

    /** What makes services of this kind for each who asks. */
    @Nullable
    Factory factory;

    /** Lists of edges, by their first: who wants to hear of all, whose list is not complete yet. */
    @Nullable
    Edge watching;

    @Nullable
    Edge settling;

    /** How many of the settling offer this themselves, and so count as pending. */
    int settlingOwn;

    /** The number of the last verification that has found its list good; negative while that one is below it. */
    int verified;

    /** Of a port: an index for each property that somebody has asked by, or that must be unique. */
    @Nullable
    PropertyIndex indexes;

    @Nullable
    Offer first() {
        return first;
    }

    /** Enters a service, whatever state it is in. */
    void add(Offer offer) {
        Shared service = offer.service();
        boolean active = service.state() == State.ACTIVE;
        insertAfter(active ? lastActive : last(), offer);
        if (active) {
            lastActive = offer;
        }
        hopeful += service.state() == State.FAILED ? 0 : 1;
        pending += service.is(Node.PENDING) ? 1 : 0;
    }

    void remove(Offer offer, boolean failed) {
        hopeful -= failed ? 0 : 1;
        unlink(offer);
    }

    void activate(Offer offer) {
        unlink(offer);
        insertAfter(lastActive, offer);
        lastActive = offer;
    }

    void deactivate(Offer offer) {
        unlink(offer);
        insertAfter(last(), offer);
    }

    private @Nullable Offer last() {
        return first == null ? null : first.previousInSlot();
    }

    private void unlink(Offer offer) {
        Offer before = offer == first ? null : offer.previousInSlot();
        Offer after = offer.nextInSlot();
        if (lastActive == offer) {
            lastActive = before;
        }
        if (before == null) {
            first = after;
        } else {
            before.setNextInSlot(after);
        }
        Offer linkedBack = after == null ? first : after;
        if (linkedBack != null) {
            linkedBack.setPreviousInSlot(offer.previousInSlot());
        }
        offer.setPreviousInSlot(null);
        offer.setNextInSlot(null);
    }

    private void insertAfter(@Nullable Offer before, Offer offer) {
        Offer head = first;
        if (head == null) {
            offer.setPreviousInSlot(offer);
            first = offer;
            return;
        }
        Offer after = before == null ? head : before.nextInSlot();
        offer.setNextInSlot(after);
        offer.setPreviousInSlot(before == null ? head.previousInSlot() : before);
        if (before == null) {
            first = offer;
        } else {
            before.setNextInSlot(offer);
        }
        (after == null ? head : after).setPreviousInSlot(offer);
    }
}
