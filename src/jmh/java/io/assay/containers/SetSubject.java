package io.assay.containers;

import io.assay.containers.peers.ContainerFactory;
import java.util.function.BiConsumer;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;

/**
 * A set under measurement, its elements named by their index.
 *
 * @param <C> the kind of set
 */
final class SetSubject<C extends Container> extends Subject<C> {
    private final Operation<C> contains;
    private final Operation<C> add;
    private final Operation<C> remove;
    private final IntToLongFunction worth;

    private SetSubject(
            Supplier<C> maker,
            Operation<C> contains,
            Operation<C> add,
            Operation<C> remove,
            BiConsumer<C, Subject<C>> walk,
            IntToLongFunction worth) {
        super(maker, walk);
        this.contains = contains;
        this.add = add;
        this.remove = remove;
        this.worth = worth;
    }

    /** What is done with an element. */
    private interface Operation<C> {
        boolean on(C set, int element);
    }

    static SetSubject<?> of(KeyKind kind, ContainerFactory factory, int count) {
        return switch (kind) {
            case OBJECT -> ofObject(factory, ContainerKeys.strings(count));
            case INT -> ofInt(factory, ContainerKeys.ints(count));
            case LONG -> ofLong(factory, ContainerKeys.longs(count));
        };
    }

    private static SetSubject<ObjectSet<String>> ofObject(ContainerFactory factory, String[] elements) {
        return new SetSubject<>(
                () -> factory.objectSet(0),
                (set, i) -> set.contains(elements[i]),
                (set, i) -> set.add(elements[i]),
                (set, i) -> set.remove(elements[i]),
                (set, subject) -> set.forEach(element -> subject.count(element.hashCode())),
                i -> elements[i].hashCode());
    }

    private static SetSubject<IntSet> ofInt(ContainerFactory factory, int[] elements) {
        return new SetSubject<>(
                () -> factory.intSet(0),
                (set, i) -> set.contains(elements[i]),
                (set, i) -> set.add(elements[i]),
                (set, i) -> set.remove(elements[i]),
                (set, subject) -> set.forEachInt(subject::count),
                i -> elements[i]);
    }

    private static SetSubject<LongSet> ofLong(ContainerFactory factory, long[] elements) {
        return new SetSubject<>(
                () -> factory.longSet(0),
                (set, i) -> set.contains(elements[i]),
                (set, i) -> set.add(elements[i]),
                (set, i) -> set.remove(elements[i]),
                (set, subject) -> set.forEachLong(subject::count),
                i -> elements[i]);
    }

    boolean contains(int element) {
        return contains.on(container(), element);
    }

    boolean add(int element) {
        return add.on(container(), element);
    }

    boolean remove(int element) {
        return remove.on(container(), element);
    }

    /** What an element is worth. */
    long sum(int element) {
        return worth.applyAsLong(element);
    }
}
