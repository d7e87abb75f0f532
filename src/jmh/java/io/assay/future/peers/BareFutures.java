package io.assay.future.peers;

import io.assay.workload.Token;
import io.assay.workload.TokenTable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The floor: one object a future, the function's call, and the atomic steps of futures that any thread may have got hold of:
 * one to register with what is pending, or who is completed meanwhile would not see it; one to complete, or two who
 * do could not be told apart; one for each input of {@code all}, or two could both be the last. All else that a future owes
 * is left out: one waits for each, functions do not throw, nothing is cancelled, nothing counts how deep calls nest.
 */
final class BareFutures extends FutureAdapter<BareFutures.Bare, BareFutures.Bare> {
    private final Function<Token, Token> step = TokenTable::step;
    private final Function<Token, Bare> flatStep = token -> done(TokenTable.step(token));
    private final Function<Throwable, Token> instead = Lost::instead;

    BareFutures(TokenTable table) {
        super(table);
    }

    @Override
    public Bare promise() {
        return new Bare(null);
    }

    @Override
    public Bare future(Bare promise) {
        return promise;
    }

    @Override
    public void complete(Bare promise, Token value) {
        promise.complete(value);
    }

    @Override
    public void fail(Bare promise, Throwable cause) {
        promise.complete(cause);
    }

    @Override
    public Bare completed(Token value) {
        return done(value);
    }

    @Override
    public Bare map(Bare future) {
        return future.state == null ? future.waitedForBy(new Mapping(step)) : done(step.apply((Token) future.state));
    }

    @Override
    public Bare flatMap(Bare future) {
        return future.state == null
                ? future.waitedForBy(new Flattening(flatStep))
                : flatStep.apply((Token) future.state);
    }

    @Override
    public Bare recover(Bare future) {
        return future.waitedForBy(new Recovery(instead));
    }

    @Override
    public Object all(List<Bare> futures) {
        Object[] places = futures.toArray();
        All all = null;
        int done = 0;
        for (int i = 0; i < places.length; i++) {
            Bare input = (Bare) places[i];
            places[i] = input.state;
            if (input.state == null) {
                all = all == null ? new All(places) : all;
                input.waitedForBy(new Part(all, i));
            } else {
                done++;
            }
        }
        if (all == null) {
            return new Bare(Arrays.asList(places));
        }
        if (done > 0) {
            all.arrived(done);
        }
        return all;
    }

    @Override
    @SuppressWarnings("unchecked") // What all gave.
    public long sum(Object all) {
        long sum = 0;
        for (Token token : (List<Token>) ((Bare) all).state) {
            sum += token.weight;
        }
        return sum;
    }

    @Override
    public boolean isDone(Bare future) {
        throw new UnsupportedOperationException("for one thread");
    }

    @Override
    public Token get(Bare future) {
        return (Token) future.state;
    }

    @Override
    public void whenDone(Bare future, Runnable callback) {
        throw new UnsupportedOperationException("for one thread");
    }

    /** Made when the value is known: one allocated before needs G1's barrier when it is filled. */
    private static Bare done(Token value) {
        return new Bare(value);
    }

    /**
     * Null, who waits, or the result; a failure is its own {@link Lost}. On one thread no step can fail: they are there for
     * what they cost.
     */
    static class Bare {
        private static final VarHandle STATE;

        static {
            try {
                STATE = MethodHandles.lookup().findVarHandle(Bare.class, "state", Object.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        Object state;

        Bare(Object state) {
            this.state = state;
        }

        final Waiting waitedForBy(Waiting waiting) {
            STATE.compareAndSet(this, (Object) null, waiting);
            return waiting;
        }

        final void complete(Object result) {
            Object outcome = result;
            Object waiting = settle(outcome);
            while (waiting != null) {
                Waiting next = (Waiting) waiting;
                waiting = next.fire(outcome);
                outcome = next.state;
            }
        }

        /** Makes this done, and gives who waited. */
        final Object settle(Object result) {
            Object waiting = state;
            STATE.compareAndSet(this, waiting, result);
            return waiting;
        }
    }

    /** Waits for one, and may be waited for. */
    abstract static class Waiting extends Bare {
        Waiting() {
            super(null);
        }

        /** Gives who waits for this one's {@link #state}, if anybody. */
        abstract Object fire(Object outcome);
    }

    private static final class Mapping extends Waiting {
        private final Function<Token, Token> function;

        Mapping(Function<Token, Token> function) {
            this.function = function;
        }

        @Override
        Object fire(Object outcome) {
            return settle(outcome instanceof Lost ? outcome : function.apply((Token) outcome));
        }
    }

    private static final class Flattening extends Waiting {
        private final Function<Token, Bare> function;

        Flattening(Function<Token, Bare> function) {
            this.function = function;
        }

        @Override
        Object fire(Object outcome) {
            return settle(function.apply((Token) outcome).state);
        }
    }

    private static final class Recovery extends Waiting {
        private final Function<Throwable, Token> function;

        Recovery(Function<Throwable, Token> function) {
            this.function = function;
        }

        @Override
        Object fire(Object outcome) {
            return settle(outcome instanceof Lost lost ? function.apply(lost) : outcome);
        }
    }

    private static final class All extends Bare {
        private static final VarHandle MISSING;

        static {
            try {
                MISSING = MethodHandles.lookup().findVarHandle(All.class, "missing", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private final Object[] values;

        @SuppressWarnings("unused") // Read through MISSING.
        private int missing;

        All(Object[] values) {
            super(null);
            this.values = values;
            missing = values.length;
        }

        void add(int index, Object value) {
            values[index] = value;
            arrived(1);
        }

        void arrived(int count) {
            if ((int) MISSING.getAndAdd(this, -count) == count) {
                settle(Arrays.asList(values));
            }
        }
    }

    /** Nobody waits for it, so that it is not settled: its result is a place in the list. */
    private static final class Part extends Waiting {
        private final All all;
        private final int index;

        Part(All all, int index) {
            this.all = all;
            this.index = index;
        }

        @Override
        Object fire(Object outcome) {
            all.add(index, outcome);
            return null;
        }
    }
}
