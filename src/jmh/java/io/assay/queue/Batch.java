package io.assay.queue;

/** How many messages are inside at once. */
public enum Batch {
    /** One is offered, one polled. */
    ONE(1),
    /** 16 are offered, and drained in one go. */
    BATCH_16(16),
    /** 256 are offered, and drained in one go. */
    BATCH_256(256);

    private final int messages;

    Batch(int messages) {
        this.messages = messages;
    }

    /** How many. */
    public int messages() {
        return messages;
    }
}
