package io.assay.inject;

import io.assay.containers.Containers;
import io.assay.containers.ObjectList;
import io.assay.inject.Dependency.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether all services of a container could start together: a depth-first walk over what has to start before what, with
 * a list for its stack. A list of all there are is a vertex of its own between those who ask for it and those in it, so
 * that the walk stays linear.
 */
final class Verification {
    private final Core core;
    private final int number;
    /** The way down; beyond {@link #depth} frames to be used again. */
    private final ObjectList<Frame> path = Containers.ACTIVE.objectList(16);

    private int depth;

    Verification(Core core) {
        this.core = core;
        number = ++core.verifications;
    }

    /** A vertex on the way down: a service, or the slot whose list a service asks for. */
    private static final class Frame {
        @Nullable
        Node service;
        /** The list that is walked. */
        @Nullable
        Slot list;

        @Nullable
        Offer cursor;

        int wish;

        void set(@Nullable Node vertex, @Nullable Slot itsList) {
            service = vertex;
            list = itsList;
            cursor = itsList == null ? null : itsList.first();
            wish = 0;
        }
    }

    void run() {
        try {
            for (Node service = core.roll.first(); service != null; service = service.after) {
                if (!service.is(Node.PRODUCT)) {
                    walk(service);
                }
            }
        } finally {
            for (Node service = core.roll.first(); service != null; service = service.after) {
                service.clear(Node.OPEN | Node.GOOD);
            }
        }
    }

    private void walk(Node root) {
        enter(root);
        while (depth > 0) {
            Frame frame = path.get(depth - 1);
            if (frame.list != null) {
                walkList(frame);
            } else {
                walkWishes(frame, Objects.requireNonNull(frame.service));
            }
        }
    }

    private void walkList(Frame frame) {
        Offer offer = frame.cursor;
        if (offer != null) {
            core.edgesVisited++;
            frame.cursor = offer.nextInSlot();
            // A service that asks for all of its own kind is not in its own list.
            if (offer.service() != frame.service) {
                enter(offer.service());
            }
        } else if (frame.service != null) {
            frame.list = null;
        } else {
            Objects.requireNonNull(frame.list).ownRoster().verified = number;
            depth--;
        }
    }

    private void walkWishes(Frame frame, Node service) {
        Dependency<?>[] wishes = service.component.wishes;
        if (frame.wish == wishes.length) {
            service.clear(Node.OPEN);
            service.set(Node.GOOD);
            depth--;
            return;
        }
        core.edgesVisited++;
        int wish = frame.wish++;
        Kind kind = wishes[wish].kind;
        Slot slot = service.edge(wish).slot();
        if (kind != Kind.ALL) {
            refuseSeveral(service, slot);
        }
        if (kind == Kind.REQUIRED) {
            enter(only(service, slot));
        } else if (!service.component.isParameter(wish)) {
            return;
        } else if (service.offersIn(slot)) {
            frame.list = slot;
            frame.cursor = slot.first();
        } else {
            enter(slot);
        }
    }

    private void enter(Slot list) {
        Roster roster = list.ownRoster();
        if (roster.verified == -number) {
            throw new CyclicDependencyException(circle(frame -> frame.service == null && frame.list == list));
        }
        if (roster.verified != number) {
            roster.verified = -number;
            push(null, list);
        }
    }

    private void enter(Node service) {
        if (service.is(Node.OPEN)) {
            throw new CyclicDependencyException(circle(frame -> frame.service == service));
        }
        if (!service.is(Node.GOOD)) {
            service.set(Node.OPEN);
            push(service, null);
        }
    }

    private void push(@Nullable Node service, @Nullable Slot list) {
        if (depth == path.size()) {
            path.add(new Frame());
        }
        path.get(depth++).set(service, list);
    }

    private static Node only(Node service, Slot slot) {
        Offer first = slot.first();
        Node factory = slot.factory();
        if (factory != null) {
            return factory;
        }
        if (first == null) {
            throw new MissingServiceException(service.name() + " requires " + slot
                    + ", which nobody offers; add a component that does, or make the dependency optional");
        }
        return first.service();
    }

    private static void refuseSeveral(Node service, Slot slot) {
        Offer first = slot.first();
        Node factory = slot.factory();
        if (first == null || (first.nextInSlot() == null && factory == null)) {
            return;
        }
        int several = slot.registered() + (factory == null ? 0 : 1);
        List<String> names = new ArrayList<>();
        if (factory != null) {
            names.add(factory.name());
        }
        for (Offer offer = slot.first(); offer != null && names.size() < 3; offer = offer.nextInSlot()) {
            names.add(offer.service().name());
        }
        throw new AmbiguousServiceException(
                service.name() + " asks for one " + slot + ", and " + several + " offer it: "
                        + String.join(", ", names) + (several > names.size() ? ", ..." : "")
                        + "; ask by qualifier or property, or for all");
    }

    /** The services from a vertex of the way on, the first of them again at the end. */
    private List<String> circle(Predicate<Frame> closing) {
        List<String> names = new ArrayList<>();
        boolean inside = false;
        for (int i = 0; i < depth; i++) {
            Frame frame = path.get(i);
            inside |= closing.test(frame);
            if (inside && frame.service != null) {
                names.add(frame.service.name());
            }
        }
        names.add(names.get(0));
        return names;
    }
}
