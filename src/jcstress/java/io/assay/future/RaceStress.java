package io.assay.future;

import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** One input fails, one succeeds: the race has either, any has the value, and all has the failure, each told once. */
@JCStressTest
@Outcome(id = "1, 2, 111", expect = Expect.ACCEPTABLE, desc = "The value came first.")
@Outcome(id = "0, 2, 111", expect = Expect.ACCEPTABLE, desc = "The failure came first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Somebody was told twice or never, or any has failed.")
@State
public class RaceStress {
    private static final RuntimeException BROKEN = new RuntimeException("broken");

    private final Promise<Integer> a = new Promise<>();
    private final Promise<Integer> b = new Promise<>();
    private final Future<Integer> race = Future.race(List.of(a, b));
    private final Future<Integer> any = Future.any(List.of(a, b));
    private final Future<List<Integer>> all = Future.all(List.of(a, b));
    private int toldRace;
    private int toldAny;
    private int toldAll;

    /** Registers behind. */
    public RaceStress() {
        race.onComplete((value, cause) -> toldRace++);
        any.onComplete((value, cause) -> toldAny += 10);
        all.onComplete((values, cause) -> toldAll += cause == BROKEN ? 100 : 1_000);
    }

    /** Completes an input. */
    @Actor
    public void succeed() {
        a.complete(1);
    }

    /** Fails the other. */
    @Actor
    public void fail() {
        b.fail(BROKEN);
    }

    /** Reads. */
    @Arbiter
    public void read(III_Result result) {
        result.r1 = race.isSuccess() ? 1 : 0;
        result.r2 = any.isSuccess() ? 2 : 0;
        result.r3 = toldRace + toldAny + toldAll;
    }
}
