package io.assay.queue;

import io.assay.queue.peers.Message;
import io.assay.queue.peers.QueueAdapter;

/** Offers its messages, a round after the other, and counts what the queue accepts and refuses. */
final class Producer {
    /** A producer walks through so many messages, which are made once: what is measured is the hand-over alone. */
    static final int MESSAGES = 1_024;

    private static final int SPINS = 1_000;

    private final QueueAdapter queue;
    private final Acknowledgements taken;
    private final Message[] messages = new Message[MESSAGES];
    private final int number;
    private final int burst;
    private final int each;
    private final Worker worker;
    private long accepted;
    private long refused;

    /** Starts a producer that offers so many messages each round. */
    Producer(QueueAdapter queue, int number, Burst burst, int each, Acknowledgements taken) {
        this.queue = queue;
        this.taken = taken;
        this.number = number;
        this.burst = burst.messages();
        this.each = each;
        for (int i = 0; i < MESSAGES; i++) messages[i] = new Message(number, i);
        this.worker = new Worker("producer " + number, this::round);
    }

    private void round() {
        for (int i = 1; i <= each; i++) {
            Message message = messages[(int) accepted & (MESSAGES - 1)];
            while (!queue.offer(message)) {
                refused++;
                if (worker.closing()) {
                    return;
                }
                Thread.yield();
            }
            accepted++;
            if (burst > 0 && (i % burst == 0 || i == each)) {
                awaitConsumer();
            }
        }
    }

    private void awaitConsumer() {
        for (int spins = 0; taken.get(number) < accepted && !worker.closing(); spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    Worker worker() {
        return worker;
    }

    /** Offers that were accepted so far; to be asked between rounds. */
    long accepted() {
        return accepted;
    }

    /** Offers that were refused so far; to be asked between rounds. */
    long refused() {
        return refused;
    }
}
