package io.assay.queue;

/** How producers offer. */
public enum Burst {
    /** As fast as the queue accepts: what is refused is offered again after a yield. An unbounded queue piles up. */
    STREAM(0, 1 << 16),
    /** One message, and the next when the consumer has taken it. */
    BURST_1(1, 1 << 12),
    /** 16 messages back to back, and the next 16 when the consumer has taken all of them. */
    BURST_16(16, 1 << 14),
    /** 256 messages, as above; eight producers then have twice as many on their way as a bounded queue holds. */
    BURST_256(256, 1 << 16);

    private final int messages;
    private final int round;

    Burst(int messages, int round) {
        this.messages = messages;
        this.round = round;
    }

    /** Messages of an operation, of all producers together: fewer where each costs more. */
    public int round() {
        return round;
    }

    /** Messages that a producer has on their way at most; 0 is any number. */
    public int messages() {
        return messages;
    }
}
