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
        private static final int MASK = 7;
    }

    private static final int REQUIRED = 1 << 3;
    private static final int PARAMETER = 1 << 4;
    private static final int KIND = REQUIRED | PARAMETER;
    private static final int TOLD = 1 << 5;
    private static final int INDEX_SHIFT = 6;

    final Node consumer;
    /**
     * The place, what kind of wish it is, whether it is told, and its index: so an edge takes 32 bytes, and whoever walks over edges need not go
     * by way of their consumers to the components, which lie all over the heap.
     */
    private int bits;

    @Nullable
    Node provider;

    private @Nullable Edge previous;
    private @Nullable Edge next;

    private Edge(Node consumer, int bits) {
        this.consumer = consumer;
        this.bits = bits;
    }

    /** The edge of a wish. */
    static Edge of(Node consumer, int index) {
        Component<?> component = consumer.plan.component;
        Dependency.Kind kind = component.wishes[index].kind;
        boolean required = kind == Dependency.Kind.REQUIRED;
        boolean parameter = component.isParameter(index);
        int bits = index << INDEX_SHIFT | (required ? REQUIRED : 0) | (parameter ? PARAMETER : 0);
        return kind == Dependency.Kind.ALL || (parameter && !required)
                ? new Many(consumer, bits)
                : new Edge(consumer, bits);
    }

    final int index() {
        return bits >>> INDEX_SHIFT;
    }

    final Dependency<?> wish() {
        return consumer.plan.component.wishes[index()];
    }

    final Slot slot() {
        return consumer.plan.slot(index());
    }

    final boolean required() {
        return (bits & REQUIRED) != 0;
    }

    /** Whether what it has is given to who makes the instance, and cannot change in its life. */
    final boolean parameter() {
        return (bits & PARAMETER) != 0;
    }

    /** Whether the consumer's instance was told of the provider, by a callback that returned, and not yet that it leaves. */
    final boolean isTold() {
        return (bits & TOLD) != 0;
    }

    final void setTold(boolean told) {
        bits = told ? bits | TOLD : bits & ~TOLD;
    }

    /** Whether its providers are looked up when an instance is made, and belong to that instance alone. */
    final boolean gathered() {
        return (bits & KIND) == PARAMETER;
    }

    final Place place() {
        return Place.ALL[bits & Place.MASK];
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
        bits = (bits & ~Place.MASK) | place.ordinal();
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
            case WATCHING -> slot().watching();
            case SETTLING -> slot().settling();
            case BOUND -> provider().dependents;
            case LEAVING -> consumer.leaving;
        };
    }

    private void setFirst(@Nullable Edge first) {
        switch (place()) {
            case NONE, PROMISED -> throw new IllegalStateException("in no list");
            case WAITING -> slot().waiting = first;
            case WATCHING -> slot().ownRare().watching = first;
            case SETTLING -> slot().ownRare().settling = first;
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

        private Many(Node consumer, int bits) {
            super(consumer, bits);
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

        Member(Many whole) {
            super(whole.consumer, whole.index() << INDEX_SHIFT | (whole.parameter() ? PARAMETER : 0));
        }

        Many whole() {
            return (Many) consumer.edge(index());
        }
    }
}
