package io.assay.inject;

import org.jspecify.annotations.Nullable;

/** A service that was made for who asked: nobody else finds it. */
final class Product extends Node {
    final Factory factory;
    private final @Nullable Edge asker;
    private final int depth;
    /** Neighbours in the list of the factory. */
    @Nullable
    Product previous;

    @Nullable
    Product next;

    Product(Factory factory, int id, @Nullable Edge asker) {
        super(factory.component, id, WANTED | PRODUCT);
        this.factory = factory;
        this.asker = asker;
        depth = asker == null ? 1 : asker.consumer().depth() + 1;
    }

    @Override
    Core core() {
        return factory.core();
    }

    @Override
    @Nullable
    Offer offers() {
        return null;
    }

    @Override
    Slot slotFor(Dependency<?> wish) {
        return factory.slotFor(wish);
    }

    @Override
    @Nullable
    Edge asker() {
        return asker;
    }

    @Override
    int depth() {
        return depth;
    }
}
