package io.assay.inject;

import org.jspecify.annotations.Nullable;

/** A type that is offered or asked for: the slot of all that offer it, and those of the questions by property. */
final class Port extends Slot {
    final Core core;
    final Class<?> type;

    Port(Core core, Class<?> type) {
        this.core = core;
        this.type = type;
    }

    @Override
    Port port() {
        return this;
    }

    private @Nullable PropertyIndex indexes() {
        Roster roster = roster();
        return roster == null ? null : roster.indexes;
    }

    @Override
    boolean answers(Dependency<?> asking) {
        return asking.type == type && asking.property == null;
    }

    /** The slot of a dependency on this type. */
    Slot slot(Dependency<?> asking) {
        return asking.property == null || asking.value == null
                ? this
                : index(asking.property).slot(this, asking.value);
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
    void register(Shared service) {
        Object qualifier = service.property(Service.QUALIFIER);
        if (service instanceof Factory factory) {
            Slot served = qualifier == null ? this : index(Service.QUALIFIER).slot(this, qualifier);
            served.ownRoster().factory = factory;
            service.freeOffer().enter(served);
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
        ownRoster().indexes = added;
        // Those that are there already; nobody waits in these slots yet.
        for (Offer offer = first(); offer != null; offer = offer.nextInSlot()) {
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
