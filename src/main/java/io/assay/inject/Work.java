package io.assay.inject;

import io.assay.Checks;
import io.assay.containers.Containers;
import io.assay.containers.ObjectQueue;
import io.assay.eventloop.EventLoop;
import io.assay.future.Future;
import io.assay.future.Promise;
import org.jspecify.annotations.Nullable;

/**
 * The services that have to be looked at, first come first served, each at most once at a time. Nothing in a container calls
 * itself for a neighbour in the graph: it puts the neighbour here. So the stack stays as deep as it is, and code of services
 * that calls the container finds no list half changed.
 */
final class Work implements Runnable {
    private static final int TURN = 256;
    /** A list that has been longer is not kept when it is empty: its room is some bytes for each service there was in it. */
    private static final int KEPT = 256;

    private final Core core;
    private final @Nullable EventLoop loop;
    /** Those that have something to give up go first: who is about to start does not start with what is about to leave. */
    private ObjectQueue<Node> holding = Containers.ACTIVE.fifoQueue(16);

    private ObjectQueue<Node> resting = Containers.ACTIVE.fifoQueue(16);
    private boolean grown;
    /** Starts and stops whose futures are done; without a loop, as with one they are events. */
    private final ObjectQueue<Runnable> ends = Containers.ACTIVE.fifoQueue(4);

    private boolean posted;
    private @Nullable Thread worker;
    /** How many futures of starts and stops are not done. */
    private int busy;

    private @Nullable Promise<ServiceContainer> settled;

    Work(Core core, @Nullable EventLoop loop) {
        this.core = core;
        this.loop = loop;
    }

    /** Refuses callers on a thread that must not call, as far as that can be told. */
    void confine() {
        if (!Checks.ENABLED) {
            return;
        }
        if (loop != null) {
            if (!loop.inLoop() && loop.state() == EventLoop.State.RUNNING) {
                throw new IllegalStateException(
                        "the container's loop runs on another thread; call it there: loop.execute(() -> ...)");
            }
        } else if (worker != null && worker != Thread.currentThread()) {
            throw new IllegalStateException(
                    "another thread is at work in the container; give it a loop, or call it from one thread");
        }
    }

    /** Has a service looked at. */
    void add(Node service) {
        if (!service.is(Node.QUEUED)) {
            service.set(Node.QUEUED);
            ObjectQueue<Node> queue = service.holds() ? holding : resting;
            queue.offer(service);
            grown |= queue.size() > KEPT;
        }
    }

    /** Does what is to do, or has the loop do it; nothing if the caller is called by the work itself. */
    void proceed() {
        if (loop == null) {
            if (worker == null) {
                work(Long.MAX_VALUE);
            }
        } else if (!posted && worker == null && isUnsettled()) {
            loop.post(this);
            posted = true;
        }
    }

    private boolean isEmpty() {
        return holding.isEmpty() && resting.isEmpty() && ends.isEmpty();
    }

    private boolean isUnsettled() {
        return !isEmpty() || settled != null;
    }

    /** One turn among the events of the loop. */
    @Override
    public void run() {
        posted = false;
        work(TURN);
        if (!posted && loop != null && !isEmpty()) {
            // Refused only where the loop was told to end at once: then nobody waits for the rest.
            posted = loop.tryPost(this);
        }
    }

    private void work(long most) {
        worker = Thread.currentThread();
        try {
            long left = most;
            while (left > 0 && step()) {
                left--;
            }
        } finally {
            worker = null;
        }
        if (grown && holding.isEmpty() && resting.isEmpty()) {
            holding = Containers.ACTIVE.fifoQueue(16);
            resting = Containers.ACTIVE.fifoQueue(16);
            grown = false;
        }
        settle();
    }

    private boolean step() {
        Runnable end = ends.poll();
        if (end != null) {
            end.run();
            return true;
        }
        Node service = holding.poll();
        if (service == null) {
            service = resting.poll();
        }
        if (service == null) {
            return false;
        }
        service.clear(Node.QUEUED);
        core.steps++;
        core.transitions.look(service);
        return true;
    }

    // ---- futures

    /** A future that is done as soon as nothing is left to do. */
    Future<ServiceContainer> settled() {
        Promise<ServiceContainer> promise = settled;
        if (promise == null) {
            promise = new Promise<>();
            settled = promise;
        }
        return promise.future();
    }

    private void settle() {
        Promise<ServiceContainer> promise = settled;
        if (promise != null && busy == 0 && isEmpty()) {
            settled = null;
            promise.tryComplete(core.container);
        }
    }

    /** Has what follows on a future done in its turn, whichever thread makes the future done. */
    void await(Future<?> future, EndOfWait then) {
        busy++;
        future.onComplete((value, failure) -> {
            Runnable end = () -> {
                busy--;
                then.ended(failure);
            };
            if (loop == null) {
                confine();
                ends.offer(end);
                proceed();
            } else {
                loop.tryPost((Runnable) () -> {
                    end.run();
                    settle();
                    proceed();
                });
            }
        });
    }

    /** What follows on a future. */
    @FunctionalInterface
    interface EndOfWait {
        void ended(@Nullable Throwable failure);
    }
}
