package io.assay.inject.peers;

/**
 * Holds what two services are told against what they have to be told, B requiring A: A starts, B starts, B stops, A stops,
 * and so on. One thread.
 */
public final class CycleTally {
    /** What a service is told. */
    public enum Step {
        /** A starts. */
        START_A,
        /** B starts. */
        START_B,
        /** B stops. */
        STOP_B,
        /** A stops. */
        STOP_A
    }

    private static final Step[] STEPS = Step.values();

    private Step next = Step.START_A;
    private long cycles;
    private long misplaced;

    /** A service was told. */
    public void told(Step step) {
        if (step != next) {
            misplaced++;
        }
        next = STEPS[(step.ordinal() + 1) % STEPS.length];
        if (step == Step.STOP_A) {
            cycles++;
        }
    }

    /**
     * Counts anew, after a look at what was counted.
     *
     * @throws IllegalStateException unless there were so many cycles, each step in its place, and both services run now
     */
    public void take(long expected) {
        if (cycles != expected || misplaced != 0 || next != Step.STOP_B) {
            throw new IllegalStateException(cycles + " of " + expected + " cycles were gone through, " + misplaced
                    + " steps out of place, next is " + next);
        }
        cycles = 0;
    }
}
