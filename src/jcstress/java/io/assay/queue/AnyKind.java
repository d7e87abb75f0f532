package io.assay.queue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Gives the states of one test all kinds of queues in turn. */
final class AnyKind {
    private static final QueueKind[] ALL = QueueKind.values();
    private static final QueueKind[] BOUNDED =
            Stream.of(ALL).filter(QueueKind::bounded).toArray(QueueKind[]::new);
    private static final AtomicInteger TURN = new AtomicInteger();

    private AnyKind() {}

    static QueueKind next() {
        return ALL[Math.floorMod(TURN.getAndIncrement(), ALL.length)];
    }

    static QueueKind nextBounded() {
        return BOUNDED[Math.floorMod(TURN.getAndIncrement(), BOUNDED.length)];
    }
}
