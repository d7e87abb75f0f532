package io.assay.eventloop.jitter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that does nothing but sleep for half a millisecond at a time, and notes when it woke late: what it suffers, the
 * machine does to others too. It allocates nothing while it runs.
 */
public final class Stalls implements AutoCloseable {
    private static final long NAP = 500_000;
    /** Threads usually wake some 60 us late. */
    private static final long LATE = 250_000;

    private final Thread thread = new Thread(this::run, "stalls");
    private final long[] from = new long[1 << 14];
    private final long[] to = new long[from.length];
    private volatile int count;
    private volatile boolean closed;

    /** Starts it. */
    public Stalls() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!closed && count < from.length) {
            long due = System.nanoTime() + NAP;
            LockSupport.parkNanos(NAP);
            long now = System.nanoTime();
            if (now - due < LATE) continue;
            from[count] = due;
            to[count] = now;
            count = count + 1;
        }
    }

    /** Ends it, and tells when it was late. */
    public List<Interval> found() throws InterruptedException {
        close();
        thread.join(10_000);
        List<Interval> found = new ArrayList<>();
        for (int i = 0; i < count; i++) found.add(new Interval(from[i], to[i]));
        return found;
    }

    /** How much of each is left when the virtual machine's own stops are taken out; the longest. */
    public static long longestOutside(List<Interval> stalls, List<Interval> stops) {
        return stalls.stream()
                .mapToLong(stall -> stall.length() - stall.coveredBy(stops))
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
