package io.assay.queue;

import io.assay.queue.peers.Mailbox;
import io.assay.queue.peers.Message;

/** A mailbox of which a test changes one thing. */
class AlteredMailbox implements Mailbox {
    private final Mailbox queue;

    AlteredMailbox(Mailbox queue) {
        this.queue = queue;
    }

    @Override
    public boolean offer(Message message) {
        return queue.offer(message);
    }

    @Override
    public Message take(long nanos) throws InterruptedException {
        return queue.take(nanos);
    }

    @Override
    public void wakeUp() {
        queue.wakeUp();
    }
}
