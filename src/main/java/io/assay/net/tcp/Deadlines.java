package io.assay.net.tcp;

import io.assay.eventloop.EventLoop;
import io.assay.eventloop.PostRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A hashed timing wheel (Varghese and Lauck, 1987, scheme 6) for times that are nearly always put off: to put one off is
 * to write a field, for an entry is looked at when its slot comes and moved on if it is not due then. To set one earlier moves
 * it, O(1). An entry expires never early, and at most one tick late. The wheel turns only while it has entries.
 */
final class Deadlines {
    static final long TICK = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int SLOTS = 512;

    /** Something with a deadline; in one slot, or in none. */
    abstract static class Entry {
        private @Nullable Entry previous;
        private @Nullable Entry next;
        private int slot = -1;
        /** The tick at which it is looked at. */
        private long tick;

        /** When it is due by the loop's clock; {@link Long#MAX_VALUE} is never. */
        abstract long due();

        abstract void expired();
    }

    private final EventLoop loop;
    private final LongSupplier clock;
    private final long start;
    private final @Nullable Entry[] slots = new Entry[SLOTS];
    private final List<Entry> found = new ArrayList<>();
    private int entries;
    private long done;
    private boolean turning;

    Deadlines(EventLoop loop, LongSupplier clock) {
        this.loop = loop;
        this.clock = clock;
        start = clock.getAsLong();
    }

    /** Has an entry looked at in time; to be called when it becomes due earlier than before. */
    void watch(Entry entry) {
        long due = entry.due();
        if (due == Long.MAX_VALUE) return;
        // At rest the wheel has not been turned.
        if (entries == 0) done = Math.max(done, (clock.getAsLong() - start) / TICK);
        // Rounded up: at that tick's time it is due. Not before the next one that is looked at.
        long tick = Math.max((due - start + TICK - 1) / TICK, done + 1);
        if (entry.slot >= 0) {
            if (entry.tick <= tick) return;
            forget(entry);
        }
        link(entry, tick);
        turn();
    }

    void forget(Entry entry) {
        if (entry.slot < 0) return;
        Entry before = entry.previous;
        Entry after = entry.next;
        if (before == null) {
            slots[entry.slot] = after;
        } else {
            before.next = after;
        }
        if (after != null) after.previous = before;
        entry.previous = null;
        entry.next = null;
        entry.slot = -1;
        entries--;
    }

    private void link(Entry entry, long tick) {
        int slot = (int) (tick % SLOTS);
        Entry first = slots[slot];
        entry.tick = tick;
        entry.slot = slot;
        entry.next = first;
        if (first != null) first.previous = entry;
        slots[slot] = entry;
        entries++;
    }

    private void turn() {
        if (turning || entries == 0) return;
        turning = true;
        long next = start + (done + 1) * TICK;
        try {
            loop.schedule(this::tick, next - clock.getAsLong(), TimeUnit.NANOSECONDS);
        } catch (PostRefusedException e) {
            // The loop has been told to quit, and has no more timers: what is under way ends without its deadline.
        }
    }

    private void tick() {
        turning = false;
        long now = clock.getAsLong();
        long last = (now - start) / TICK;
        // After a long halt each slot is looked at once.
        long first = Math.max(done + 1, last - SLOTS + 1);
        for (long tick = first; tick <= last; tick++) {
            done = tick;
            look((int) (tick % SLOTS), last, now);
        }
        turn();
    }

    private void look(int slot, long last, long now) {
        // Taken out first: what expires may add and remove others, this slot's too.
        for (Entry entry = slots[slot]; entry != null; entry = entry.next) {
            if (entry.tick <= last) found.add(entry);
        }
        for (Entry entry : found) forget(entry);
        for (Entry entry : found) {
            if (entry.due() > now) {
                watch(entry);
            } else {
                forget(entry);
                entry.expired();
            }
        }
        found.clear();
    }
}
