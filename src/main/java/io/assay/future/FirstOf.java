package io.assay.future;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@link Future#race} and {@link Future#any}: the result of the first input that counts. */
final class FirstOf<T> extends Cell<T> {
    private static final VarHandle FAILURES_LEFT;

    static {
        try {
            FAILURES_LEFT = MethodHandles.lookup().findVarHandle(FirstOf.class, "failuresLeft", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Null once one has won: only their inputs' lists still need them. */
    private Contender @Nullable [] contenders;

    /** How many inputs may still fail without this failing too. */
    @SuppressWarnings("unused") // Read through FAILURES_LEFT.
    private int failuresLeft;

    private FirstOf(Contender[] contenders, int failuresLeft) {
        this.contenders = contenders;
        this.failuresLeft = failuresLeft;
        Arrays.setAll(contenders, i -> new Contender(this));
    }

    /** The future of the first input that is done and counts, which may be one of the inputs itself. */
    static <T> Future<T> of(Future<? extends T>[] inputs, boolean failuresCount) {
        if (inputs.length == 0) {
            throw new IllegalArgumentException("of no futures none is the first");
        }
        Future<? extends T> failed = null;
        for (Future<? extends T> input : inputs) {
            Object outcome = input.outcome();
            if (outcome instanceof Failure && !failuresCount) {
                failed = input;
            } else if (outcome != null) {
                return input.narrow();
            }
        }
        if (failed != null && inputs.length == 1) {
            return failed.narrow();
        }
        Contender[] contenders = new Contender[inputs.length];
        FirstOf<T> first = new FirstOf<>(contenders, failuresCount ? 0 : inputs.length - 1);
        for (int i = 0; i < inputs.length && !isResult(first.state()); i++) {
            inputs[i].attach(contenders[i]);
        }
        return first;
    }

    /** Whether a failure does not decide, because others may still succeed. */
    private boolean spares(Object result) {
        return result instanceof Failure && (int) FAILURES_LEFT.getAndAdd(this, -1) > 0;
    }

    /** Lets go of those that lost: they stay in their inputs' lists for a while, but hold nothing. */
    @Override
    void release() {
        Contender[] losers = contenders;
        contenders = null;
        if (losers != null) {
            for (Contender contender : losers) {
                contender.what = null;
            }
        }
    }

    /** Waits for one input. */
    private static final class Contender extends Continuation<Object> {
        Contender(FirstOf<?> first) {
            super(first);
        }

        @Override
        @Nullable
        Continuation<?> fire(Object result) {
            FirstOf<?> first = (FirstOf<?>) what;
            if (first == null || first.spares(result)) {
                return null;
            }
            Continuation<?> waiting = settledFor(first, result);
            first.release();
            return waiting;
        }

        @Override
        boolean isDead() {
            return what == null;
        }
    }
}
