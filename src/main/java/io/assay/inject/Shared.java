package io.assay.inject;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A service that was added, in the slots of what it offers: itself in the first of them. */
class Shared extends Node implements Offer {
    private @Nullable Slot slot;
    private @Nullable Offer previousInSlot;
    private @Nullable Offer nextInSlot;
    private @Nullable Offer nextOfService;

    private Shared(Component<Object> component, int id) {
        this(component, id, WANTED);
    }

    Shared(Component<Object> component, int id, int flags) {
        super(component, id, flags);
    }

    static Shared of(Component<Object> component, int id, @Nullable Map<String, ?> properties) {
        if (component.perRequest) {
            return new Factory(component, id, properties);
        }
        return properties == null ? new Shared(component, id) : new Described(component, id, properties);
    }

    /** One with properties of its own. */
    private static final class Described extends Shared {
        private final Map<String, ?> properties;

        Described(Component<Object> component, int id, Map<String, ?> properties) {
            super(component, id);
            this.properties = properties;
        }

        @Override
        Map<String, ?> ownProperties() {
            return properties;
        }
    }

    @Override
    final Core core() {
        return inSlot().port().core;
    }

    @Override
    final Offer offers() {
        return this;
    }

    @Override
    final Slot slotFor(Dependency<?> wish) {
        Slot first = inSlot();
        return first.answers(wish) ? first : core().slot(wish);
    }

    /** An offer that is in no slot yet: the service itself if that is one. */
    final Offer freeOffer() {
        if (slot == null) {
            return this;
        }
        Offer offer = new Offer.Further(this, nextOfService);
        nextOfService = offer;
        return offer;
    }

    /** Of one that is in no slot any more. Its first one it knows on, and by that the container. */
    final void dropFurtherOffers() {
        nextOfService = null;
    }

    @Override
    public final Shared service() {
        return this;
    }

    @Override
    public final Slot inSlot() {
        return Objects.requireNonNull(slot);
    }

    @Override
    public final void enter(Slot entered) {
        slot = entered;
    }

    @Override
    public final @Nullable Offer previousInSlot() {
        return previousInSlot;
    }

    @Override
    public final void setPreviousInSlot(@Nullable Offer offer) {
        previousInSlot = offer;
    }

    @Override
    public final @Nullable Offer nextInSlot() {
        return nextInSlot;
    }

    @Override
    public final void setNextInSlot(@Nullable Offer offer) {
        nextInSlot = offer;
    }

    @Override
    public final @Nullable Offer nextOfService() {
        return nextOfService;
    }
}
