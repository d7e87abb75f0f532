package io.assay.inject;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service's place in a slot, linked to its neighbours there. The first one of a service is the service itself, as most have
 * only one: so this is an interface.
 */
interface Offer {
    Shared service();

    /** Where it is; to be asked once it was entered. */
    Slot inSlot();

    void enter(Slot slot);

    @Nullable
    Offer previousInSlot();

    void setPreviousInSlot(@Nullable Offer offer);

    @Nullable
    Offer nextInSlot();

    void setNextInSlot(@Nullable Offer offer);

    /** The service's next one. */
    @Nullable
    Offer nextOfService();

    /** Any but the first of a service. */
    final class Further implements Offer {
        private final Shared service;
        private final @Nullable Offer nextOfService;
        private @Nullable Slot slot;
        private @Nullable Offer previous;
        private @Nullable Offer next;

        Further(Shared service, @Nullable Offer nextOfService) {
            this.service = service;
            this.nextOfService = nextOfService;
        }

        @Override
        public Shared service() {
            return service;
        }

        @Override
        public Slot inSlot() {
            return Objects.requireNonNull(slot);
        }

        @Override
        public void enter(Slot entered) {
            slot = entered;
        }

        @Override
        public @Nullable Offer previousInSlot() {
            return previous;
        }

        @Override
        public void setPreviousInSlot(@Nullable Offer offer) {
            previous = offer;
        }

        @Override
        public @Nullable Offer nextInSlot() {
            return next;
        }

        @Override
        public void setNextInSlot(@Nullable Offer offer) {
            next = offer;
        }

        @Override
        public @Nullable Offer nextOfService() {
            return nextOfService;
        }
    }
}
