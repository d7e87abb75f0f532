package io.assay.inject;

import org.jspecify.annotations.Nullable;

/** A component as one container knows it: the slots that all its services share. */
class Plan {
    private static final Slot[] NONE = {};

    final Core core;
    final Component<Object> component;
    /** The type that its services offer first. */
    final Port port;
    /** The slot of each wish: one, or an array of them. */
    private final Object slots;
    /** How many services share this, products among them. */
    int services;

    Plan(Core core, Component<Object> component, Port port) {
        this.core = core;
        this.component = component;
        this.port = port;
        Dependency<?>[] wishes = component.wishes;
        slots = wishes.length == 1 ? enter(wishes[0]) : wishes.length == 0 ? NONE : enterAll(wishes);
    }

    private Slot enter(Dependency<?> wish) {
        Slot slot = core.port(wish.type).slot(wish);
        slot.plans++;
        return slot;
    }

    private Slot[] enterAll(Dependency<?>[] wishes) {
        Slot[] all = new Slot[wishes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = enter(wishes[i]);
        }
        return all;
    }

    final Slot slot(int wish) {
        return slots instanceof Slot only ? only : ((Slot[]) slots)[wish];
    }

    /** Gives up the slots, when there is no service left. */
    final void release() {
        for (int i = 0; i < component.wishes.length; i++) {
            Slot slot = slot(i);
            slot.plans--;
            core.dropIfUnused(slot);
        }
        for (int i = 0; i < component.offerCount(); i++) {
            Port offered = core.knownPort(component.offer(i));
            if (offered != null) {
                core.dropIfUnused(offered);
            }
        }
    }

    /** The plan of a component that makes services per request: one for each time that it is added. */
    static final class PerRequest extends Plan {
        /** What makes them, once it is in the container. */
        @Nullable
        Node factory;
        /** What was made and is not removed: the first of a list through the nodes. */
        private @Nullable Offer products;

        PerRequest(Core core, Component<Object> component, Port port) {
            super(core, component, port);
        }

        @Nullable
        Offer products() {
            return products;
        }

        void addProduct(Node product) {
            Offer first = products;
            product.next = first;
            if (first != null) {
                first.previous = product;
            }
            products = product;
        }

        void removeProduct(Node product) {
            Offer before = product.previous;
            Offer after = product.next;
            if (before == null) {
                products = after;
            } else {
                before.next = after;
            }
            if (after != null) {
                after.previous = before;
            }
            product.previous = null;
            product.next = null;
        }
    }
}
