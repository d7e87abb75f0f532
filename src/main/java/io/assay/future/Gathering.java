package io.assay.future;

import io.assay.Checks;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link Future#all}: the values of all, in the order of the inputs. */
final class Gathering<T> extends Cell<List<T>> {
    private static final VarHandle MISSING;

    static {
        try {
            MISSING = MethodHandles.lookup().findVarHandle(Gathering.class, "missing", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Null once nobody wants them: then what came in is not held until the last input is done. */
    private @Nullable Object @Nullable [] values;

    @SuppressWarnings("unused") // Read through MISSING.
    private int missing;

    private Gathering(@Nullable Object[] values) {
        this.values = values;
        missing = values.length;
    }

    /**
     * The result of inputs that stand in an array of this one's own: their values take their places, so that there is one
     * array for both.
     */
    static <T> Future<List<T>> of(@Nullable Object[] inputs) {
        for (int i = 0; i < inputs.length; i++) {
            Future<?> input = input(inputs, i);
            if (input instanceof Value<?> value) {
                inputs[i] = value.value;
                continue;
            }
            Object outcome = input.outcome();
            if (outcome instanceof Failure) {
                refuseNull(inputs, i);
                return new Promise<>(outcome);
            }
            if (outcome == null) {
                return waiting(inputs, i);
            }
            inputs[i] = Boxed.decode(outcome);
        }
        return new Value<>(new Values<>(inputs));
    }

    private static <T> Future<List<T>> waiting(@Nullable Object[] places, int from) {
        // Before the first registration: who throws has touched none of the inputs.
        refuseNull(places, from);
        Gathering<T> all = new Gathering<>(places);
        int done = from;
        for (int i = from; i < places.length; i++) {
            Future<?> input = input(places, i);
            Object outcome = input.outcome();
            if (outcome == null) {
                // First: the value may come at once, from another thread. And a future does not hold those it came of.
                places[i] = null;
                input.attach(new Part(all, i));
            } else if (outcome instanceof Failure) {
                all.finish(outcome);
                all.release();
                return all;
            } else {
                places[i] = Boxed.decode(outcome);
                done++;
            }
        }
        // Those that were done from the start are taken off together: one atomic step, not one for each.
        if (done > 0 && all.arrived(done)) {
            all.finish(new Values<T>(places));
        }
        return all;
    }

    private static void refuseNull(@Nullable Object[] inputs, int from) {
        for (int i = from; Checks.ENABLED && i < inputs.length; i++) {
            input(inputs, i);
        }
    }

    private static Future<?> input(@Nullable Object[] inputs, int i) {
        return (Future<?>) Objects.requireNonNull(inputs[i], "an input is null");
    }

    private boolean arrived(int count) {
        return (int) MISSING.getAndAdd(this, -count) == count;
    }

    @Override
    void release() {
        values = null;
    }

    /** Waits for one input. */
    static final class Part extends Continuation<Object> {
        private final int index;

        Part(Gathering<?> all, int index) {
            super(all);
            this.index = index;
        }

        @Override
        @Nullable
        Continuation<?> fire(Object result) {
            Gathering<?> all = (Gathering<?>) what;
            what = null;
            @Nullable Object @Nullable [] values = all == null ? null : all.values;
            if (all == null || values == null) {
                return null;
            }
            if (result instanceof Failure) {
                Continuation<?> waiting = settledFor(all, result);
                all.release();
                return waiting;
            }
            values[index] = Boxed.decode(result);
            return all.arrived(1) ? settledFor(all, new Values<>(values)) : null;
        }

        /**
         * Takes the parent's result as its only child. It calls no function, and only the last value or a failure has somebody to
         * run; that is counted as any other nested call.
         */
        void passOn(Object result) {
            Continuation<?> waiting = fire(result);
            if (waiting != null) {
                Propagation.run(Objects.requireNonNull(state()), waiting);
            }
        }

        @Override
        boolean isDead() {
            Gathering<?> all = (Gathering<?>) what;
            return all == null || isResult(all.state());
        }
    }
}
