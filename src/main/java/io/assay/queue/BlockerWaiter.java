package io.assay.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.BooleanSupplier;

/**
 * Waits in a {@link Blocker}, which may have reasons of its own to return. The hand-shake is that of {@link ParkWaiter}, with
 * a flag for the sleeper's name: a producer pays for {@link Blocker#unblock}, as a rule a system call, only where the
 * consumer has said that it blocks.
 */
final class BlockerWaiter extends Waiter {
    private static final VarHandle BLOCKED;

    static {
        try {
            BLOCKED = MethodHandles.lookup().findVarHandle(BlockerWaiter.class, "blocked", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Blocker blocker;
    private volatile boolean blocked;

    BlockerWaiter(Blocker blocker) {
        this.blocker = blocker;
    }

    @Override
    public void signal() {
        VarHandle.fullFence();
        if (blocked && BLOCKED.compareAndSet(this, true, false)) {
            blocker.unblock();
        }
    }

    @Override
    public boolean fencesSignal() {
        return true;
    }

    @Override
    boolean block(BooleanSupplier ready, long nanos) throws InterruptedException {
        // A pending interrupt would end every block at once.
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        blocked = true;
        VarHandle.fullFence();
        try {
            if (!ready(ready)) {
                blocker.block(nanos);
            }
        } finally {
            blocked = false;
        }
        return true;
    }
}
