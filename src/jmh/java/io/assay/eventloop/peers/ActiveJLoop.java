package io.assay.eventloop.peers;

import io.activej.eventloop.Eventloop;
import org.jspecify.annotations.Nullable;

/** ActiveJ's loop, without a selector as it has no channels. */
final class ActiveJLoop implements LoopAdapter {
    private final Eventloop own = Eventloop.create().withCurrentThread();
    private final NumberedTask[] tasks;
    private final Baton baton = new Baton();
    private @Nullable Eventloop outside;
    private int left;

    ActiveJLoop(EventTally tally) {
        tasks = NumberedTask.upTo(BURST, tally);
    }

    @Override
    public void backlog(int events, EventTally tally) {
        // A new one, as it keeps the array that the backlog made it grow to.
        Eventloop loop = Eventloop.create().withCurrentThread();
        loop.postLast(() -> {
            tally.pushBegins();
            for (int i = 0; i < events; i++) {
                loop.postLast(new NumberedTask(tally, i));
            }
            tally.pushEnds();
        });
        loop.run();
    }

    @Override
    public void inLoop(int bursts) {
        left = bursts;
        own.postLast(this::burst);
        own.run();
    }

    private void burst() {
        if (left-- == 0) {
            return;
        }
        for (NumberedTask task : tasks) {
            own.postLast(task);
        }
        own.postLast(this::burst);
    }

    @Override
    public void fromOutside(int bursts) {
        Eventloop loop = outside;
        if (loop == null) {
            loop = Eventloop.create();
            loop.keepAlive(true);
            Daemons.thread(loop).start();
            outside = loop;
        }
        for (int i = 0; i < bursts; i++) {
            for (NumberedTask task : tasks) {
                loop.execute(task);
            }
        }
        loop.execute(baton);
        baton.await();
    }

    @Override
    public void close() {
        Eventloop loop = outside;
        if (loop != null) {
            loop.execute(() -> loop.keepAlive(false));
        }
    }
}
