package io.assay.queue;

import io.assay.queue.peers.Message;
import io.assay.queue.peers.QueueAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Several producers and the one consumer that takes what they offer, and checks it: of each producer the next message, each
 * once.
 */
final class Producers {
    private static final int DRAIN = 256;
    private static final int SPINS = 1_000;

    private final QueueAdapter queue;
    private final List<Producer> producers = new ArrayList<>();
    private final Acknowledgements acknowledgements;
    private final boolean acknowledges;
    private final int each;
    private final long patience;
    private final long[] taken;
    private final long[] told;
    private final Consumer<Message> check = this::check;

    /**
     * Starts the producers; they wait for the first round.
     *
     * @param each messages of each producer in a round
     * @param patience how long nothing may come, in nanoseconds, until the round fails
     */
    Producers(QueueAdapter queue, int count, Burst burst, int each, long patience) {
        this.patience = patience;
        this.queue = queue;
        this.each = each;
        this.acknowledges = burst.messages() > 0;
        this.acknowledgements = new Acknowledgements(count);
        this.taken = new long[count];
        this.told = new long[count];
        for (int i = 0; i < count; i++) producers.add(new Producer(queue, i, burst, each, acknowledgements));
    }

    /**
     * Hands over what all producers offer in a round, and takes it.
     *
     * @throws IllegalStateException if a message is lost, doubled or out of order, or none comes for too long
     */
    void round() {
        for (Producer producer : producers) producer.worker().start();
        long left = (long) each * producers.size();
        while (left > 0) {
            int drained = queue.drain(check, DRAIN);
            if (drained == 0) {
                awaitMore(left);
                continue;
            }
            left -= drained;
            if (acknowledges) {
                acknowledge();
            }
        }
        for (Producer producer : producers) producer.worker().await();
        if (left < 0 || !queue.isEmpty()) {
            throw new IllegalStateException("more came out than was offered: " + (each * producers.size() - left));
        }
    }

    private void awaitMore(long left) {
        for (int i = 0; i < SPINS && queue.isEmpty(); i++) Thread.onSpinWait();
        long start = System.nanoTime();
        while (queue.isEmpty()) {
            for (Producer producer : producers) producer.worker().check();
            if (System.nanoTime() - start > patience) {
                throw new IllegalStateException(
                        "starved: " + left + " messages of the round did not come in " + patience / 1_000_000 + " ms");
            }
            Thread.yield();
        }
    }

    private void check(Message message) {
        int producer = message.producer;
        long due = taken[producer]++ & (Producer.MESSAGES - 1);
        if (message.number != due) {
            throw new IllegalStateException(
                    "producer " + producer + ": message " + message.number + " came where " + due + " was due");
        }
    }

    private void acknowledge() {
        for (int i = 0; i < taken.length; i++) {
            if (told[i] != taken[i]) {
                told[i] = taken[i];
                acknowledgements.set(i, taken[i]);
            }
        }
    }

    /** Offers that were accepted so far; to be asked between rounds. */
    long accepted() {
        return producers.stream().mapToLong(Producer::accepted).sum();
    }

    /** Offers that were refused so far; to be asked between rounds. */
    long refused() {
        return producers.stream().mapToLong(Producer::refused).sum();
    }

    /** Ends the producers. */
    void close() throws InterruptedException {
        for (Producer producer : producers) producer.worker().askToEnd();
        for (Producer producer : producers) producer.worker().join();
    }
}
