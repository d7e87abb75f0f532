package io.assay.eventloop.peers;

import io.activej.eventloop.Eventloop;

/** ActiveJ's loop. */
final class ActiveJAwaits implements AwaitAdapter {
    @Override
    public int awaits(int count) {
        Eventloop loop = Eventloop.create().withCurrentThread();
        CallbackAwaits awaits = new CallbackAwaits(loop::postLast, count, () -> {});
        loop.postLast(awaits);
        loop.run();
        return awaits.awaited();
    }

    @Override
    public void close() {}
}
