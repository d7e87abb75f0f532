package io.assay.future;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs those who wait for a result, those who wait for theirs, and so on: one of these for each thread. Chains and trees
 * are walked in a loop. Only a callback that completes another future nests, as deep as {@link #MAX_DEPTH}; what
 * comes deeper is queued, and runs when the thread is back in the outermost loop.
 */
final class Propagation {
    /** Calls that may nest; few kilobytes of stack each, mostly the user's. */
    static final int MAX_DEPTH = 64;

    private static final ThreadLocal<Propagation> CURRENT = ThreadLocal.withInitial(Propagation::ofNewThread);

    /**
     * In front of the thread-local, which takes twice as long. Entries are written when threads meet them for the first
     * time, and read ever after; a thread that finds another's there overwrites it. They hold their threads: to look
     * through a weak reference takes as long as the thread-local. What that keeps of threads that have ended, never more than
     * there are entries and {@link #newest}, new threads let go of.
     */
    private static final @Nullable Propagation[] RECENT = new @Nullable Propagation[256];

    /**
     * That of the thread that came here last for the first time, in front of those: one loop that runs alone is found by a
     * look less at memory. Written once a thread, so that threads who share an entry do not take the line from all others.
     */
    private static @Nullable Propagation newest;

    /** Entries that a new thread looks at. */
    private static final int LOOKED_AT = 16;

    private static final AtomicInteger LOOKED = new AtomicInteger();

    private final Thread owner;
    private int depth;
    private @Nullable Frame first;
    private @Nullable Frame last;

    private Propagation(Thread owner) {
        this.owner = owner;
    }

    private static Propagation ofNewThread() {
        int from = LOOKED.getAndAdd(LOOKED_AT);
        for (int i = from; i < from + LOOKED_AT; i++) {
            int slot = i & (RECENT.length - 1);
            Propagation recent = RECENT[slot];
            if (recent != null && !recent.owner.isAlive()) {
                RECENT[slot] = null;
            }
        }
        Propagation created = new Propagation(Thread.currentThread());
        newest = created;
        return created;
    }

    static Propagation current() {
        Thread thread = Thread.currentThread();
        Propagation youngest = newest;
        if (youngest != null && youngest.owner == thread) {
            return youngest;
        }
        int slot = (int) thread.getId() & (RECENT.length - 1);
        Propagation recent = RECENT[slot];
        return recent != null && recent.owner == thread ? recent : found(slot);
    }

    private static Propagation found(int slot) {
        Propagation current = CURRENT.get();
        RECENT[slot] = current;
        return current;
    }

    /**
     * Runs continuations with the result of their parent.
     *
     * @param continuations the last registered first
     */
    static void run(Object result, Continuation<?> continuations) {
        current().start(result, continuations);
    }

    /** As {@link #run}, on the thread that this belongs to. */
    void start(Object result, Continuation<?> continuations) {
        if (isDeep()) {
            defer(result, continuations);
            return;
        }
        int outer = enter();
        try {
            walk(result, continuations);
        } finally {
            leave(outer);
        }
    }

    /** Whether no call is on the stack. */
    boolean isIdle() {
        return depth == 0;
    }

    /** Nests the first call. */
    void begin() {
        depth = 1;
    }

    /** Ends what {@link #begin} began, when what was queued has run. */
    void end() {
        if (first != null) {
            runDeferred();
        }
        depth = 0;
    }

    /** Whether no more calls may nest. */
    boolean isDeep() {
        return depth == MAX_DEPTH;
    }

    /**
     * Nests once more.
     *
     * @return what {@link #leave} must be given; the caller keeps it, so that no step waits for the one before to be written
     */
    int enter() {
        int outer = depth;
        depth = outer + 1;
        return outer;
    }

    /** Ends what {@link #enter} began; the outermost call first runs what was queued. */
    void leave(int outer) {
        if (outer == 0) {
            end();
        } else {
            depth = outer;
        }
    }

    private void runDeferred() {
        try {
            while (first != null) {
                Frame frame = first;
                first = frame.next;
                if (first == null) {
                    last = null;
                }
                walk(frame.result, frame.continuations);
            }
        } finally {
            depth = 0;
        }
    }

    /** Queues for the outermost call. */
    void defer(Object result, Continuation<?> continuations) {
        Frame frame = new Frame(result, continuations, null);
        if (last == null) {
            first = frame;
        } else {
            last.next = frame;
        }
        last = frame;
    }

    private static void walk(Object start, Continuation<?> registered) {
        Object parent = start;
        Continuation<?> node = inOrder(registered);
        Frame siblings = null;
        while (true) {
            Continuation<?> sibling = node.next;
            if (sibling != null) {
                // Before it fires: it may find its place in another list.
                node.next = null;
            }
            Continuation<?> waiting = node.fire(parent);
            if (waiting != null) {
                if (sibling != null) {
                    siblings = new Frame(parent, sibling, siblings);
                }
                parent = Objects.requireNonNull(node.state());
                node = inOrder(waiting);
            } else if (sibling != null) {
                node = sibling;
            } else if (siblings != null) {
                parent = siblings.result;
                node = siblings.continuations;
                siblings = siblings.next;
            } else {
                return;
            }
        }
    }

    /** Turns a list round: the first registered comes first. */
    private static Continuation<?> inOrder(Continuation<?> registered) {
        Continuation<?> rest = registered.next;
        if (rest == null) {
            return registered;
        }
        Continuation<?> done = registered;
        done.next = null;
        while (rest != null) {
            Continuation<?> before = rest.next;
            rest.next = done;
            done = rest;
            rest = before;
        }
        return done;
    }

    /** Continuations that wait for their turn, and the result they wait with. */
    private static final class Frame {
        final Object result;
        final Continuation<?> continuations;

        @Nullable
        Frame next;

        Frame(Object result, Continuation<?> continuations, @Nullable Frame next) {
            this.result = result;
            this.continuations = continuations;
            this.next = next;
        }
    }
}
