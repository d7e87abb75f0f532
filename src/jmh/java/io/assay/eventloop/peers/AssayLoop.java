package io.assay.eventloop.peers;

import io.assay.eventloop.EventLoop;
import org.jspecify.annotations.Nullable;

/** Ours. */
final class AssayLoop implements LoopAdapter {
    private final boolean priorities;
    private final EventTally tally;
    private final NumberedEvent[] events = NumberedEvent.upTo(BURST);
    private final EventLoop own;
    private final Baton baton = new Baton();
    private @Nullable EventLoop outside;
    private int left;

    AssayLoop(boolean priorities, EventTally tally) {
        this.priorities = priorities;
        this.tally = tally;
        this.own = loop(tally);
    }

    private EventLoop loop(EventTally counted) {
        EventLoop loop = EventLoop.builder()
                .priorities(priorities)
                .threads(Daemons::thread)
                .build();
        loop.on(NumberedEvent.class, event -> counted.dispatched(event.number()));
        return loop;
    }

    @Override
    public void backlog(int events, EventTally counted) {
        EventLoop loop = loop(counted);
        loop.execute(() -> {
            counted.pushBegins();
            for (int i = 0; i < events; i++) {
                loop.post(new NumberedEvent(i));
            }
            loop.quit();
            counted.pushEnds();
        });
        loop.run();
    }

    @Override
    public void inLoop(int bursts) {
        left = bursts;
        own.execute(this::burst);
        own.run();
    }

    private void burst() {
        if (left-- == 0) {
            own.stop();
            return;
        }
        for (NumberedEvent event : events) {
            own.post(event);
        }
        own.execute(this::burst);
    }

    @Override
    public void fromOutside(int bursts) {
        EventLoop loop = outside;
        if (loop == null) {
            loop = loop(tally);
            loop.start();
            outside = loop;
        }
        for (int i = 0; i < bursts; i++) {
            for (NumberedEvent event : events) {
                loop.post(event);
            }
        }
        loop.execute(baton);
        baton.await();
    }

    @Override
    public void close() {
        if (outside != null) {
            outside.quit();
        }
    }
}
