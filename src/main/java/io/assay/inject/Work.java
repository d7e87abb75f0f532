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
final class Work {
    private static final int TURN = 256;

    private final Core core;
    private final @Nullable EventLoop loop;
    private final ObjectQueue<Node> services = Containers.ACTIVE.fifoQueue(16);
    /** Starts and stops whose futures are done; without a loop, as with one they are events. */
    private final ObjectQueue<Runnable> ends = Containers.ACTIVE.fifoQueue(4);

    private final Runnable turn = this::turn;
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
            services.offer(service);
        }
    }

    /** Does what is to do, or has the loop do it; nothing if the caller is called by the work itself. */
    void proceed() {
        if (loop == null) {
            if (worker == null) {
                work(Long.MAX_VALUE);
            }
        } else if (!posted && worker == null && isUnsettled()) {
            loop.post(turn);
            posted = true;
        }
    }

    private boolean isUnsettled() {
        return !services.isEmpty() || settled != null;
    }

    private void turn() {
        posted = false;
        work(TURN);
        if (!posted && loop != null && !services.isEmpty()) {
            // Refused only where the loop was told to end at once: then nobody waits for the rest.
            posted = loop.tryPost(turn);
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
        settle();
    }

    private boolean step() {
        Runnable end = ends.poll();
        if (end != null) {
            end.run();
            return true;
        }
        Node service = services.poll();
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
        if (promise != null && busy == 0 && services.isEmpty() && ends.isEmpty()) {
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
