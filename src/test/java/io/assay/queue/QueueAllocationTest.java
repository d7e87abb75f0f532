package io.assay.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is handed over again and again leaves no garbage, where the kind has no nodes. */
class QueueAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 2_000;
    private static final String ITEM = "item";
    private static final Consumer<String> NOWHERE = item -> {};

    @ParameterizedTest
    @EnumSource
    void aNodeAnItemOrNothing(QueueKind kind) {
        Handoff<String> queue = kind.create(64);
        long bytes = leastAllocated(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                for (int j = 0; j < 5; j++) queue.offer(ITEM);
                queue.poll();
                queue.drain(NOWHERE, 10);
            }
        });
        if (kind.memory().startsWith("a node")) {
            assertTrue(bytes >= 16L * 5 * ROUNDS, bytes + " bytes: less than a node an item");
        } else if (kind == QueueKind.JCTOOLS_XADD) {
            assertTrue(bytes < ROUNDS, bytes + " bytes: more than a chunk now and then");
        } else {
            assertEquals(0, bytes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void waitingIsFree(WaitStrategy strategy) {
        WaitingHandoff<String> queue = new WaitingHandoff<>(QueueKind.VARHANDLE_ARRAY.create(4), strategy);
        assertEquals(0, leastAllocated(() -> {
            try {
                for (int i = 0; i < 50; i++) {
                    queue.await(1_000);
                    queue.take(1_000);
                    queue.wakeUp();
                    queue.await(Long.MAX_VALUE);
                    queue.offer(ITEM);
                    queue.take();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    @Test
    void theRingOfBytesIsFree() {
        ByteRing ring = new ByteRing(1_024);
        byte[] message = new byte[20];
        ByteRing.ByteConsumer nowhere = (buffer, index, length) -> {};
        assertEquals(0, leastAllocated(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                for (int j = 0; j < 5; j++) ring.offer(message, 0, 20);
                ring.drain(nowhere, 10);
            }
        }));
    }

    /** The least of some tries: the JVM bills this thread, once in a while, for resolving and compiling. */
    private static long leastAllocated(Runnable measured) {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            measured.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
