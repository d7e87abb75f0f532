package io.assay.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who waits in a blocker, and whom a signal costs something. */
class BlockerWaiterTest {
    private final List<String> calls = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private final Waiter waiter = Waiter.over(new Blocker() {
        @Override
        public void block(long nanos) {
            calls.add("block " + nanos);
            meanwhile.run();
        }

        @Override
        public void unblock() {
            calls.add("unblock");
        }
    });

    @Test
    void itBlocksForAsLongAsItMayWait() throws InterruptedException {
        assertTrue(waiter.await(() -> false, 17), "early, as a blocker may");
        assertEquals(List.of("block 17"), calls);
        assertFalse(waiter.await(() -> false, 0));
        assertTrue(waiter.await(() -> true, 5));
        assertEquals(List.of("block 17"), calls, "no wait, no block");
    }

    @Test
    void whatIsThereAtTheSecondLookIsNotWaitedFor() throws InterruptedException {
        int[] looks = new int[1];
        assertTrue(waiter.await(() -> ++looks[0] == 2, 17));
        assertEquals(List.of(), calls);
        waiter.signal();
        assertEquals(List.of(), calls, "nobody blocks any more");
    }

    @Test
    void oneSignalOfSeveralUnblocksWhoBlocks() throws InterruptedException {
        waiter.signal();
        meanwhile = () -> {
            waiter.signal();
            waiter.signal();
        };
        waiter.await(() -> false, 17);
        waiter.signal();
        assertEquals(List.of("block 17", "unblock"), calls);
        assertTrue(waiter.fencesSignal());
    }

    @Test
    void aBlockerThatThrowsBlocksNobody() {
        meanwhile = () -> {
            throw new IllegalStateException("planted");
        };
        assertThrows(IllegalStateException.class, () -> waiter.await(() -> false, 17));
        waiter.signal();
        assertEquals(List.of("block 17"), calls);
    }

    @Test
    void aPendingInterruptIsNotWaitedWith() throws InterruptedException {
        Thread.currentThread().interrupt();
        assertTrue(waiter.await(() -> true, 17), "no wait, no interrupt");
        assertThrows(InterruptedException.class, () -> waiter.await(() -> false, 17));
        assertFalse(Thread.interrupted());
        assertEquals(List.of(), calls);
    }

    @Test
    void aWakeUpEndsOneWait() throws InterruptedException {
        waiter.wakeUp();
        assertTrue(waiter.await(() -> false, 17));
        assertEquals(List.of(), calls);
        waiter.await(() -> false, 17);
        assertEquals(List.of("block 17"), calls);
    }
}
