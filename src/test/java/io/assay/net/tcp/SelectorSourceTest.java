package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How long it waits in its selector, by a clock that sleeps alone move. */
class SelectorSourceTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long PAUSE = 10 * MILLI;

    private final Asked selector = new Asked();
    private final List<Long> sleeps = new ArrayList<>();
    private long now;
    private long wokenBy = Long.MAX_VALUE;
    private final SelectorSource source =
            new SelectorSource(() -> {}, new SharedWakeUps(PAUSE, () -> now, this::sleep), selector);

    private void sleep(long nanos) {
        sleeps.add(nanos);
        now += Math.min(nanos, wokenBy);
    }

    @Test
    void aTimerThatIsDueBehindTheSleepIsWaitedForNoLonger() {
        source.await(3 * MILLI);
        assertEquals(List.of(3 * MILLI), sleeps);
        assertEquals(List.of(), selector.millis);
    }

    @Test
    void aTimerThatIsDueLaterIsWaitedForTheRest() {
        source.await(30 * MILLI);
        assertEquals(List.of(PAUSE), sleeps);
        assertEquals(List.of(21L), selector.millis, "20 ms are left, and it rounds up");
    }

    @Test
    void aSleepThatWasEndedCountsForAsLongAsItWas() {
        wokenBy = 4 * MILLI;
        source.await(30 * MILLI);
        source.await(3 * MILLI);
        assertEquals(List.of(PAUSE, 3 * MILLI), sleeps);
        assertEquals(List.of(27L), selector.millis);
    }

    @Test
    void withoutATimerItWaitsForEver() {
        source.await(Long.MAX_VALUE);
        source.await(Long.MAX_VALUE);
        assertEquals(List.of(PAUSE), sleeps, "the look is long ago");
        assertEquals(List.of(0L, 0L), selector.millis);
    }

    @Test
    void whereItDoesNotSleepTheWholeTimeIsWaited() {
        new SelectorSource(() -> {}, new SharedWakeUps(0), selector).await(30 * MILLI);
        assertEquals(List.of(31L), selector.millis);
    }

    @Test
    void theNextSleepIsCountedFromTheLastLook() {
        now = 100 * MILLI;
        assertEquals(0, source.poll());
        now += 4 * MILLI;
        source.await(Long.MAX_VALUE);
        assertEquals(List.of(6 * MILLI), sleeps);
    }

    @Test
    void aWakeUpSkipsTheSleep() {
        source.wakeUp();
        source.await(30 * MILLI);
        assertEquals(List.of(), sleeps);
        assertEquals(List.of(31L), selector.millis, "the selector is woken by itself");
    }

    @Test
    void howeverManyAreReadyEachIsHandledOnce() {
        List<Integer> handled = new ArrayList<>();
        List<Integer> wanted = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int number = i;
            wanted.add(number);
            Selectable selectable = operations -> handled.add(number + operations);
            SelectionKey key = new Ready();
            key.attach(selectable);
            selector.ready.add(key);
        }
        assertEquals(200, source.poll());
        assertEquals(wanted, handled);
        selector.ready.clear();
        assertEquals(0, source.poll());
        assertEquals(wanted, handled);
    }

    /** A key whose operations are none. */
    private static final class Ready extends SelectionKey {
        @Override
        public SelectableChannel channel() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Selector selector() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isValid() {
            return true;
        }

        @Override
        public void cancel() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int interestOps() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SelectionKey interestOps(int operations) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int readyOps() {
            return 0;
        }
    }

    /** Finds what it was given, without waiting for it, and notes how long it was to wait; 0 is for ever. */
    private static final class Asked extends Selector {
        private final List<Long> millis = new ArrayList<>();
        private final List<SelectionKey> ready = new ArrayList<>();

        @Override
        public int selectNow(Consumer<SelectionKey> action) {
            ready.forEach(action);
            return ready.size();
        }

        @Override
        public int select(Consumer<SelectionKey> action, long timeout) {
            millis.add(timeout);
            return 0;
        }

        @Override
        public int select(Consumer<SelectionKey> action) {
            return select(action, 0);
        }

        @Override
        public int select(long timeout) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int select() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int selectNow() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Selector wakeup() {
            return this;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public SelectorProvider provider() {
            return SelectorProvider.provider();
        }

        @Override
        public Set<SelectionKey> keys() {
            return Set.of();
        }

        @Override
        public Set<SelectionKey> selectedKeys() {
            return Set.of();
        }

        @Override
        public void close() {}
    }
}
