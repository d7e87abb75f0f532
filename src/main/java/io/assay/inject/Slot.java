package io.assay.inject;

import org.jspecify.annotations.Nullable;

/**
 * What one question finds: the services of a type ({@link Port}), or those of them with one value of one property
 * ({@link ByValue}); and who waits for such. The active services come first in the list, in the order in which they became
 * active. There is one for each type, mostly with one service: what few have lies apart.
 */
abstract class Slot {
    /** The list's first; the {@code previous} of that is the last. */
    private @Nullable Offer first;

    private @Nullable Offer lastActive;

    /** A list of edges, by its first: who needs one. */
    @Nullable
    Edge waiting;

    private @Nullable Rare rare;

    /** How many plans ask by it. */
    int plans;
    /** How many of the services in it have not failed. */
    int hopeful;
    /** How many are about to become active. */
    int pending;

    /** What only few slots have. */
    static final class Rare {
        /** What makes services of this kind for each who asks. */
        @Nullable
        Node factory;

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
    }

    /** The type that is asked for. */
    abstract Port port();

    final @Nullable Rare rare() {
        return rare;
    }

    /** To be written to. */
    final Rare ownRare() {
        Rare own = rare;
        if (own == null) {
            own = new Rare();
            rare = own;
        }
        return own;
    }

    final @Nullable Node factory() {
        return rare == null ? null : rare.factory;
    }

    final @Nullable Edge watching() {
        return rare == null ? null : rare.watching;
    }

    final @Nullable Edge settling() {
        return rare == null ? null : rare.settling;
    }

    final @Nullable Offer first() {
        return first;
    }

    final @Nullable Offer firstActive() {
        return lastActive == null ? null : first;
    }

    final boolean isLastActive(Offer offer) {
        return offer == lastActive;
    }

    /** The active one after an active one. */
    final @Nullable Offer nextActive(Offer offer) {
        return offer == lastActive ? null : offer.next;
    }

    boolean isUnused() {
        return plans == 0 && first == null && factory() == null;
    }

    /** One of those who could be it, if there are some, and all have failed. */
    final @Nullable Node culprit() {
        Node factory = factory();
        if (factory != null) {
            return factory.state() == Service.State.FAILED ? factory : null;
        }
        return first != null && hopeful == 0 ? first.service() : null;
    }

    /** How many offer it. */
    final int registered() {
        int registered = 0;
        for (Offer offer = first; offer != null; offer = offer.next) {
            registered++;
        }
        return registered;
    }

    /** Enters one that has not failed, as the last. */
    final void register(Offer offer) {
        offer.slot = this;
        hopeful++;
        insertLast(offer);
    }

    final void unregister(Offer offer, boolean failed) {
        hopeful -= failed ? 0 : 1;
        unlink(offer);
        offer.slot = null;
    }

    final void activate(Offer offer) {
        unlink(offer);
        insertAfter(lastActive, offer);
        lastActive = offer;
    }

    final void deactivate(Offer offer) {
        unlink(offer);
        insertLast(offer);
    }

    private void unlink(Offer offer) {
        Offer before = offer == first ? null : offer.previous;
        Offer after = offer.next;
        if (lastActive == offer) {
            lastActive = before;
        }
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        Offer linkedBack = after == null ? first : after;
        if (linkedBack != null) {
            linkedBack.previous = offer.previous;
        }
        offer.previous = null;
        offer.next = null;
    }

    private void insertLast(Offer offer) {
        insertAfter(first == null ? null : first.previous, offer);
    }

    private void insertAfter(@Nullable Offer before, Offer offer) {
        Offer head = first;
        if (head == null) {
            offer.previous = offer;
            first = offer;
            return;
        }
        Offer after = before == null ? head : before.next;
        offer.next = after;
        offer.previous = before == null ? head.previous : before;
        if (before == null) {
            first = offer;
        } else {
            before.next = offer;
        }
        (after == null ? head : after).previous = offer;
    }

    /** The services of a type with one value of one property. */
    static final class ByValue extends Slot {
        private final Port port;
        final String property;
        final Object value;

        ByValue(Port port, String property, Object value) {
            this.port = port;
            this.property = property;
            this.value = value;
        }

        @Override
        Port port() {
            return port;
        }

        /** As messages have it. */
        @Override
        public String toString() {
            return port.type.getName() + " where " + property + "=" + value;
        }
    }
}
