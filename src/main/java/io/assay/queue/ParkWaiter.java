package io.assay.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Parks, after some spins and yields perhaps. The hand-shake is Dekker's:
 *
 * <pre>
 *   producer                          consumer
 *   P1  publishes the item            C1  writes its thread to sleeper
 *   P2  full fence                    C2  full fence
 *   P3  reads sleeper                 C3  looks for an item
 *   P4  found one: takes the note     C4  found none: parks
 *       away and unparks
 * </pre>
 *
 * Each side writes one word and then reads the other's. Queues publish with a release store, which a processor with a store
 * buffer, x86 too, may hold back behind the load P3; so may C1 be held back behind the loads in C3. Then both would read
 * the old words, the producer finding no sleeper and the consumer no item: a lost wake-up. The fences forbid just that,
 * and one of them alone does not: with both, P1 is visible in C3 or C1 in P3.
 *
 * <p>An unpark that comes between C3 and C4 leaves a permit, so the park returns at once. One that comes after the consumer
 * found an item by itself leaves a permit too: some later park returns early, which the loop takes for what it is. P4's
 * compare-and-set lets one of several producers pay for the unpark.
 */
final class ParkWaiter extends Waiter {
    static final int YIELDS = 10;

    private static final VarHandle SLEEPER;

    static {
        try {
            SLEEPER = MethodHandles.lookup().findVarHandle(ParkWaiter.class, "sleeper", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final int spins;
    private final int yields;
    private volatile @Nullable Thread sleeper;

    ParkWaiter(int spins, int yields) {
        this.spins = spins;
        this.yields = yields;
    }

    @Override
    public void signal() {
        VarHandle.fullFence();
        Thread found = sleeper;
        if (found != null && SLEEPER.compareAndSet(this, found, null)) {
            LockSupport.unpark(found);
        }
    }

    @Override
    public boolean fencesSignal() {
        return true;
    }

    @Override
    boolean block(BooleanSupplier ready, long nanos) throws InterruptedException {
        for (int i = 0; i < spins + yields; i++) {
            if (ready(ready)) {
                return true;
            }
            if (i < spins) {
                Thread.onSpinWait();
            } else {
                yieldCore();
            }
        }
        Thread self = Thread.currentThread();
        long start = nanos == Long.MAX_VALUE ? 0 : System.nanoTime();
        try {
            while (!readyAfterNote(self, ready)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (nanos == Long.MAX_VALUE) {
                    LockSupport.park(this);
                } else {
                    long left = nanos - (System.nanoTime() - start);
                    if (left <= 0) {
                        return false;
                    }
                    LockSupport.parkNanos(this, left);
                }
            }
            return true;
        } finally {
            sleeper = null;
        }
    }

    /** C1 to C3. */
    boolean readyAfterNote(Thread self, BooleanSupplier ready) {
        sleeper = self;
        VarHandle.fullFence();
        return ready(ready);
    }

    /** Whether a consumer that decided to park would stay parked: nobody has taken its note. */
    boolean noted() {
        return sleeper != null;
    }
}
