package io.assay.inject;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dependency of one service, and where it stands: it is in exactly one list, or in none. The lists are linked through the
 * edges; the first one's {@code previous} is the last, so that a list is one field where it lies.
 */
class Edge {
    enum Place {
        /** In no list. */
        NONE,
        /** Of a slot: there is no provider. */
        WAITING,
        /** Its provider was made for it and is not active yet; in no list. */
        PROMISED,
        /** Of its provider. */
        BOUND,
        /** Of its consumer, which has to let go of it before its provider can stop. */
        LEAVING,
        /** Of a slot: hears of each that arrives. */
        WATCHING,
        /** Of a slot: its consumer starts as soon as nobody else there is about to. */
        SETTLING;

        private static final Place[] ALL = values();
        private static final int BITS = 3;
    }

    final Node consumer;
    /** Two fields in one, so that an edge takes 32 bytes. */
    private int indexAndPlace;

    @Nullable
    Node provider;

    private @Nullable Edge previous;
    private @Nullable Edge next;

    Edge(Node consumer, int index) {
        this.consumer = consumer;
        indexAndPlace = index << Place.BITS;
    }

    final int index() {
        return indexAndPlace >>> Place.BITS;
    }

    final Component.Wish wish() {
        return consumer.plan.component.wishes[index()];
    }

    final Slot slot() {
        return consumer.plan.slots[index()];
    }

    final Place place() {
        return Place.ALL[indexAndPlace & ((1 << Place.BITS) - 1)];
    }

    /** Whether it has a provider that is active, or waits for its consumer to let go. */
    final boolean isBound() {
        Place place = place();
        return place == Place.BOUND || place == Place.LEAVING;
    }

    final Node provider() {
        return Objects.requireNonNull(provider);
    }

    /** The one after it in its list. */
    final @Nullable Edge next() {
        return next;
    }

    /** Takes it out of the list it is in, and appends it to the one of the place. */
    @SuppressWarnings("EnumOrdinal") // Three bits of a field; never stored elsewhere.
    final void moveTo(Place place) {
        Edge first = first();
        if (first != null) {
            setFirst(without(first));
        }
        indexAndPlace = (indexAndPlace & -(1 << Place.BITS)) | place.ordinal();
        if (place != Place.NONE && place != Place.PROMISED) {
            setFirst(with(first()));
        }
    }

    private Edge with(@Nullable Edge first) {
        if (first == null) {
            previous = this;
            return this;
        }
        Edge last = Objects.requireNonNull(first.previous);
        last.next = this;
        previous = last;
        first.previous = this;
        return first;
    }

    private @Nullable Edge without(Edge first) {
        Edge before = Objects.requireNonNull(previous);
        Edge after = next;
        previous = null;
        next = null;
        if (this == first) {
            if (after != null) {
                after.previous = before;
            }
            return after;
        }
        before.next = after;
        (after == null ? first : after).previous = before;
        return first;
    }

    private @Nullable Edge first() {
        return switch (place()) {
            case NONE, PROMISED -> null;
            case WAITING -> slot().waiting;
            case WATCHING -> slot().watching;
            case SETTLING -> slot().settling;
            case BOUND -> provider().dependents;
            case LEAVING -> consumer.leaving;
        };
    }

    private void setFirst(@Nullable Edge first) {
        switch (place()) {
            case NONE, PROMISED -> throw new IllegalStateException("in no list");
            case WAITING -> slot().waiting = first;
            case WATCHING -> slot().watching = first;
            case SETTLING -> slot().settling = first;
            case BOUND -> provider().dependents = first;
            case LEAVING -> consumer.leaving = first;
        }
    }

    /** A dependency on as many as there are. */
    static final class Many extends Edge {
        @Nullable
        Member members;

        @Nullable
        Member lastMember;

        Many(Node consumer, int index) {
            super(consumer, index);
        }

        void add(Member member) {
            Member last = lastMember;
            member.previousMember = last;
            if (last == null) {
                members = member;
            } else {
                last.nextMember = member;
            }
            lastMember = member;
        }

        void remove(Member member) {
            Member before = member.previousMember;
            Member after = member.nextMember;
            if (before == null) {
                members = after;
            } else {
                before.nextMember = after;
            }
            if (after == null) {
                lastMember = before;
            } else {
                after.previousMember = before;
            }
        }
    }

    /** One provider of a dependency on as many as there are. */
    static final class Member extends Edge {

        @Nullable
        Member nextMember;

        @Nullable
        Member previousMember;

        Member(Many whole, int index) {
            super(whole.consumer, index);
        }

        Many whole() {
            return (Many) consumer.edge(index());
        }
    }
}
