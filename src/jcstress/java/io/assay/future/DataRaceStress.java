package io.assay.future;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * One hands over futures that are done through plain fields, without order; the other finds them done, value and all. On
 * x86 stores are seen in order, so that there only the compiler can break it: the forms on demand, and ARM, try harder.
 */
@JCStressTest
@Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "Looked before either was handed over.")
@Outcome(id = "7, -1", expect = Expect.ACCEPTABLE, desc = "Looked between the two.")
@Outcome(id = "-1, 7", expect = Expect.ACCEPTABLE, desc = "Looked at the value before, at the failure after both.")
@Outcome(id = "7, 7", expect = Expect.ACCEPTABLE, desc = "Looked after both.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A future is there, but pending, or not all of its value or failure.")
@State
public class DataRaceStress {
    private Future<Box> value;
    private Future<Box> failed;

    /** Makes both and lets them be seen. */
    @Actor
    public void publish() {
        value = Future.value(new Box());
        failed = Future.failed(new Late());
    }

    /** Looks. */
    @Actor
    public void look(II_Result result) {
        Future<Box> seen = value;
        result.r1 = seen == null ? -1 : number(seen);
        Future<Box> other = failed;
        result.r2 = other == null ? -1 : cause(other);
    }

    private static int number(Future<Box> done) {
        Box box = done.isDone() ? done.getNow() : null;
        return box == null ? 0 : box.number;
    }

    private static int cause(Future<Box> done) {
        Late late = (Late) done.cause();
        return late == null ? 0 : late.number;
    }

    private static final class Box {
        private int number;

        Box() {
            number = 7;
        }
    }

    private static final class Late extends RuntimeException {
        private static final long serialVersionUID = 1;
        private int number;

        Late() {
            super(null, null, false, false);
            number = 7;
        }
    }
}
