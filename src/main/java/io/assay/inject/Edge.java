package io.assay.inject;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dependency of one service, and where it stands: it is in exactly one list, or in none. The lists are linked through the
 * edges; the first one's {@code previous} is the last, so that a list is one field where it lies. The first dependency of a
 * service is the service itself, if it is one on one other service: 12 bytes instead of 32, and no array for two.
 */
abstract class Edge {
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
    /** The bits from here on are the subclass's. */
    static final int OWN_SHIFT = 6;

    /**
     * The place, what kind of wish it is, whether it is told, and what the subclass keeps: so whoever walks over edges need
     * not go by way of their consumers to the components, which lie all over the heap.
     */
    int bits;

    /** The slot it asks by, as long as there is no provider; the provider; null before and after its time. */
    private @Nullable Object target;

    private @Nullable Edge previous;
    private @Nullable Edge next;

    abstract Node consumer();

    /** Which wish of the component it is. */
    abstract int index();

    /** The edge of a wish that is not the consumer itself. */
    static Edge further(Node consumer, int index) {
        return isMany(consumer.component, index) ? new Many(consumer, index) : new Further(consumer, index);
    }

    /** Whether it is on as many as there are, or on what there happens to be when the consumer's instance is made. */
    static boolean isMany(Component<?> component, int index) {
        Dependency.Kind kind = component.wishes[index].kind;
        return kind == Dependency.Kind.ALL || (component.isParameter(index) && kind != Dependency.Kind.REQUIRED);
    }

    /** Begins to ask by a slot. */
    final void ask(Slot slot) {
        boolean required = wish().kind == Dependency.Kind.REQUIRED;
        boolean parameter = consumer().component.isParameter(index());
        bits |= (required ? REQUIRED : 0) | (parameter ? PARAMETER : 0);
        slot.asked++;
        target = slot;
    }

    /** Asks nobody any more. */
    final void fallSilent() {
        target = null;
    }

    final Dependency<?> wish() {
        return consumer().component.wishes[index()];
    }

    /** What it asks by: while there is a provider that is found through it, which saves an edge a field. */
    Slot slot() {
        return target instanceof Slot slot ? slot : provider().slotFor(wish());
    }

    final @Nullable Node providerIfAny() {
        return target instanceof Node provider ? provider : null;
    }

    final Node provider() {
        return (Node) Objects.requireNonNull(target);
    }

    /** To be said where it is in no list. */
    final void setProvider(Node provider) {
        target = provider;
    }

    /** Takes the provider away. To be said where it is in no list, and while the provider is in its slots. */
    void dropProvider() {
        target = slot();
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

    /** The one after it in its list. */
    final @Nullable Edge nextInList() {
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
            case LEAVING -> consumer().leaving;
        };
    }

    private void setFirst(@Nullable Edge first) {
        switch (place()) {
            case NONE, PROMISED -> throw new IllegalStateException("in no list");
            case WAITING -> slot().waiting = first;
            case WATCHING -> slot().ownRoster().watching = first;
            case SETTLING -> slot().ownRoster().settling = first;
            case BOUND -> provider().dependents = first;
            case LEAVING -> consumer().leaving = first;
        }
    }

    /** Any but the one that the consumer is itself. */
    static class Further extends Edge {
        private final Node consumer;

        private Further(Node consumer, int index) {
            this.consumer = consumer;
            bits = index << OWN_SHIFT;
        }

        @Override
        final Node consumer() {
            return consumer;
        }

        @Override
        final int index() {
            return bits >>> OWN_SHIFT;
        }
    }

    /** A dependency on as many as there are. */
    static final class Many extends Further {
        @Nullable
        Member members;

        @Nullable
        Member lastMember;

        private Many(Node consumer, int index) {
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
    static final class Member extends Further {
        @Nullable
        Member nextMember;

        @Nullable
        Member previousMember;

        Member(Many whole) {
            super(whole.consumer(), whole.index());
            bits |= whole.parameter() ? PARAMETER : 0;
        }

        Many whole() {
            return (Many) consumer().edge(index());
        }

        @Override
        Slot slot() {
            return whole().slot();
        }

        @Override
        void dropProvider() {
            fallSilent();
        }
    }
}
