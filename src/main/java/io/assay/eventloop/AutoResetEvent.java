package io.assay.eventloop;

import io.assay.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A signal that lets one waiting task go on and resets itself. {@link #set} wakes the task that has waited longest; where
 * none waits the signal stays until a task awaits it, which then goes on at once. Several sets without a wait between them
 * are one. Allocates nothing but itself.
 */
public final class AutoResetEvent extends Command {
    private final EventLoop loop;
    // The loop's thread alone from here on.
    private boolean signalled;
    private @Nullable Task first;
    private @Nullable Task last;

    /** An event for tasks of this loop, not set. */
    public AutoResetEvent(EventLoop loop) {
        this.loop = loop;
    }

    /**
     * Sets it; any thread. On the loop's thread it is set on return, and the task that it wakes, if any, takes its turn
     * behind what is in the backlog at the default priority or a more urgent one. From another thread it takes effect in the
     * order of posts, as an event of the default priority would, and the task that it wakes then takes its turn likewise.
     *
     * @throws PostRefusedException on another thread, where the loop refuses posts
     */
    public void set() {
        if (loop.inLoop()) {
            perform();
        } else if (!loop.core.accept(this)) {
            throw new PostRefusedException();
        }
    }

    @Override
    void perform() {
        Task woken = take();
        // One that failed while it waited would let the signal go to waste.
        while (woken != null && woken.state() != Task.State.ACTIVE) {
            woken = take();
        }
        if (woken == null) {
            signalled = true;
        } else {
            loop.core.resume(woken);
        }
    }

    private @Nullable Task take() {
        Task taken = first;
        if (taken != null) {
            first = taken.nextWaiter;
            taken.nextWaiter = null;
            if (first == null) {
                last = null;
            }
        }
        return taken;
    }

    /** Takes the signal, or has the task wait for the next one. */
    Task.Step await(Task task) {
        if (Checks.ENABLED && task.loop() != loop) {
            throw new IllegalArgumentException("the event and the task are of different loops");
        }
        if (signalled) {
            signalled = false;
            return Task.Step.READY;
        }
        // First, as it throws where the task waits already, perhaps in this list.
        Task.Step step = task.suspend();
        Task before = last;
        last = task;
        if (before == null) {
            first = task;
        } else {
            before.nextWaiter = task;
        }
        return step;
    }
}
