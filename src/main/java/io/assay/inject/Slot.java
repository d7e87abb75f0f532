package io.assay.inject;

import io.assay.inject.Service.State;
import org.jspecify.annotations.Nullable;

/**
 * What one question finds: the services of a type ({@link Port}), or those of them with one value of one property
 * ({@link ByValue}); and who waits for such. There is one for each type, mostly with one service, which then is all that a
 * slot has of services: 24 bytes with who waits. What few have lies apart, in a {@link Roster}.
 */
abstract class Slot {
    /** Null, the only {@link Offer}, or a roster of several. */
    private @Nullable Object offered;

    /** A list of edges, by its first: who needs one. */
    @Nullable
    Edge waiting;

    /** How many dependencies of services ask by it. */
    int asked;

    /** The type that is asked for. */
    abstract Port port();

    /** Whether a dependency asks by it. */
    abstract boolean answers(Dependency<?> asking);

    /** Null as long as it was not needed. */
    final @Nullable Roster roster() {
        return offered instanceof Roster roster ? roster : null;
    }

    /** To be written to. */
    final Roster ownRoster() {
        if (offered instanceof Roster roster) {
            return roster;
        }
        Roster made = new Roster();
        Offer only = first();
        if (only != null) {
            made.add(only);
        }
        offered = made;
        return made;
    }

    final @Nullable Factory factory() {
        return offered instanceof Roster roster ? roster.factory : null;
    }

    final @Nullable Edge watching() {
        return offered instanceof Roster roster ? roster.watching : null;
    }

    final @Nullable Edge settling() {
        return offered instanceof Roster roster ? roster.settling : null;
    }

    final @Nullable Offer first() {
        return offered instanceof Roster roster ? roster.first() : (Offer) offered;
    }

    /** The one that has been active longest. */
    final @Nullable Offer firstActive() {
        return ifActive(first());
    }

    /** The active one after an active one. */
    static @Nullable Offer nextActive(Offer offer) {
        return ifActive(offer.nextInSlot());
    }

    /** Behind one that is not active there is none that is. */
    private static @Nullable Offer ifActive(@Nullable Offer offer) {
        return offer != null && offer.service().state() == State.ACTIVE ? offer : null;
    }

    /** How many are about to become active. */
    final int pending() {
        if (offered instanceof Roster roster) {
            return roster.pending;
        }
        Offer only = first();
        return only != null && only.service().is(Node.PENDING) ? 1 : 0;
    }

    boolean isUnused() {
        return asked == 0 && first() == null && factory() == null;
    }

    /** One of those who could be it, if there are some, and all have failed. */
    final @Nullable Node culprit() {
        Node factory = factory();
        if (factory != null) {
            return factory.state() == State.FAILED ? factory : null;
        }
        Offer first = first();
        if (first == null) {
            return null;
        }
        Roster roster = roster();
        boolean hopeless = roster == null ? first.service().state() == State.FAILED : roster.hopeful == 0;
        return hopeless ? first.service() : null;
    }

    /** How many offer it. */
    final int registered() {
        int registered = 0;
        for (Offer offer = first(); offer != null; offer = offer.nextInSlot()) {
            registered++;
        }
        return registered;
    }

    final void register(Offer offer) {
        offer.enter(this);
        if (offered == null) {
            offered = offer;
        } else {
            ownRoster().add(offer);
        }
    }

    /** Takes one out. */
    final void unregister(Offer offer, boolean failed) {
        if (offered instanceof Roster roster) {
            roster.remove(offer, failed);
        } else {
            offered = null;
        }
    }

    /** Of one whose service has become active. */
    final void activate(Offer offer) {
        if (offered instanceof Roster roster) {
            roster.activate(offer);
        }
    }

    /** Of one whose service was active. */
    final void deactivate(Offer offer) {
        if (offered instanceof Roster roster) {
            roster.deactivate(offer);
        }
    }

    /** Counts one of which there is hope again, or none any more. */
    final void countHopeful(int change) {
        if (offered instanceof Roster roster) {
            roster.hopeful += change;
        }
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

        @Override
        boolean answers(Dependency<?> asking) {
            return asking.type == port.type && property.equals(asking.property) && value.equals(asking.value);
        }

        /** As messages have it. */
        @Override
        public String toString() {
            return port.type.getName() + " where " + property + "=" + value;
        }
    }
}
