package io.assay.containers;

import it.unimi.dsi.fastutil.PriorityQueue;
import it.unimi.dsi.fastutil.objects.ObjectArrayFIFOQueue;
import it.unimi.dsi.fastutil.objects.ObjectHeapPriorityQueue;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** fastutil's circular array and binary heap. */
final class FastutilQueues {
    private FastutilQueues() {}

    /** fastutil's name for every queue is PriorityQueue, and all throw when they are empty. */
    private interface Polled<E> extends PriorityQueue<E>, ObjectQueue<E> {
        @Override
        default boolean isEmpty() {
            return size() == 0;
        }

        @Override
        default boolean offer(E element) {
            enqueue(Nulls.refuse(element, "element"));
            return true;
        }

        @Override
        default @Nullable E poll() {
            return isEmpty() ? null : dequeue();
        }

        @Override
        default @Nullable E peek() {
            return isEmpty() ? null : first();
        }
    }

    static final class Fifo<E> extends ObjectArrayFIFOQueue<E> implements Polled<E> {
        Fifo(int expected) {
            super(Sizing.checked(expected));
        }
    }

    static final class ByPriority<E> extends ObjectHeapPriorityQueue<E> implements Polled<E> {
        ByPriority(int expected, Comparator<? super E> order) {
            super(Sizing.checked(expected), Nulls.refuse(order, "order"));
        }
    }
}
