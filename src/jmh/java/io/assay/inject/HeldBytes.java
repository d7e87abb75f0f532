package io.assay.inject;

import io.assay.inject.peers.ContainerAdapter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a started container holds of the heap. */
final class HeldBytes {
    /** Some 10 KB of noise are less than a byte a component. */
    private static final int COMPONENTS = 16_384;

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private HeldBytes() {}

    /**
     * Starts so many containers that they have 16,384 components together, or for two seconds, and tells how much less lives
     * when they are gone; what a library keeps for each class is not in it. That is done twice, and the second time counts:
     * what first starts leave behind once, until reflection and method handles have warmed up, goes with the first.
     *
     * @return bytes for each component
     */
    static long perComponent(ContainerAdapter adapter) {
        weigh(adapter);
        return weigh(adapter);
    }

    private static long weigh(ContainerAdapter adapter) {
        int n = adapter.components().size();
        long began = System.nanoTime();
        List<ContainerAdapter.Running> held = new ArrayList<>();
        do {
            held.add(adapter.start());
        } while (held.size() * n < COMPONENTS && System.nanoTime() - began < MOST_NANOS);
        adapter.components().takeMade();
        int components = held.size() * n;
        long with = live();
        held.forEach(ContainerAdapter.Running::close);
        held.clear();
        return Math.max(0, Math.round((with - live()) / (double) components));
    }

    /** A second collection takes what the first one's reference queues let go. */
    private static long live() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
