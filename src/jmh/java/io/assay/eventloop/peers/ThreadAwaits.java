package io.assay.eventloop.peers;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * The same between two threads, platform or virtual: one waits for the event, the other is its loop, which takes the
 * function that was posted and sets the event. Two switches of threads for each wait.
 */
final class ThreadAwaits implements AwaitAdapter {
    private final Function<Runnable, Thread> unstarted;

    ThreadAwaits(Function<Runnable, Thread> unstarted) {
        this.unstarted = unstarted;
    }

    @Override
    public int awaits(int count) {
        Pair pair = new Pair(count);
        pair.task = unstarted.apply(pair::task);
        pair.loop = unstarted.apply(pair::loop);
        pair.post();
        pair.loop.start();
        pair.task.start();
        pair.baton.await();
        return pair.awaited;
    }

    @Override
    public void close() {}

    private static final class Pair {
        final int count;
        final Baton baton = new Baton();
        Thread task = Thread.currentThread();
        Thread loop = Thread.currentThread();
        int awaited;
        private volatile boolean posted;
        private volatile boolean set;

        Pair(int count) {
            this.count = count;
        }

        void post() {
            posted = true;
        }

        void task() {
            for (int i = 0; i < count; i++) {
                while (!set) {
                    LockSupport.park(this);
                }
                set = false;
                awaited++;
                posted = true;
                LockSupport.unpark(loop);
            }
            // The loop's last function sets the event, which nobody waits for.
            baton.run();
        }

        void loop() {
            for (int i = 0; i <= count; i++) {
                while (!posted) {
                    LockSupport.park(this);
                }
                posted = false;
                set = true;
                LockSupport.unpark(task);
            }
        }
    }
}
