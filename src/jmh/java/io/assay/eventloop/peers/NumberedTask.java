package io.assay.eventloop.peers;

/** An event for loops that only run tasks: it brings its handler; 24 bytes. */
record NumberedTask(EventTally tally, int number) implements Runnable {
    @Override
    public void run() {
        tally.dispatched(number);
    }

    static NumberedTask[] upTo(int period, EventTally tally) {
        NumberedTask[] tasks = new NumberedTask[period];
        for (int i = 0; i < period; i++) {
            tasks[i] = new NumberedTask(tally, i);
        }
        return tasks;
    }
}
