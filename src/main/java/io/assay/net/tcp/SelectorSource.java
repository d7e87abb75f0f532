package io.assay.net.tcp;

import io.assay.eventloop.EventSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits in a selector, and hands out what is ready. The loop's thread, but for {@link #wakeUp}. */
final class SelectorSource implements EventSource {
    final Selector selector;
    private final Runnable clock;
    private final SharedWakeUps wakeUps;
    // Keys are collected by the selector's own callback: no set of selected keys is filled and emptied.
    private final Consumer<SelectionKey> collector = this::collect;
    private SelectionKey[] ready = new SelectionKey[64];
    private int count;

    /** A source that has the clock read at each look: posts and timers go by it too. */
    SelectorSource(Runnable clock, SharedWakeUps wakeUps) {
        this(clock, wakeUps, open());
    }

    /** A source over this selector, for tests. */
    SelectorSource(Runnable clock, SharedWakeUps wakeUps, Selector selector) {
        this.clock = clock;
        this.wakeUps = wakeUps;
        this.selector = selector;
    }

    private static Selector open() {
        try {
            return Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("no selector could be opened", e);
        }
    }

    private void collect(SelectionKey key) {
        if (count == ready.length) ready = Arrays.copyOf(ready, count * 2);
        ready[count++] = key;
    }

    @Override
    public void await(long nanos) {
        if (count > 0 || !selector.isOpen()) return;
        long slept = wakeUps.pause(nanos);
        try {
            if (nanos == Long.MAX_VALUE) {
                selector.select(collector);
            } else if (slept < nanos) {
                // Rounded up: with 0 the selector would wait for ever, and with less the timer would not be due.
                selector.select(collector, TimeUnit.NANOSECONDS.toMillis(nanos - slept) + 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int poll() {
        if (!selector.isOpen()) return 0;
        clock.run();
        try {
            if (count == 0) selector.selectNow(collector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int found = count;
        wakeUps.looked(found);
        try {
            for (int i = 0; i < found; i++) {
                SelectionKey key = ready[i];
                // Whoever was handled before may have closed it.
                if (key.isValid()) ((Selectable) key.attachment()).ready(key.readyOps());
            }
        } finally {
            // Behind a failure the others are found again: what is ready stays so.
            Arrays.fill(ready, 0, found, null);
            count = 0;
        }
        return found;
    }

    @Override
    public void wakeUp() {
        wakeUps.wakeUp();
        selector.wakeup();
    }

    /**
     * Has the system close what was closed: a channel that a selector knows stays open until its next selection, and a
     * listening one goes on to take connections for nobody. What is ready is found again by the next selection.
     */
    void release() throws IOException {
        selector.selectNow(key -> {});
    }

    void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
