package io.assay.eventloop;

import io.assay.Checks;
import io.assay.future.Timer;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

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

    private static final int FIFO_BATCH = 256;
    /** Small, as an urgent event of another thread waits for so many others. */
    private static final int PRIORITY_BATCH = 16;
    /** Half of the clock's range: two deadlines further apart could not be told apart from the wrapped difference. */
    private static final long LONGEST_DELAY = Long.MAX_VALUE / 2;

    /** Whether a loop runs. */
    public enum State {
        /** No thread runs it; {@link EventLoop#run} and {@link EventLoop#start} would. */
        IDLE,
        /** A thread runs it. */
        RUNNING,
        /** It was told to quit, and has dispatched what it had accepted. */
        ENDED
    }

    private final boolean priorities;
    private final Inbox inbox;
    private final Backlog backlog;
    private final int batch;
    private final Failures failures;
    private final Dispatcher dispatcher;
    private final Timers timers = new Timers();
    private final LiveTasks tasks = new LiveTasks();
    private final Lifecycle lifecycle = new Lifecycle();
    private final LongSupplier clock;
    private final ThreadFactory threads;
    private final Consumer<Object> sink = this::takeIn;

    /**
     * Who runs the loop. Read without a fence by any thread: it equals the reader only if the reader itself wrote it, and
     * a thread sees its own writes.
     */
    private @Nullable Thread owner;

    /** Whether the loop's own posts are refused too. */
    private volatile boolean refusesOwn;

    private boolean interrupted;

    EventLoop(EventLoopBuilder settings) {
        priorities = settings.priorities;
        inbox = new Inbox(settings.inbox.create(FIFO_BATCH), settings.waiting);
        backlog = priorities ? new PriorityBacklog() : new ChunkedFifo();
        batch = priorities ? PRIORITY_BATCH : FIFO_BATCH;
        failures = new Failures(settings.failures);
        dispatcher = new Dispatcher(failures);
        clock = settings.clock;
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
        if (!inLoop()) {
            return inbox.offer(event);
        }
        if (refusesOwn) {
            return false;
        }
        backlog.add(event);
        return true;
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
        if (!priorities) {
            throw new UnsupportedOperationException(
                    "this loop has no priorities; make it with EventLoop.builder().priorities(true)");
        }
        if (priority == DEFAULT_PRIORITY) {
            post(event);
        } else if (!inLoop()) {
            if (!inbox.offer(new Envelope(event, priority))) {
                throw new PostRefusedException();
            }
        } else if (refusesOwn) {
            throw new PostRefusedException();
        } else {
            backlog.add(event, priority);
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
        boolean accepted = !inLoop() ? inbox.offer(task) : !refusesOwn;
        if (!accepted) {
            task.belongToNone();
            throw new PostRefusedException();
        }
        if (inLoop()) {
            backlog.add(task);
        }
    }

    /** Whether the caller runs on the loop. */
    public boolean inLoop() {
        return Thread.currentThread() == owner;
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
        return registration(dispatcher.handle(type, Objects.requireNonNull(handler, "handler")));
    }

    /** As {@link #on}, for an interceptor. It sees no tasks and timers. */
    public <E> Registration intercept(Class<E> type, Interceptor<? super E> interceptor) {
        checkConfined();
        return registration(dispatcher.intercept(type, Objects.requireNonNull(interceptor, "interceptor")));
    }

    private Registration registration(Runnable removal) {
        return () -> {
            checkConfined();
            removal.run();
        };
    }

    private void checkConfined() {
        if (Checks.ENABLED && lifecycle.state() == State.RUNNING && !inLoop()) {
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
        return arm(new LoopTimer(this, Objects.requireNonNull(action, "action"), deadline(unit.toNanos(delay)), 0));
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
        long nanos = Math.min(unit.toNanos(period), LONGEST_DELAY);
        if (nanos <= 0) {
            throw new IllegalArgumentException("a period must be above 0, not " + period);
        }
        return arm(new LoopTimer(this, Objects.requireNonNull(action, "action"), deadline(unit.toNanos(delay)), nanos));
    }

    private long deadline(long delay) {
        return clock.getAsLong() + Math.max(0, Math.min(delay, LONGEST_DELAY));
    }

    private LoopTimer arm(LoopTimer timer) {
        if (inLoop() ? !inbox.isOpen() : !inbox.offer(timer)) {
            throw new PostRefusedException();
        }
        if (inLoop()) {
            timers.arm(timer);
        }
        return timer;
    }

    /** Arms a timer that is used again and again; on the loop's thread. Told to quit, it does nothing. */
    void arm(LoopTimer timer, long delay) {
        if (inbox.isOpen()) {
            timer.renew(deadline(delay));
            timers.arm(timer);
        }
    }

    /** Hears that a timer was cancelled, on any thread. */
    void cancelled(LoopTimer timer) {
        if (inLoop()) {
            timers.cancelled(timer);
        } else {
            // Refused: the loop ends, and all its timers with it.
            inbox.offer(timer);
        }
    }

    /** Hears that another thread made or cancelled a timer. */
    void noted(LoopTimer timer) {
        if (timer.isCancelled()) {
            timers.cancelled(timer);
        } else if (inbox.isOpen()) {
            timers.arm(timer);
        } else {
            timer.drop();
        }
    }

    // ---- tasks

    void live(Task task) {
        tasks.add(task);
    }

    void dead(Task task) {
        tasks.remove(task);
    }

    void failed(Task task, Throwable failure) {
        failures.failed(task, failure);
    }

    /** Has a task's next step take its turn; on the loop's thread. */
    void resume(Task task) {
        if (!refusesOwn) {
            backlog.add(task);
        }
    }

    /** As {@link #resume}. Where the loop has quit meanwhile it has abandoned the task. */
    void resumeFromAnyThread(Task task) {
        if (inLoop()) {
            resume(task);
        } else {
            inbox.offer(task);
        }
    }

    /** Posts from another thread. */
    void postCommand(Command command) {
        if (!inbox.offer(command)) {
            throw new PostRefusedException();
        }
    }

    // ---- life

    /**
     * Runs the loop on a new thread.
     *
     * @return the thread
     * @throws IllegalStateException if it runs already or has ended
     */
    public Thread start() {
        lifecycle.enter();
        boolean started = false;
        try {
            Thread thread = threads.newThread(() -> turn(true));
            thread.start();
            started = true;
            return thread;
        } finally {
            if (!started) {
                lifecycle.exit(State.IDLE);
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
        lifecycle.enter();
        turn(true);
    }

    /**
     * As {@link #run}, but returns instead of waiting for more: for loops inside other loops, and tests.
     *
     * @return how many events, timers and steps of tasks were dispatched
     */
    public long runReady() {
        lifecycle.enter();
        return turn(false);
    }

    /**
     * Lets the loop rest, any thread: it comes to rest after the event in hand, and keeps its backlog, timers, tasks and
     * handlers. Posts are accepted as before. {@link #run} or {@link #start}, on any thread, goes on where it was. Without
     * effect while the loop does not run.
     */
    public void stop() {
        lifecycle.askToStop();
        inbox.wakeUp();
    }

    /**
     * Ends the loop for good, any thread. From now on other threads' posts are refused, new timers are refused, and pending
     * ones are cancelled. The loop's own posts are accepted until nothing is left; then the loop ends, and tasks that still
     * wait are abandoned. A loop that does not run dispatches what it has accepted, and ends, when it is run.
     */
    public void quit() {
        lifecycle.locked(inbox::close);
        inbox.wakeUp();
    }

    /** As {@link #quit}, but the loop's own posts are refused as well, and no task goes on unless that was accepted before. */
    public void quitNow() {
        lifecycle.locked(() -> {
            inbox.close();
            refusesOwn = true;
        });
        inbox.wakeUp();
    }

    /** Whether it runs. */
    public State state() {
        return lifecycle.state();
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
        return lifecycle.awaitRest(unit.toNanos(time));
    }

    // ---- the loop itself

    private void takeIn(Object item) {
        if (item instanceof Envelope envelope) {
            backlog.add(envelope.event(), envelope.priority());
        } else if (item instanceof LoopTimer timer) {
            // Not behind the backlog: it would be armed after its time.
            noted(timer);
        } else {
            backlog.add(item);
        }
    }

    /** One thread's turn at the loop, for which it was entered. */
    private long turn(boolean waits) {
        State next = State.IDLE;
        owner = Thread.currentThread();
        try {
            if (!inbox.isSealed()) {
                // This thread may have posted as an outsider, and what it posts from here on must not come first.
                inbox.takePresent(sink);
            }
            long dispatched = 0;
            while (true) {
                long step = takeFireDispatch();
                dispatched += step;
                if (lifecycle.stopAsked()) {
                    return dispatched;
                }
                if (step > 0) {
                    continue;
                }
                if (inbox.isSealed()) {
                    next = State.ENDED;
                    refusesOwn = true;
                    tasks.abandon();
                    return dispatched;
                }
                if (inbox.isOpen()) {
                    if (!waits && inbox.isEmpty()) {
                        return dispatched;
                    }
                    await();
                }
            }
        } finally {
            owner = null;
            lifecycle.exit(next);
            if (interrupted) {
                interrupted = false;
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @return how many events, timers and steps of tasks there were */
    private long takeFireDispatch() {
        if (inbox.isOpen()) {
            // With priorities all that is there: what is urgent may stand last.
            inbox.take(sink, priorities ? Math.max(batch, inbox.size()) : batch);
            long fired = timers.isEmpty() ? 0 : timers.fire(clock.getAsLong(), failures);
            return fired + dispatchBatch();
        }
        if (!inbox.isSealed()) {
            timers.drop();
            inbox.seal(sink);
        }
        return dispatchBatch();
    }

    private int dispatchBatch() {
        int count = 0;
        while (count < batch && !lifecycle.stopAsked()) {
            Object item = backlog.poll();
            if (item == null) {
                break;
            }
            count++;
            if (item instanceof Command command) {
                command.perform();
            } else {
                dispatcher.dispatch(item);
            }
        }
        return count;
    }

    private void await() {
        try {
            inbox.await(timers.isEmpty() ? Long.MAX_VALUE : timers.untilNext(clock.getAsLong()));
        } catch (InterruptedException e) {
            // The waiter has cleared it; it must not end the next wait as well.
            interrupted = true;
        }
    }
}
