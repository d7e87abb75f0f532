package io.assay.inject;

import io.assay.containers.Containers;
import io.assay.containers.ObjectMap;
import org.jspecify.annotations.Nullable;

/** A type that is offered or asked for, and the questions that are asked about it. */
final class Port {
    final Class<?> type;
    /** All that offer it. */
    final Slot any = new Slot(this, null, null);
    /** An index for each property that somebody has asked by, or that must be unique. */
    private @Nullable ByProperty indexes;

    Port(Class<?> type) {
        this.type = type;
    }

    /** The services by the values of one property. */
    private static final class ByProperty {
        final String property;
        final @Nullable ByProperty next;
        final ObjectMap<Object, Slot> slots = Containers.ACTIVE.objectMap(4);

        ByProperty(String property, @Nullable ByProperty next) {
            this.property = property;
            this.next = next;
        }
    }

    Slot slot(@Nullable String property, @Nullable Object value) {
        if (property == null || value == null) {
            return any;
        }
        return slot(index(property), value);
    }

    /** The slot if a service asks for it or is in it. */
    @Nullable
    Slot known(String property, @Nullable Object value) {
        if (value == null) {
            return any;
        }
        for (ByProperty index = indexes; index != null; index = index.next) {
            if (index.property.equals(property)) {
                return index.slots.get(value);
            }
        }
        return null;
    }

    int slotCount() {
        int count = 1;
        for (ByProperty index = indexes; index != null; index = index.next) {
            count += index.slots.size();
        }
        return count;
    }

    /** Forgets a question that nobody asks, and that has no answer. */
    void dropIfUnused(Slot slot) {
        for (ByProperty index = indexes; index != null && slot.value != null; index = index.next) {
            if (index.property.equals(slot.property) && slot.isUnused()) {
                index.slots.remove(slot.value);
            }
        }
    }

    boolean isUnused() {
        boolean unused = any.isUnused();
        for (ByProperty index = indexes; index != null && unused; index = index.next) {
            unused = index.slots.size() == 0;
        }
        return unused;
    }

    /** Enters a service that is not active, wherever it may be asked for. */
    void register(Node service) {
        if (service.is(Node.FACTORY)) {
            Slot served = slot(Service.QUALIFIER, service.property(Service.QUALIFIER));
            served.factory = service;
            service.plan.factory = service;
            service.freeOffer().slot = served;
            return;
        }
        if (service.property(Service.QUALIFIER) != null) {
            index(Service.QUALIFIER);
        }
        any.register(service.freeOffer());
        for (ByProperty index = indexes; index != null; index = index.next) {
            enter(service, index);
        }
    }

    private ByProperty index(String property) {
        for (ByProperty index = indexes; index != null; index = index.next) {
            if (index.property.equals(property)) {
                return index;
            }
        }
        ByProperty added = new ByProperty(property, indexes);
        indexes = added;
        // Those that are there already; nobody waits in these slots yet.
        for (Offer offer = any.first(); offer != null; offer = offer.next) {
            enter(offer.service(), added);
        }
        return added;
    }

    private void enter(Node service, ByProperty index) {
        Object value = service.property(index.property);
        if (value == null) {
            return;
        }
        Slot slot = slot(index, value);
        Offer offer = service.freeOffer();
        slot.register(offer);
        if (service.state() == Service.State.ACTIVE) {
            slot.activate(offer);
        }
        slot.failed += service.state() == Service.State.FAILED ? 1 : 0;
        slot.pending += service.is(Node.PENDING) ? 1 : 0;
    }

    private Slot slot(ByProperty index, Object value) {
        Slot slot = index.slots.get(value);
        if (slot == null) {
            slot = new Slot(this, index.property, value);
            index.slots.put(value, slot);
        }
        return slot;
    }
}
