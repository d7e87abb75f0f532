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
    public void stopped() {
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
        private final Driver driver;
        private A required;

        /** Tells the tally. */
        public B(CycleTally tally) {
            this(tally, new Driver());
        }

        /** Tells the tally, and the driver. */
        public B(CycleTally tally, Driver driver) {
            super(tally, Step.START_B, Step.STOP_B);
            this.driver = driver;
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
            driver.started();
        }

        @Override
        public void stopped() {
            super.stopped();
            driver.stopped();
        }
    }

    /** Stops A when B has started and starts it when B has stopped, until there were so many cycles; or does nothing. */
    public static final class Driver {
        private Runnable stopA = () -> {};
        private Runnable startA = () -> {};
        private int left;
        private boolean starts;

        void drives(Runnable stop, Runnable start) {
            stopA = stop;
            startA = start;
        }

        /** Goes through so many cycles; the first stop comes from outside, as B runs already. */
        void begin(int times) {
            left = times - 1;
            starts = true;
            stopA.run();
        }

        void end() {
            starts = false;
        }

        void started() {
            if (left > 0) {
                left--;
                stopA.run();
            }
        }

        void stopped() {
            if (starts) {
                startA.run();
            }
        }
    }
}
