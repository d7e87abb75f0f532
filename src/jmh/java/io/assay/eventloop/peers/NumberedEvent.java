package io.assay.eventloop.peers;

/** An event that somebody else knows how to handle; 16 bytes. */
record NumberedEvent(int number) {
    static NumberedEvent[] upTo(int period) {
        NumberedEvent[] events = new NumberedEvent[period];
        for (int i = 0; i < period; i++) {
            events[i] = new NumberedEvent(i);
        }
        return events;
    }
}
