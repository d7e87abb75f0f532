package io.assay.containers;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What containers hold of the heap. */
final class HeldBytes {
    /** Some 10 KB of noise are less than a byte an element. */
    private static final int ELEMENTS = 65_536;

    private HeldBytes() {}

    /**
     * Fills so many containers that they have 65,536 elements together, and tells how much less lives when they are gone.
     *
     * @param fill fills a new one and hands it out
     * @param forget lets go of the last one that was filled
     * @return bytes for each element, rounded
     */
    static long perElement(int n, Supplier<Object> fill, Runnable forget) {
        int count = Math.max(1, ELEMENTS / n);
        List<Object> held = new ArrayList<>(count);
        for (int i = 0; i < count; i++) held.add(fill.get());
        forget.run();
        long with = live();
        if (held.size() != count) {
            throw new IllegalStateException("they must be held until here");
        }
        held.clear();
        return Math.max(0, Math.round((with - live()) / ((double) count * n)));
    }

    /**
     * The same of a benchmark's subject, which is left filled.
     *
     * @param fill begins the subject anew and fills it
     */
    static long perElement(int n, Subject<?> subject, Runnable fill) {
        Supplier<Object> filled = () -> {
            fill.run();
            return subject.container();
        };
        long bytes = perElement(n, filled, subject::empty);
        fill.run();
        return bytes;
    }

    /** A second collection takes what the first one's reference queues let go. */
    private static long live() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
