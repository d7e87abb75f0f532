package io.assay.inject;

import org.jspecify.annotations.Nullable;

/** A type that is offered or asked for: the slot of all that offer it, and those of the questions by property. */
final class Port extends Slot {
    final Class<?> type;
    /** One of the plans whose services offer this type first: mostly the only one; others are in a map of {@link Core}. */
    @Nullable
    Plan plan;

    Port(Class<?> type) {
        this.type = type;
    }

    @Override
    Port port() {
        return this;
    }

    private @Nullable PropertyIndex indexes() {
        Rare rare = rare();
        return rare == null ? null : rare.indexes;
    }

    /** The slot of a dependency on this type. */
    Slot slot(Dependency<?> asked) {
        return asked.property == null || asked.value == null
                ? this
                : index(asked.property).slot(this, asked.value);
    }

    /** The slot if a service asks for it or is in it. */
    @Nullable
    Slot known(String property, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        for (PropertyIndex index = indexes(); index != null; index = index.next) {
            if (index.property.equals(property)) {
                return index.slots.get(value);
            }
        }
        return null;
    }

    int slotCount() {
        int count = 1;
        for (PropertyIndex index = indexes(); index != null; index = index.next) {
            count += index.slots.size();
        }
        return count;
    }

    /** Forgets a question that nobody asks, and that has no answer. */
    void dropIfUnused(ByValue slot) {
        for (PropertyIndex index = indexes(); index != null; index = index.next) {
            if (index.property.equals(slot.property) && slot.isUnused()) {
                index.slots.remove(slot.value);
            }
        }
    }

    @Override
    boolean isUnused() {
        boolean unused = super.isUnused();
        for (PropertyIndex index = indexes(); index != null && unused; index = index.next) {
            unused = index.slots.size() == 0;
        }
        return unused;
    }

    /** Enters a service that is not active, wherever it may be asked for. */
    void register(Node service) {
        Object qualifier = service.property(Service.QUALIFIER);
        if (service.is(Node.FACTORY)) {
            Slot served = qualifier == null ? this : index(Service.QUALIFIER).slot(this, qualifier);
            served.ownRare().factory = service;
            service.freeOffer().slot = served;
            return;
        }
        if (qualifier != null) {
            index(Service.QUALIFIER);
        }
        register(service.freeOffer());
        for (PropertyIndex index = indexes(); index != null; index = index.next) {
            index.enter(this, service);
        }
    }

    private PropertyIndex index(String property) {
        for (PropertyIndex index = indexes(); index != null; index = index.next) {
            if (index.property.equals(property)) {
                return index;
            }
        }
        PropertyIndex added = new PropertyIndex(property, indexes());
        ownRare().indexes = added;
        // Those that are there already; nobody waits in these slots yet.
        for (Offer offer = first(); offer != null; offer = offer.next) {
            added.enter(this, offer.service());
        }
        return added;
    }

    /** As messages have it. */
    @Override
    public String toString() {
        return type.getName();
    }
}
