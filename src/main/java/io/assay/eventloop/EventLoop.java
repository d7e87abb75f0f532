package io.assay.eventloop;

import io.assay.Checks;
import io.assay.future.Timer;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * A loop that dispatches events on one thread: those that any thread posts, timers that are due, and tasks whose wait is
 * over. {@code docs/eventloop.md} has the whole contract; in short:
 *
 * <p><b>Dispatch.</b> An event is any object. It is given to all handlers that are registered for its class or a supertype,
 * in the order of registration; one that is a {@link Runnable} is run first. Between any two events nothing else runs on
 * the loop but timers. What user code throws goes to the {@link FailureHandler}, and the loop goes on with the next handler.
 *
 * <p><b>Order.</b> Without priorities events are dispatched in the order in which they enter the backlog. What the loop's own
 * thread posts enters at once; what others post enters in the order of their posts, up to 256 before each 256 events that
 * are dispatched. So the events of one thread stay in order, whichever thread runs the loop, and nothing is overtaken by
 * what another thread posted later because of it. With priorities the same holds within a priority; a lower number goes
 * first, and what other threads posted enters before each 16 events.
 *
 * <p><b>End.</b> {@link #stop} lets the loop rest and keeps everything. {@link #quit} and {@link #quitNow} end it for good:
 * everything accepted is dispatched before, exactly once, and everything else is refused with a
 * {@link PostRefusedException}, exactly.
 */
public final class EventLoop implements Executor, Timer {
    /** The priority of what is posted without one. */
    public static final int DEFAULT_PRIORITY = 0;

    /** Whether a loop runs. */
    public enum State {
        /** No thread runs it; {@link EventLoop#run} and {@link EventLoop#start} would. */
        IDLE,
        /** A thread runs it. */
        RUNNING,
        /** It was told to quit, and has dispatched what it had accepted. */
        ENDED
    }

    final LoopCore core;
    private final ThreadFactory threads;

    EventLoop(EventLoopBuilder settings) {
        core = new LoopCore(settings);
        threads = settings.threads;
    }

    /** A loop without priorities and with default settings. */
    public static EventLoop create() {
        return builder().build();
    }

    /** Settings for a loop. */
    public static EventLoopBuilder builder() {
        return new EventLoopBuilder();
    }

    // ---- posting

    /**
     * Posts an event of the default priority; any thread. On the loop's own thread it costs no atomic operation. Never
     * waits.
     *
     * @throws PostRefusedException if the loop was told to quit
     */
    public void post(Object event) {
        if (!tryPost(event)) {
            throw new PostRefusedException();
        }
    }

    /** As {@link #post(Object)}, but says {@code false} where that throws. */
    public boolean tryPost(Object event) {
        Objects.requireNonNull(event, "event");
        checkEvent(event);
        return core.accept(event);
    }

    /**
     * Posts an event of a priority; any thread. From another thread than the loop's it costs an object of 24 bytes, unless the
     * priority is the default.
     *
     * @param priority any number; the lower, the more urgent
     * @throws PostRefusedException if the loop was told to quit
     * @throws UnsupportedOperationException if the loop has no priorities
     */
    public void post(Object event, int priority) {
        Objects.requireNonNull(event, "event");
        checkEvent(event);
        if (!core.priorities) {
            throw new UnsupportedOperationException(
                    "this loop has no priorities; make it with EventLoop.builder().priorities(true)");
        }
        if (!(priority == DEFAULT_PRIORITY ? core.accept(event) : core.accept(event, priority))) {
            throw new PostRefusedException();
        }
    }

    /** Posts a task that is its own handler: as {@link #post(Object)}. */
    @Override
    public void execute(Runnable task) {
        post(task);
    }

    private static void checkEvent(Object event) {
        if (Checks.ENABLED && (event instanceof Command || event instanceof LoopTimer)) {
            throw new IllegalArgumentException(
                    event.getClass().getName() + " is no event: launch a task, set an auto-reset event");
        }
    }

    /**
     * Launches a task; any thread. Its first step takes its turn as an event posted now would.
     *
     * @throws PostRefusedException if the loop was told to quit
     * @throws IllegalStateException if the task was launched before
     */
    public void launch(Task task) {
        task.belongTo(this);
        if (!core.accept(task)) {
            task.belongToNone();
            throw new PostRefusedException();
        }
    }

    /** Whether the caller runs on the loop. */
    public boolean inLoop() {
        return core.inLoop();
    }

    // ---- handlers

    /**
     * Has events of a type handled, from the next event on; on the loop's thread, or while the loop does not run.
     *
     * @param type a class or interface; its subtypes are handled too
     * @throws IllegalStateException on another thread while the loop runs
     */
    public <E> Registration on(Class<E> type, Handler<? super E> handler) {
        checkConfined();
        return registration(core.dispatcher.handle(
                Objects.requireNonNull(type, "type"), Objects.requireNonNull(handler, "handler")));
    }

    /** As {@link #on}, for an interceptor. It sees no tasks and timers. */
    public <E> Registration intercept(Class<E> type, Interceptor<? super E> interceptor) {
        checkConfined();
        return registration(core.dispatcher.intercept(
                Objects.requireNonNull(type, "type"), Objects.requireNonNull(interceptor, "interceptor")));
    }

    private Registration registration(Runnable removal) {
        return () -> {
            checkConfined();
            removal.run();
        };
    }

    private void checkConfined() {
        if (Checks.ENABLED && core.lifecycle.state() == State.RUNNING && !inLoop()) {
            throw new IllegalStateException(
                    "while the loop runs, handlers come and go on its own thread: loop.execute(() -> ...)");
        }
    }

    // ---- timers

    /**
     * Runs an action once, after a delay; any thread. It runs between two events, not earlier than the delay says, and with a
     * backlog at most 256 events later (16 with priorities), ahead of the backlog whatever the priorities in it. A timer of
     * another thread is known to the loop once it has taken in what was posted before.
     *
     * @param delay 0 or less is as soon as possible
     * @throws PostRefusedException if the loop was told to quit
     */
    @Override
    public LoopTimer schedule(Runnable action, long delay, TimeUnit unit) {
        return armed(action, unit.toNanos(delay), 0);
    }

    /**
     * Runs an action again and again; any thread. Its times are the delay and then each period after it, whatever the action
     * takes; times that pass while the loop is busy are left out.
     *
     * @param period above 0
     * @throws PostRefusedException if the loop was told to quit
     * @throws IllegalArgumentException if the period is 0 or less
     */
    public LoopTimer scheduleAtFixedRate(Runnable action, long delay, long period, TimeUnit unit) {
        long nanos = Math.min(unit.toNanos(period), LoopCore.LONGEST_DELAY);
        if (nanos <= 0) {
            throw new IllegalArgumentException("a period must be above 0, not " + period);
        }
        return armed(action, unit.toNanos(delay), nanos);
    }

    private LoopTimer armed(Runnable action, long delay, long period) {
        Objects.requireNonNull(action, "action");
        LoopTimer timer = new LoopTimer(core, action, core.deadline(delay), period);
        if (!core.arm(timer)) {
            throw new PostRefusedException();
        }
        return timer;
    }

    // ---- life

    /**
     * Runs the loop on a new thread.
     *
     * @return the thread
     * @throws IllegalStateException if it runs already or has ended
     */
    public Thread start() {
        core.lifecycle.enter();
        boolean started = false;
        try {
            Thread thread = threads.newThread(() -> core.turn(true));
            thread.start();
            started = true;
            return thread;
        } finally {
            if (!started) {
                core.lifecycle.exit(State.IDLE);
            }
        }
    }

    /**
     * Runs the loop on the calling thread, until {@link #stop} or the end. An interrupt does not end it; the thread is
     * interrupted again on return.
     *
     * @throws IllegalStateException if it runs already or has ended
     */
    public void run() {
        core.lifecycle.enter();
        core.turn(true);
    }

    /**
     * As {@link #run}, but returns instead of waiting for more: for loops inside other loops, and tests.
     *
     * @return how many events, timers and steps of tasks were dispatched
     */
    public long runReady() {
        core.lifecycle.enter();
        return core.turn(false);
    }

    /**
     * Lets the loop rest, any thread: it comes to rest after the event in hand, and keeps its backlog, timers, tasks and
     * handlers. Posts are accepted as before. {@link #run} or {@link #start}, on any thread, goes on where it was. Without
     * effect while the loop does not run.
     */
    public void stop() {
        core.lifecycle.askToStop();
        core.inbox.wakeUp();
    }

    /**
     * Ends the loop for good, any thread. From now on other threads' posts are refused, new timers are refused, and pending
     * ones are cancelled. The loop's own posts are accepted until nothing is left; then the loop ends, and tasks that still
     * wait are abandoned. A loop that does not run dispatches what it has accepted, and ends, when it is run.
     */
    public void quit() {
        core.close(false);
    }

    /** As {@link #quit}, but the loop's own posts are refused as well, and no task goes on unless that was accepted before. */
    public void quitNow() {
        core.close(true);
    }

    /** Whether it runs. */
    public State state() {
        return core.lifecycle.state();
    }

    /**
     * Waits until no thread runs the loop.
     *
     * @return {@code false} if the time was up first
     * @throws IllegalStateException on the loop's own thread, which would wait for itself
     */
    public boolean awaitRest(long time, TimeUnit unit) throws InterruptedException {
        if (inLoop()) {
            throw new IllegalStateException("the loop's own thread would wait for itself");
        }
        return core.lifecycle.awaitRest(unit.toNanos(time));
    }
}
