package io.assay.future;

import io.assay.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A future that its owner completes, fails or cancels; whoever comes first decides, all others change nothing. The
 * contract is that of {@link Future}.
 */
public final class Promise<T extends @Nullable Object> extends Cell<T> {
    /** Makes a pending promise. */
    public Promise() {}

    /** Makes a future that is done. */
    Promise(Object state) {
        super(state);
    }

    /** This promise for those who only read. */
    public Future<T> future() {
        return this;
    }

    /**
     * Completes with a value, and runs the callbacks before it returns.
     *
     * @throws IllegalStateException if this is done already, be it cancelled
     */
    public void complete(T value) {
        if (!finish(Boxed.encode(value))) {
            throw tooLate();
        }
    }

    /** As {@link #complete}, but says whether this was the call that decided. */
    public boolean tryComplete(T value) {
        return finish(Boxed.encode(value));
    }

    /**
     * Fails, and runs the callbacks before it returns. With a {@link java.util.concurrent.CancellationException} this is
     * a cancellation.
     *
     * @throws IllegalStateException if this is done already, be it cancelled; the cause is in it
     */
    public void fail(Throwable cause) {
        if (!tryFail(cause)) {
            IllegalStateException late = tooLate();
            late.addSuppressed(cause);
            throw late;
        }
    }

    /** As {@link #fail}, but says whether this was the call that decided. */
    public boolean tryFail(Throwable cause) {
        return finish(new Failure(Objects.requireNonNull(cause, "cause")));
    }

    /**
     * Gives this the result of another future as soon as that is done, unless this is done by then. The other one is not
     * affected by what happens to this.
     *
     * @throws IllegalArgumentException if that is this promise itself
     */
    public void completeWith(Future<? extends T> other) {
        if (Checks.ENABLED && other == this) {
            throw new IllegalArgumentException("a promise cannot wait for itself");
        }
        other.attach(new Relay(this));
    }

    private static IllegalStateException tooLate() {
        return new IllegalStateException("the promise is done already; where that may happen, use the try form");
    }
}
