package io.assay.future;

import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two inputs completed by two threads: the last one to come gathers both values, once. */
@JCStressTest
@Outcome(
        id = "1, 2, 1",
        expect = Expect.ACCEPTABLE,
        desc = "Whoever came last saw the other's value and made the list.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A value is missing, or the list was made never or twice.")
@State
public class AllStress {
    private final Promise<Integer> a = new Promise<>();
    private final Promise<Integer> b = new Promise<>();
    private final Future<List<Integer>> all = Future.all(List.of(a, b));
    private int told;

    /** Registers behind. */
    public AllStress() {
        all.onComplete((values, cause) -> told++);
    }

    /** Completes an input. */
    @Actor
    public void one() {
        a.complete(1);
    }

    /** Completes the other. */
    @Actor
    public void other() {
        b.complete(2);
    }

    /** Reads. */
    @Arbiter
    public void read(III_Result result) {
        List<Integer> values = all.getNow();
        result.r1 = values.get(0) == null ? 0 : values.get(0);
        result.r2 = values.get(1) == null ? 0 : values.get(1);
        result.r3 = told;
    }
}
