package io.assay.containers;

import io.assay.containers.peers.ContainerFactory;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A list under measurement; its elements are numbers.
 *
 * @param <C> the kind of list
 */
final class ListSubject<C extends Container> extends Subject<C> {
    private final At<C> get;
    private final Add<C> add;
    private final At<C> removeAt;

    private ListSubject(Supplier<C> maker, At<C> get, Add<C> add, At<C> removeAt, BiConsumer<C, Subject<C>> walk) {
        super(maker, walk);
        this.get = get;
        this.add = add;
        this.removeAt = removeAt;
    }

    /** What is done at an index, where an element is. */
    private interface At<C> {
        long on(C list, int index);
    }

    /** Puts an element at the end. */
    private interface Add<C> {
        boolean on(C list, int element);
    }

    static ListSubject<?> of(ElementKind kind, ContainerFactory factory, int count) {
        return switch (kind) {
            case OBJECT_LIST -> ofObject(factory, count);
            case INT_LIST -> ofInt(factory);
            case LONG_LIST -> ofLong(factory);
        };
    }

    private static ListSubject<ObjectList<Integer>> ofObject(ContainerFactory factory, int count) {
        Integer[] elements = new Integer[count];
        Arrays.setAll(elements, i -> i);
        return new ListSubject<>(
                () -> factory.objectList(0),
                (list, index) -> list.get(index),
                (list, element) -> list.add(elements[element]),
                (list, index) -> list.removeAt(index),
                (list, subject) -> list.forEach(element -> subject.count(element)));
    }

    private static ListSubject<IntList> ofInt(ContainerFactory factory) {
        return new ListSubject<>(
                () -> factory.intList(0),
                IntList::getInt,
                IntList::addInt,
                IntList::removeAt,
                (list, subject) -> list.forEachInt(subject::count));
    }

    private static ListSubject<LongList> ofLong(ContainerFactory factory) {
        return new ListSubject<>(
                () -> factory.longList(0),
                LongList::getLong,
                (list, element) -> list.addLong(element),
                LongList::removeAt,
                (list, subject) -> list.forEachLong(subject::count));
    }

    long get(int index) {
        return get.on(container(), index);
    }

    boolean add(int element) {
        return add.on(container(), element);
    }

    long removeAt(int index) {
        return removeAt.on(container(), index);
    }
}
