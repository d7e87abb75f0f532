package io.assay.future.peers;

import io.assay.workload.Token;
import io.assay.workload.TokenTable;
import java.util.List;

/**
 * One library. The steps are small, so that the shape of a workload is written once, in {@link FutureShapes}, and is
 * the same for all. Functions are made once, outside the measurement.
 *
 * @param <P> the side that completes
 * @param <F> the side that reads
 */
public abstract class FutureAdapter<P, F> {
    /** Values and function. */
    protected final TokenTable table;

    FutureAdapter(TokenTable table) {
        this.table = table;
    }

    /** A pending promise. */
    public abstract P promise();

    /** What reads it. */
    public abstract F future(P promise);

    /** Completes it. */
    public abstract void complete(P promise, Token value);

    /** Fails it. */
    public abstract void fail(P promise, Throwable cause);

    /** A future that is done from the start. */
    public abstract F completed(Token value);

    /** Applies {@link TokenTable#step}. */
    public abstract F map(F future);

    /** Applies {@link TokenTable#step} and wraps it in a future that is done. */
    public abstract F flatMap(F future);

    /** Makes {@link Lost#instead} of a {@link Lost}. */
    public abstract F recover(F future);

    /** The sum of the weights of all, as {@link #sum} reads it. */
    public abstract Object all(List<F> futures);

    /** Reads what {@link #all} gave; everything is done. */
    public abstract long sum(Object all);

    /** Whether there is a result; other threads may have made it. */
    public abstract boolean isDone(F future);

    /** The result of a future that is done. */
    public abstract Token get(F future);

    /** Runs a callback when there is a result. */
    public abstract void whenDone(F future, Runnable callback);

    /** A failure that knows what is to become of it. Has no trace: it is not what is measured. */
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** What recovery gives. */
        public final transient Token instead;

        /** Makes a failure. */
        public Lost(Token instead) {
            super(null, null, false, false);
            this.instead = instead;
        }

        /** What recovery makes of it, also where the library has wrapped it. */
        static Token instead(Throwable thrown) {
            return ((Lost) (thrown instanceof Lost ? thrown : thrown.getCause())).instead;
        }
    }
}
