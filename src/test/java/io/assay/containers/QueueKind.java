package io.assay.containers;

import java.util.Comparator;

/** The queues, seen alike. */
enum QueueKind {
    FIFO {
        @Override
        ObjectQueue<Integer> open(Containers containers, int expected) {
            return containers.fifoQueue(expected);
        }
    },
    PRIORITY {
        @Override
        ObjectQueue<Integer> open(Containers containers, int expected) {
            return containers.priorityQueue(expected, Comparator.<Integer>naturalOrder());
        }
    };

    abstract ObjectQueue<Integer> open(Containers containers, int expected);
}
