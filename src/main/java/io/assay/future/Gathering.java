package io.assay.future;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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

    static <T> Future<List<T>> of(Future<?>[] inputs) {
        @Nullable Object[] values = new @Nullable Object[inputs.length];
        int done = 0;
        while (done < inputs.length) {
            Object outcome = inputs[done].outcome();
            if (outcome instanceof Failure) {
                return new Promise<>(outcome);
            }
            if (outcome == null) {
                break;
            }
            values[done++] = Boxed.decode(outcome);
        }
        return done == inputs.length ? new Value<>(list(values)) : waiting(inputs, values, done);
    }

    private static <T> Future<List<T>> waiting(Future<?>[] inputs, @Nullable Object[] values, int from) {
        Gathering<T> all = new Gathering<>(values);
        int done = from;
        for (int i = from; i < inputs.length; i++) {
            Object outcome = inputs[i].outcome();
            if (outcome == null) {
                inputs[i].attach(new Part(all, i));
            } else if (outcome instanceof Failure) {
                all.finish(outcome);
                all.release();
                return all;
            } else {
                values[i] = Boxed.decode(outcome);
                done++;
            }
        }
        // Those that were done from the start are taken off together: one atomic step, not one for each.
        if (done > 0 && all.arrived(done)) {
            all.finish(list(values));
        }
        return all;
    }

    private boolean arrived(int count) {
        return (int) MISSING.getAndAdd(this, -count) == count;
    }

    @SuppressWarnings("unchecked") // The inputs' own values.
    private static <T> List<T> list(@Nullable Object[] values) {
        return (List<T>) Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    void release() {
        values = null;
    }

    /** Waits for one input. */
    private static final class Part extends Continuation<Object> {
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
            return all.arrived(1) ? settledFor(all, list(values)) : null;
        }

        @Override
        boolean isDead() {
            Gathering<?> all = (Gathering<?>) what;
            return all == null || isResult(all.state());
        }
    }
}
