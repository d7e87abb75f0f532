package io.assay.queue;

/** How producers offer. */
public enum Burst {
    /** As fast as the queue accepts: what is refused is offered again after a yield. An unbounded queue piles up. */
    STREAM(0),
    /** One message, and the next when the consumer has taken it. */
    BURST_1(1),
    /** 16 messages back to back, and the next 16 when the consumer has taken all of them. */
    BURST_16(16),
    /** 256 messages, as above; eight producers then have twice as many on their way as a bounded queue holds. */
    BURST_256(256);

    private final int messages;

    Burst(int messages) {
        this.messages = messages;
    }

    /** Messages that a producer has on their way at most; 0 is any number. */
    public int messages() {
        return messages;
    }
}
