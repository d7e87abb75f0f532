package io.assay.inject;

import org.jspecify.annotations.Nullable;

/**
 * What one question finds: the services of a type, or those of them with one value of one property; and who waits for such.
 * The active services come first in the list, in the order in which they became active.
 */
final class Slot {
    final Port port;
    final @Nullable String property;
    final @Nullable Object value;

    private @Nullable Offer first;
    private @Nullable Offer last;
    private @Nullable Offer lastActive;

    /** What makes services of this kind for each who asks. */
    @Nullable
    Node factory;

    /** Lists of edges, by their first: who needs one, who wants to hear of all, whose list is not complete yet. */
    @Nullable
    Edge waiting;

    @Nullable
    Edge watching;

    @Nullable
    Edge settling;

    /** How many plans ask by it. */
    int plans;

    int registered;
    int failed;
    /** How many are about to become active. */
    int pending;
    /** How many of the settling offer this themselves, and so count as pending. */
    int settlingOwn;

    /** The number of the last verification that has found its list good; negative while that one is below it. */
    int verified;

    Slot(Port port, @Nullable String property, @Nullable Object value) {
        this.port = port;
        this.property = property;
        this.value = value;
    }

    @Nullable
    Offer first() {
        return first;
    }

    @Nullable
    Offer firstActive() {
        return lastActive == null ? null : first;
    }

    boolean isLastActive(Offer offer) {
        return offer == lastActive;
    }

    /** The active one after an active one. */
    @Nullable
    Offer nextActive(Offer offer) {
        return offer == lastActive ? null : offer.next;
    }

    boolean isUnused() {
        return plans == 0 && registered == 0 && factory == null;
    }

    /** One of those who could be it, if there are some, and all have failed. */
    @Nullable
    Node culprit() {
        if (factory != null) {
            return factory.state() == Service.State.FAILED ? factory : null;
        }
        return first != null && failed == registered ? first.service() : null;
    }

    void register(Offer offer) {
        offer.slot = this;
        registered++;
        insertAfter(last, offer);
    }

    void unregister(Offer offer) {
        registered--;
        unlink(offer);
        offer.slot = null;
    }

    void activate(Offer offer) {
        unlink(offer);
        insertAfter(lastActive, offer);
        lastActive = offer;
    }

    void deactivate(Offer offer) {
        unlink(offer);
        insertAfter(last, offer);
    }

    private void unlink(Offer offer) {
        Offer before = offer.previous;
        Offer after = offer.next;
        if (lastActive == offer) {
            lastActive = before;
        }
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        offer.previous = null;
        offer.next = null;
    }

    private void insertAfter(@Nullable Offer before, Offer offer) {
        Offer after = before == null ? first : before.next;
        offer.previous = before;
        offer.next = after;
        if (before == null) {
            first = offer;
        } else {
            before.next = offer;
        }
        if (after == null) {
            last = offer;
        } else {
            after.previous = offer;
        }
    }

    /** As messages have it. */
    @Override
    public String toString() {
        return property == null ? port.type.getName() : port.type.getName() + " where " + property + "=" + value;
    }
}
