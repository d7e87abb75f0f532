package io.assay.inject;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes services per request. */
final class Factory extends Shared {
    private final @Nullable Map<String, ?> properties;
    /** What was made and is not removed: the first of a list through the products. */
    private @Nullable Product products;

    Factory(Component<Object> component, int id, @Nullable Map<String, ?> properties) {
        super(component, id, WANTED | FACTORY);
        this.properties = properties;
    }

    @Override
    @Nullable
    Map<String, ?> ownProperties() {
        return properties;
    }

    @Override
    boolean mayStop() {
        return super.mayStop() && products == null;
    }

    @Nullable
    Product products() {
        return products;
    }

    void add(Product product) {
        Product first = products;
        product.next = first;
        if (first != null) {
            first.previous = product;
        }
        products = product;
    }

    void remove(Product product) {
        Product before = product.previous;
        Product after = product.next;
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
