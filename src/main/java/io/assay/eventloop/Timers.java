package io.assay.eventloop;

import io.assay.containers.Containers;
import io.assay.containers.ObjectList;
import io.assay.containers.ObjectQueue;
import org.jspecify.annotations.Nullable;

/**
 * A loop's pending timers, in a binary heap by deadline: O(log n) to arm and to fire. A cancelled timer stays where it is,
 * O(1), until its deadline; but once the cancelled outnumber the others the heap is built anew without them, so that
 * timeouts which are nearly always cancelled cost O(log n) each, amortised, and at most twice the memory of those that are
 * pending. The loop's thread alone.
 */
final class Timers {
    private static final int FEW = 64;

    // Differences, as System.nanoTime may wrap around.
    private final ObjectQueue<LoopTimer> heap = Containers.ACTIVE.priorityQueue(16, (a, b) -> {
        long difference = a.deadline - b.deadline;
        return difference != 0 ? Long.signum(difference) : Long.compare(a.sequence, b.sequence);
    });
    private long armed;
    private int cancelled;

    void arm(LoopTimer timer) {
        timer.armed = true;
        timer.sequence = armed++;
        heap.offer(timer);
    }

    boolean isEmpty() {
        return heap.isEmpty();
    }

    /** Nanoseconds until the next timer is due, 0 or less if it is; {@link Long#MAX_VALUE} without one. */
    long untilNext(long now) {
        LoopTimer next = heap.peek();
        return next == null ? Long.MAX_VALUE : next.deadline - now;
    }

    /** Runs the actions of all timers that are due. Those that are armed meanwhile wait for the next call, due or not. */
    int fire(long now, Failures failures) {
        int fired = 0;
        long before = armed;
        for (LoopTimer timer = due(now, before); timer != null; timer = due(now, before)) {
            heap.poll();
            disarmed(timer);
            Runnable action = timer.action;
            // The action is read first: it goes when the timer is cancelled.
            if (timer.fires() && action != null) {
                fired++;
                if (timer.period > 0) {
                    rearm(timer, now);
                }
                try {
                    action.run();
                } catch (Throwable failure) {
                    failures.failed(action, failure);
                }
            }
        }
        return fired;
    }

    private void disarmed(LoopTimer timer) {
        timer.armed = false;
        if (timer.counted) {
            timer.counted = false;
            cancelled--;
        }
    }

    private @Nullable LoopTimer due(long now, long before) {
        LoopTimer next = heap.peek();
        return next != null && next.deadline - now <= 0 && next.sequence < before ? next : null;
    }

    /** Before the action runs, so that it can cancel its own timer. */
    private void rearm(LoopTimer timer, long now) {
        long late = now - timer.deadline;
        // Times that have passed are left out: a burst of them would only make a busy loop later still.
        timer.deadline += timer.period * (late / timer.period + 1);
        arm(timer);
    }

    /** Takes note that a timer was cancelled; of one that another thread cancelled it may have gone already. */
    void cancelled(LoopTimer timer) {
        if (!timer.armed || timer.counted) {
            return;
        }
        timer.counted = true;
        cancelled++;
        if (cancelled > FEW && cancelled > heap.size() / 2) {
            rebuild();
        }
    }

    private void rebuild() {
        ObjectList<LoopTimer> pending = Containers.ACTIVE.objectList(heap.size() / 2 + 1);
        for (LoopTimer timer = heap.poll(); timer != null; timer = heap.poll()) {
            if (timer.isCancelled()) {
                disarmed(timer);
            } else {
                pending.add(timer);
            }
        }
        pending.forEach(heap::offer);
    }

    /** Cancels all. */
    void drop() {
        for (LoopTimer timer = heap.poll(); timer != null; timer = heap.poll()) {
            disarmed(timer);
            timer.drop();
        }
    }
}
