package io.assay.eventloop;

import io.assay.containers.Containers;
import io.assay.containers.ObjectList;
import io.assay.queue.Handoff;
import io.assay.queue.Waiter;
import java.lang.invoke.VarHandle;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What other threads post, on its way to the backlog, and the gate that ends it without losing or doubling anything and
 * without a lock or a counter in each post.
 *
 * <p>The gate goes one way. {@code OPEN}: posts are taken. {@code CLOSED}: a post that has not looked at the gate yet is
 * refused; one that has is under way. {@code SEALING}: the loop takes out, for the last time, what is inside.
 * {@code SEALED}: it is done.
 *
 * <pre>
 *   poster                                    loop
 *   P1  gate is OPEN, else refused            L1  gate = SEALING
 *   P2  puts the item in                      L2  takes items until the queue is empty
 *   P3  full fence
 *   P4  gate is not yet SEALING: accepted     L3  gate = SEALED
 * </pre>
 *
 * Each side writes one word and then reads the other's. The gate is volatile, which orders L1 before L2. P2 mostly begins
 * with an atomic claim that the queue's end shows at once, but not always: a JCTools queue that adds a chunk marks its end
 * in a way that still looks empty, and publishes the item with a mere ordered store, which a processor with a store buffer
 * may hold back behind the load P4. The fence forbids that. So if P4 comes before L1 then P2 does too, and L2, which goes
 * on while a claim is unfilled, finds the item. If P4 comes after L1, nobody knows: the poster waits for L3, which is not
 * far because L2 runs no user code, and then looks for the item in the queue, which nobody takes from any more. Inside: it
 * was not taken, and is refused. Not inside: it was.
 */
@SuppressWarnings("ThreadPriorityCheck") // yields to a thread that is in the middle of a step
final class Inbox {
    private static final int OPEN = 0;
    private static final int CLOSED = 1;
    private static final int SEALING = 2;
    private static final int SEALED = 3;

    private final Handoff<Object> queue;
    private final Waiter waiter;
    /** Whether P3 is left to the waiter's signal. */
    private final boolean fenced;

    private final BooleanSupplier ready;
    /** Items that came too late and were not found by their posters yet; guarded by itself. */
    private final ObjectList<Object> late = Containers.ACTIVE.objectList(4);

    private volatile int gate = OPEN;

    /** Over a queue that is not bounded: nobody could be told that a waiting task's resumption was refused. */
    Inbox(Handoff<Object> queue, Waiter waiter) {
        this.queue = queue;
        this.waiter = waiter;
        this.fenced = waiter.fencesSignal();
        this.ready = () -> !queue.isEmpty();
    }

    /**
     * Puts an item in; any thread but the loop's.
     *
     * @return whether it was accepted
     */
    boolean offer(Object item) {
        if (gate != OPEN) {
            return false;
        }
        queue.offer(item);
        waiter.signal();
        if (!fenced) {
            VarHandle.fullFence();
        }
        return gate < SEALING || !withdraw(item);
    }

    /** Whether an item that was put in while the gate was sealed is still there; takes it out if so. */
    boolean withdraw(Object item) {
        while (gate == SEALING) {
            Thread.yield();
        }
        synchronized (late) {
            while (!queue.isEmpty()) {
                Object found = queue.poll();
                if (found == null) {
                    // Claimed by another poster, who has yet to fill it.
                    Thread.yield();
                } else {
                    late.add(found);
                }
            }
            for (int i = 0; i < late.size(); i++) {
                if (late.get(i) == item) {
                    late.removeAt(i);
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether posts are still taken. */
    boolean isOpen() {
        return gate == OPEN;
    }

    boolean isSealed() {
        return gate == SEALED;
    }

    /** Refuses posts from now on; any thread, under the loop's lock. */
    void close() {
        if (gate == OPEN) {
            gate = CLOSED;
        }
    }

    /** Takes what is inside for the last time; the loop's thread, once closed. */
    void seal(Consumer<Object> sink) {
        gate = SEALING;
        takeAll(sink, Integer.MAX_VALUE);
        gate = SEALED;
    }

    /** Takes up to so many items; the loop's thread, until sealed. */
    void take(Consumer<Object> sink, int limit) {
        queue.drain(sink, limit);
    }

    /** Takes all that is inside now, as other threads may go on posting; the loop's thread, until sealed. */
    void takePresent(Consumer<Object> sink) {
        takeAll(sink, queue.size());
    }

    private void takeAll(Consumer<Object> sink, int limit) {
        int left = limit;
        while (left > 0 && !queue.isEmpty()) {
            int taken = queue.drain(sink, left);
            left -= taken;
            if (taken == 0) {
                Thread.yield();
            }
        }
    }

    int size() {
        return queue.size();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Waits for an item, for {@link #wakeUp} or for the time to be up; the loop's thread. */
    void await(long nanos) throws InterruptedException {
        waiter.await(ready, nanos);
    }

    /** Ends the current wait, or the next one; any thread. */
    void wakeUp() {
        waiter.wakeUp();
    }
}
