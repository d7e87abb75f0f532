package io.assay.future;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** {@link Future#handle} of a future that was pending. */
final class Handling<A, R> extends Continuation<R> {
    Handling(BiFunction<? super A, ? super Throwable, ? extends R> function) {
        super(function);
    }

    @Override
    @SuppressWarnings("unchecked") // The constructor's own type.
    @Nullable
    Continuation<?> fire(Object result) {
        BiFunction<? super A, ? super Throwable, ? extends R> function =
                (BiFunction<? super A, ? super Throwable, ? extends R>) what;
        what = null;
        Object seen = state();
        if (function == null || isResult(seen)) {
            return null;
        }
        return settled(seen, apply(function, result));
    }

    /** The state that the function makes of a result. */
    @SuppressWarnings("NullAway") // One of the two arguments is always null, as in BiConsumer's other uses.
    static <A, R> Object apply(BiFunction<? super A, ? super Throwable, ? extends R> function, Object state) {
        try {
            return Boxed.encode(
                    state instanceof Failure failure
                            ? function.apply(null, failure.cause)
                            : function.apply(Boxed.<A>decode(state), null));
        } catch (Throwable thrown) {
            return new Failure(thrown);
        }
    }
}
