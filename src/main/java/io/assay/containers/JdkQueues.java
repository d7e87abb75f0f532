package io.assay.containers;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;

/** {@link ArrayDeque} and {@link PriorityQueue}; both refuse null by themselves, always. */
final class JdkQueues {
    private JdkQueues() {}

    static final class Fifo<E> extends ArrayDeque<E> implements ObjectQueue<E> {
        Fifo(int expected) {
            super(Sizing.checked(expected));
        }
    }

    static final class ByPriority<E> extends PriorityQueue<E> implements ObjectQueue<E> {
        ByPriority(int expected, Comparator<? super E> order) {
            // It alone takes no 0.
            super(Math.max(1, Sizing.checked(expected)), Nulls.refuse(order, "order"));
        }
    }
}
