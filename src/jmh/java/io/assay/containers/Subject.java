package io.assay.containers;

import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A container under measurement. What it does is handed to it in functions, one for each operation: a fork makes one
 * subject, so that every call has one target and is inlined.
 *
 * @param <C> what contains
 */
abstract class Subject<C extends Container> {
    private final Supplier<C> maker;
    private final BiConsumer<C, Subject<C>> walk;
    private C container;
    private long sum;

    /**
     * Begins empty.
     *
     * @param maker makes an empty container, which grows as it is filled
     * @param walk tells the subject what each element is worth
     */
    Subject(Supplier<C> maker, BiConsumer<C, Subject<C>> walk) {
        this.maker = maker;
        this.walk = walk;
        this.container = maker.get();
    }

    /** What is filled at present. */
    final C container() {
        return container;
    }

    final int size() {
        return container.size();
    }

    /** Begins anew with an empty container. */
    final void empty() {
        container = maker.get();
    }

    final void count(long worth) {
        sum += worth;
    }

    /** The sum of what the elements are worth. */
    final long sum() {
        sum = 0;
        walk.accept(container, this);
        return sum;
    }
}
