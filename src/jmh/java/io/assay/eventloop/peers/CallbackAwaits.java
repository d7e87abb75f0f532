package io.assay.eventloop.peers;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The same on a loop that has no tasks, as its users write it: the event holds a callback, and setting the event calls it in
 * place. One pass through the loop's queue for each wait.
 */
final class CallbackAwaits implements Runnable {
    private final Executor loop;
    private final Runnable end;
    private final int count;
    private final Runnable setter = this::set;
    private boolean signalled;
    private @Nullable Runnable waiting;
    private int awaited;

    CallbackAwaits(Executor loop, int count, Runnable end) {
        this.loop = loop;
        this.count = count;
        this.end = end;
    }

    /** On the loop: waits for the first time. */
    @Override
    public void run() {
        loop.execute(setter);
        await();
    }

    private void await() {
        if (signalled) {
            signalled = false;
            resumed();
        } else {
            waiting = this::resumed;
        }
    }

    private void resumed() {
        awaited++;
        loop.execute(setter);
        if (awaited == count) {
            loop.execute(end);
        } else {
            await();
        }
    }

    private void set() {
        Runnable resumption = waiting;
        if (resumption == null) {
            signalled = true;
        } else {
            waiting = null;
            resumption.run();
        }
    }

    int awaited() {
        return awaited;
    }
}
