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
    // Made once, as ours are: else a wait would cost 16 bytes.
    private final Runnable setter = this::set;
    private final Runnable resumption = this::resumed;
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
            waiting = resumption;
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
        Runnable resumed = waiting;
        if (resumed == null) {
            signalled = true;
        } else {
            waiting = null;
            resumed.run();
        }
    }

    int awaited() {
        return awaited;
    }
}
