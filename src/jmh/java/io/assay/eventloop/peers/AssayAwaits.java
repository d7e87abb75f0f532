package io.assay.eventloop.peers;

import io.assay.eventloop.AutoResetEvent;
import io.assay.eventloop.EventLoop;
import io.assay.eventloop.Task;

/** Ours: a task on a loop that the calling thread runs. */
final class AssayAwaits implements AwaitAdapter {
    @Override
    public int awaits(int count) {
        EventLoop loop = EventLoop.create();
        Awaiting task = new Awaiting(loop, count);
        loop.launch(task);
        loop.execute(task.setter);
        loop.run();
        return task.awaited;
    }

    private static final class Awaiting extends Task {
        final EventLoop own;
        final Runnable setter;
        final AutoResetEvent event;
        final int count;
        boolean waits;
        int awaited;

        Awaiting(EventLoop loop, int count) {
            this.own = loop;
            this.count = count;
            this.event = new AutoResetEvent(loop);
            this.setter = event::set;
        }

        @Override
        protected Step step() {
            if (waits) {
                awaited++;
                own.execute(setter);
                if (awaited == count) {
                    own.quit();
                    return done();
                }
            }
            waits = true;
            return await(event);
        }
    }

    @Override
    public void close() {}
}
