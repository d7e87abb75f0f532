package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop that waits elsewhere. */
@Timeout(60)
class EventSourceTest {
    private final List<String> log = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private long now;

    /** Ready as often as it was told; its waits are written down. */
    private class Scripted implements EventSource {
        private int ready;
        private Runnable handling = () -> {};
        private Runnable waiting = () -> {};

        @Override
        public void await(long nanos) {
            log.add("await " + nanos);
            waiting.run();
        }

        @Override
        public int poll() {
            int handled = ready;
            ready = 0;
            for (int i = 0; i < handled; i++) handling.run();
            return handled;
        }

        @Override
        public void wakeUp() {
            log.add("wakeUp");
        }
    }

    private final Scripted source = new Scripted();

    private final EventLoop loop = EventLoop.builder()
            .source(source)
            .clock(() -> now)
            .failures((from, failure) -> failures.add(failure))
            .build();

    @Test
    void whatIsReadyIsHandledWithWhatItPosts() {
        source.ready = 3;
        source.handling = () -> loop.execute(() -> log.add("posted"));
        assertEquals(6, loop.runReady());
        assertEquals(List.of("posted", "posted", "posted"), log);
    }

    @Test
    void aLoopThatPostsToItselfStillLooks() {
        source.ready = 1;
        source.handling = loop::quitNow;
        Runnable again = new Runnable() {
            @Override
            public void run() {
                loop.tryPost(this);
            }
        };
        loop.execute(again);
        loop.run();
        assertEquals(EventLoop.State.ENDED, loop.state());
    }

    @Test
    void aTimerThatIsAlwaysDueDoesNotShutItOut() {
        source.ready = 1;
        source.handling = loop::quitNow;
        loop.schedule(() -> log.add("early"), 0, TimeUnit.NANOSECONDS);
        Runnable again = new Runnable() {
            @Override
            public void run() {
                if (source.ready > 0) loop.schedule(this, 0, TimeUnit.NANOSECONDS);
            }
        };
        loop.schedule(again, 0, TimeUnit.NANOSECONDS);
        loop.run();
        assertEquals(List.of("early"), log);
    }

    @Test
    void itWaitsAsLongAsTheNextTimerHasLeft() {
        loop.schedule(loop::quit, 70, TimeUnit.NANOSECONDS);
        source.waiting = () -> now += 35;
        loop.run();
        assertEquals(List.of("await 70", "await 35"), log);
    }

    @Test
    void whatItThrowsIsReportedAndTheLoopGoesOn() {
        source.ready = 1;
        source.handling = () -> {
            throw new IllegalStateException("planted");
        };
        assertEquals(0, loop.runReady());
        assertEquals("planted", failures.get(0).getMessage());
        source.handling = () -> log.add("handled");
        source.ready = 1;
        assertEquals(1, loop.runReady());
    }

    @Test
    void onlyALoopThatWaitsIsWoken() throws InterruptedException {
        loop.execute(() -> log.add("ran"));
        assertEquals(1, loop.runReady());
        assertEquals(List.of("ran"), log);
        Semaphore waits = new Semaphore(0);
        Semaphore woken = new Semaphore(0);
        EventLoop other = EventLoop.builder()
                .source(new EventSource() {
                    @Override
                    public void await(long nanos) {
                        waits.release();
                        woken.acquireUninterruptibly();
                    }

                    @Override
                    public int poll() {
                        return 0;
                    }

                    @Override
                    public void wakeUp() {
                        woken.release();
                    }
                })
                .build();
        Thread thread = other.start();
        for (int i = 0; i < 100; i++) {
            waits.acquire();
            other.execute(() -> {});
        }
        waits.acquire();
        thread.interrupt();
        other.quit();
        assertTrue(other.awaitRest(20, TimeUnit.SECONDS));
    }
}
