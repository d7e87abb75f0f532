package io.assay.inject;

import org.jspecify.annotations.Nullable;

/**
 * A service's place in the list of a slot. The first one of a service is the service's node itself, as most have only one.
 */
abstract class Offer {
    @Nullable
    Slot slot;

    @Nullable
    Offer previous;

    @Nullable
    Offer next;

    @Nullable
    Offer nextOfService;

    abstract Node service();

    /** Any but the first of a service. */
    static final class Further extends Offer {
        private final Node service;

        Further(Node service) {
            this.service = service;
        }

        @Override
        Node service() {
            return service;
        }
    }
}
