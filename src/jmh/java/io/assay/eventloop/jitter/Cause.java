package io.assay.eventloop.jitter;

import java.util.List;

/** Why a deadline was missed: the first of these that covers half of the time from when it was due to its end. */
public enum Cause {
    /** A collector's pause. */
    GC,
    /** The virtual machine stood still for something else. */
    SAFEPOINT,
    /** Another thread, on whatever core, did not run when its time had come. */
    MACHINE,
    /** None of these: the task itself was slow, or the loop, or its thread alone had to wait for a core. */
    OTHER;

    /**
     * The cause of one miss.
     *
     * @param gc pauses of collectors
     * @param stops all times at which the virtual machine stood still, those pauses among them
     * @param stalls times for which the other thread was late
     */
    public static Cause of(Interval miss, List<Interval> gc, List<Interval> stops, List<Interval> stalls) {
        long half = (miss.length() + 1) / 2;
        if (miss.coveredBy(gc) >= half) return GC;
        if (miss.coveredBy(stops) >= half) return SAFEPOINT;
        return miss.coveredBy(stalls) >= half ? MACHINE : OTHER;
    }
}
