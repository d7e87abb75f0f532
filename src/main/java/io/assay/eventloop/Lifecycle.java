package io.assay.eventloop;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Who runs the loop, and who waits for it to come to rest. */
final class Lifecycle {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rested = lock.newCondition();
    private volatile EventLoop.State state = EventLoop.State.IDLE;
    private volatile boolean stopAsked;

    EventLoop.State state() {
        return state;
    }

    /** Whether the loop is to come to rest; read between any two events. */
    boolean stopAsked() {
        return stopAsked;
    }

    /** Takes the loop for one thread. */
    void enter() {
        lock.lock();
        try {
            if (state == EventLoop.State.RUNNING) {
                throw new IllegalStateException("the loop runs already; one thread at a time runs it");
            }
            if (state == EventLoop.State.ENDED) {
                throw new IllegalStateException("the loop has ended; make another one");
            }
            stopAsked = false;
            state = EventLoop.State.RUNNING;
        } finally {
            lock.unlock();
        }
    }

    void exit(EventLoop.State next) {
        lock.lock();
        try {
            state = next;
            rested.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void askToStop() {
        lock.lock();
        try {
            stopAsked = true;
        } finally {
            lock.unlock();
        }
    }

    /** Does something to which loops and threads agree on a before and an after. */
    void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    boolean awaitRest(long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (state == EventLoop.State.RUNNING) {
                if (left <= 0) {
                    return false;
                }
                left = rested.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
