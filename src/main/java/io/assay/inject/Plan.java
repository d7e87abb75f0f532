package io.assay.inject;

import org.jspecify.annotations.Nullable;

/** A component as one container knows it: the ports and slots that all its services share. */
final class Plan {
    final Core core;
    final Component<Object> component;
    final Port[] ports;
    /** The slot of each wish. */
    final Slot[] slots;
    /** How many services share this, products among them. */
    int services;
    /** What makes services per request; null for other components. */
    @Nullable
    Node factory;
    /** What was made per request and is not removed: the first of a list through the nodes. */
    private @Nullable Offer products;

    Plan(Core core, Component<Object> component) {
        this.core = core;
        this.component = component;
        ports = new Port[component.offers.length];
        slots = new Slot[component.wishes.length];
        for (int i = 0; i < ports.length; i++) {
            ports[i] = core.port(component.offers[i]);
        }
        for (int i = 0; i < slots.length; i++) {
            Dependency<?> dependency = component.wishes[i].dependency();
            slots[i] = core.port(dependency.type).slot(dependency.property, dependency.value);
            slots[i].plans++;
        }
    }

    /** Gives up the slots, when there is no service left. */
    void release() {
        for (Slot slot : slots) {
            slot.plans--;
            core.dropIfUnused(slot);
        }
        for (Port port : ports) {
            core.dropIfUnused(port.any);
        }
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
