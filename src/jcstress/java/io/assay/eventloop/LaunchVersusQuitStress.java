package io.assay.eventloop;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A task launched by another thread while the loop is told to quit and ends: launched and run, or refused and untouched. */
@JCStressTest
@Outcome(id = "launched, steps 1, DONE", expect = Expect.ACCEPTABLE, desc = "It went through the gate in time.")
@Outcome(id = "refused, steps 0, NEW", expect = Expect.ACCEPTABLE, desc = "The gate was closed, or it was taken back.")
@Outcome(expect = Expect.FORBIDDEN, desc = "What the launcher was told is not what became of the task.")
@State
public class LaunchVersusQuitStress {
    private final EventLoop loop = EventLoop.create();
    private int steps;
    private String told = "launched";

    private final Task task = new Task() {
        @Override
        protected Step step() {
            steps++;
            return done();
        }
    };

    /** Launches. */
    @Actor
    public void launcher() {
        try {
            loop.launch(task);
        } catch (PostRefusedException refused) {
            told = "refused";
        }
    }

    /** Tells the loop to end, and runs it to its end. */
    @Actor
    public void loop() {
        loop.quit();
        loop.run();
    }

    /** Looks what became of the task. */
    @Arbiter
    public void fate(L_Result result) {
        result.r1 = told + ", steps " + steps + ", " + task.state();
    }
}
