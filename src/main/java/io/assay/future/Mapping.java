package io.assay.future;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link Future#map} of a future that was pending. */
final class Mapping<A, R> extends Continuation<R> {
    Mapping(Function<? super A, ? extends R> function) {
        super(function);
    }

    @Override
    @SuppressWarnings("unchecked") // The constructor's own type.
    @Nullable
    Continuation<?> fire(Object result) {
        Function<? super A, ? extends R> function = (Function<? super A, ? extends R>) what;
        what = null;
        Object seen = state();
        if (function == null || isResult(seen)) {
            return null;
        }
        return settled(seen, result instanceof Failure ? result : apply(function, result));
    }

    /** The state that the function makes of a successful one. */
    static <A, R> Object apply(Function<? super A, ? extends R> function, Object state) {
        try {
            return Boxed.encode(function.apply(Boxed.<A>decode(state)));
        } catch (Throwable thrown) {
            return new Failure(thrown);
        }
    }
}
