package io.assay.future;

import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** An input of which nothing but an {@code all} is to come is completed, while another thread registers with it. */
@JCStressTest
@Outcome(
        id = "1, 1, 1",
        expect = Expect.ACCEPTABLE,
        desc = "All has its value, and the callback ran: by who completes, in its turn, or by who registers.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A value, what waits for it, or the callback was lost, or run twice.")
@State
public class AllRegisterStress {
    private final Promise<Integer> input = new Promise<>();
    private final Future<List<Integer>> all = Future.all(List.of(input));
    private int told;
    private int called;

    /** Registers behind. */
    public AllRegisterStress() {
        all.onComplete((values, cause) -> told++);
    }

    /** Completes the input. */
    @Actor
    public void complete() {
        input.complete(1);
    }

    /** Registers with it. */
    @Actor
    public void register() {
        input.onComplete((value, cause) -> called++);
    }

    /** Reads. */
    @Arbiter
    public void read(III_Result result) {
        result.r1 = all.getNow().get(0);
        result.r2 = told;
        result.r3 = called;
    }
}
