package io.assay.queue.peers;

/** What is handed over: whose, and which. Its fields are plain; a queue that loses their order fails the benchmark. */
public final class Message {
    /** The producer's number, from 0. */
    public int producer;
    /** The producer's count of its messages. */
    public long number;
    /** When it was to be sent, by {@link System#nanoTime}, where that is measured. */
    public long intended;

    /** An empty one, to be filled. */
    public Message() {}

    /** A message of a producer. */
    public Message(int producer, long number) {
        this.producer = producer;
        this.number = number;
    }
}
