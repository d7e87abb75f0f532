package io.assay.inject.peers;

import io.assay.inject.peers.CycleTally.Step;

/** One of the two services that start and stop in turns. Public with public callbacks: containers reflect. */
public abstract class CycledService {
    private final CycleTally tally;
    private final Step start;
    private final Step stop;

    CycledService(CycleTally tally, Step start, Step stop) {
        this.tally = tally;
        this.start = start;
        this.stop = stop;
    }

    /** It has started. */
    public void started() {
        tally.told(start);
    }

    /** It has stopped. */
    public final void stopped() {
        tally.told(stop);
    }

    /** The one that is stopped and started. */
    public static final class A extends CycledService {
        /** Tells the tally. */
        public A(CycleTally tally) {
            super(tally, Step.START_A, Step.STOP_A);
        }
    }

    /** The one that requires A. */
    public static final class B extends CycledService {
        private A required;

        /** Tells the tally. */
        public B(CycleTally tally) {
            super(tally, Step.START_B, Step.STOP_B);
        }

        /** A has come. */
        public void added(A a) {
            required = a;
        }

        /** A is about to leave. */
        public void removed(A a) {
            if (required == a) {
                required = null;
            }
        }

        @Override
        public void started() {
            if (required == null) {
                throw new IllegalStateException("B was started without A");
            }
            super.started();
        }
    }
}
