package io.assay.future;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Two threads complete a shared promise. What waits for it comes to wait for a confined one when one of them runs it, while the
 * other has perhaps just read it as the shared one's state: it must not take the shared one for confined.
 */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "The owner came first; the other changed nothing.")
@Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "The other came first, with its own value.")
@Outcome(
        expect = Expect.FORBIDDEN,
        desc = "Both decided, none did, or the later one was refused as being on the wrong thread.")
@State
public class LocalLeaderStress {
    private final Promise<Integer> shared = new Promise<>();
    private final Future<Integer> follower = shared.flatMap(this::follow);
    private int first;
    private int second;
    private volatile Thread owner;
    private Promise<Integer> leader;

    private Future<Integer> follow(int value) {
        if (Thread.currentThread() != owner) {
            return Future.value(value);
        }
        leader = LocalPromises.ofCurrentThread().promise();
        return leader;
    }

    /** Completes the shared one, then the confined one that its function gave. */
    @Actor
    public void own() {
        owner = Thread.currentThread();
        first = shared.tryComplete(1) ? 1 : 0;
        if (leader != null) {
            leader.complete(1);
        }
    }

    /** Completes the shared one. */
    @Actor
    public void other() {
        try {
            second = shared.tryComplete(2) ? 1 : 0;
        } catch (IllegalStateException wrongThread) {
            second = -1;
        }
    }

    /** Reads. */
    @Arbiter
    public void read(II_Result result) {
        result.r1 = first + second == 1 ? first : -1;
        result.r2 = shared.getNow().equals(follower.getNow()) ? follower.getNow() : -1;
    }
}
