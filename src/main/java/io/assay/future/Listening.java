package io.assay.future;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** {@link Future#onComplete}: a callback whose own end nobody waits for. */
final class Listening<A> extends Continuation<Object> {
    Listening(BiConsumer<? super A, ? super Throwable> listener) {
        super(listener);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // The constructor's own type; one of the arguments is always null.
    @Nullable
    Continuation<?> fire(Object result) {
        BiConsumer<? super A, ? super Throwable> listener = (BiConsumer<? super A, ? super Throwable>) what;
        what = null;
        try {
            if (result instanceof Failure failure) {
                listener.accept(null, failure.cause);
            } else {
                listener.accept(Boxed.<A>decode(result), null);
            }
        } catch (Throwable thrown) {
            Uncaught.report(thrown);
        }
        return null;
    }

    @Override
    void refuse(Throwable refusal) {
        what = null;
        Uncaught.report(refusal);
    }
}
