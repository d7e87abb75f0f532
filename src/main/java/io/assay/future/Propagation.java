package io.assay.future;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs those who wait for a result, those who wait for theirs, and so on: one of them for each thread. Chains and trees
 * are walked in a loop. Only a callback that completes another future nests, as deep as {@link #MAX_DEPTH}; what
 * comes deeper is queued, and runs when the thread is back in the outermost loop.
 */
final class Propagation {
    /** Calls that may nest; few kilobytes of stack each, mostly the user's. */
    static final int MAX_DEPTH = 64;

    private static final ThreadLocal<Propagation> CURRENT = ThreadLocal.withInitial(Propagation::new);

    /** The result that belongs to what {@link Continuation#fire} returned. */
    @Nullable
    Object result;

    private int depth;
    private @Nullable Frame first;
    private @Nullable Frame last;

    private Propagation() {}

    static Propagation current() {
        return CURRENT.get();
    }

    /**
     * Runs continuations with the result of their parent.
     *
     * @param continuations the last registered first
     */
    static void run(Object result, Continuation<?> continuations) {
        Propagation current = CURRENT.get();
        if (current.enter()) {
            try {
                current.walk(result, continuations);
            } finally {
                current.leave();
            }
        } else {
            current.defer(result, continuations);
        }
    }

    /** Nests once more, if that is allowed; then {@link #leave} must follow. */
    boolean enter() {
        if (depth == MAX_DEPTH) {
            return false;
        }
        depth++;
        return true;
    }

    /** Ends what {@link #enter} began; the outermost call first runs what was queued. */
    void leave() {
        try {
            while (depth == 1 && first != null) {
                Frame frame = first;
                first = frame.next;
                if (first == null) {
                    last = null;
                }
                walk(frame.result, frame.continuations);
            }
        } finally {
            depth--;
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

    /** Makes a target done on behalf of {@link Continuation#fire}. */
    @Nullable
    Continuation<?> settle(Cell target, Object outcome) {
        Continuation<?> waiting = target.settle(outcome);
        if (waiting == null || waiting == Marker.NOBODY) {
            return null;
        }
        result = outcome;
        return waiting;
    }

    private void walk(Object start, Continuation<?> registered) {
        Object parent = start;
        Continuation<?> node = inOrder(registered);
        Frame siblings = null;
        while (true) {
            Continuation<?> sibling = node.next;
            node.next = null;
            Continuation<?> waiting = node.fire(parent, this);
            if (waiting != null) {
                if (sibling != null) {
                    siblings = new Frame(parent, sibling, siblings);
                }
                parent = takeResult();
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

    private Object takeResult() {
        Object taken = Objects.requireNonNull(result, "whoever names those who wait sets the result");
        result = null;
        return taken;
    }

    /** Turns a list round: the first registered comes first. */
    private static Continuation<?> inOrder(Continuation<?> registered) {
        Continuation<?> done = registered;
        Continuation<?> rest = done.next;
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
