package io.assay.inject;

import io.assay.containers.Containers;
import io.assay.containers.ObjectMap;
import org.jspecify.annotations.Nullable;

/** The services of a type by the values of one property; a link of the list of its port. */
final class PropertyIndex {
    final String property;
    final @Nullable PropertyIndex next;
    final ObjectMap<Object, Slot.ByValue> slots = Containers.ACTIVE.objectMap(4);

    PropertyIndex(String property, @Nullable PropertyIndex next) {
        this.property = property;
        this.next = next;
    }

    /** The slot of a value, made if it is not there. */
    Slot.ByValue slot(Port port, Object value) {
        Slot.ByValue slot = slots.get(value);
        if (slot == null) {
            slot = new Slot.ByValue(port, property, value);
            slots.put(value, slot);
        }
        return slot;
    }

    /** Enters a service if it has the property. */
    void enter(Port port, Shared service) {
        Object value = service.property(property);
        if (value != null) {
            slot(port, value).register(service.freeOffer());
        }
    }
}
