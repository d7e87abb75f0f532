package io.assay.planted;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Wrong on purpose: JcstressTest fails unless this is found, else the silence of the others would say nothing. Between reading
 * and writing there is time for the other, so that they meet on a busy machine too.
 */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "One increment after the other.")
@Outcome(id = "1", expect = Expect.FORBIDDEN, desc = "Both read 0 before either wrote: an increment is lost.")
@State
public class RacyCounterStress {
    private static final int PAUSES = 20;

    private int count;

    /** Increments. */
    @Actor
    public void one() {
        increment();
    }

    /** Increments. */
    @Actor
    public void other() {
        increment();
    }

    private void increment() {
        int read = count;
        for (int i = 0; i < PAUSES; i++) {
            Thread.onSpinWait();
        }
        count = read + 1;
    }

    /** Reads. */
    @Arbiter
    public void total(I_Result result) {
        result.r1 = count;
    }
}
