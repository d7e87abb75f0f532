package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.queue.WaitStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Eight producers, every way of waiting, timers, tasks, random stops, handlers that throw, and an end at a random time by
 * quit or quitNow: nothing that was accepted is lost or doubled or out of its order, no cancelled timer fires, and every
 * task is done or told that it is not. {@code -Devents=100000000} for the long form; the seed is in the name of each failure.
 */
@SuppressWarnings("ThreadPriorityCheck") // yields stand for random pauses
class EventLoopStressTest {
    private static final int PRODUCERS = 8;
    private static final int ROUNDS = 8;
    /** Producers are faster than the loop, and heaps end. */
    private static final long MOST_AHEAD = 50_000;

    private static final long EVENTS = Long.getLong("events", 1_500_000);

    record Event(int producer, long number) {}

    /** Made by the loop itself, one for each event that ends in 5. */
    record Echo(int producer, long number) {}

    /** A one-shot timer of a producer; one in two is cancelled at once. */
    private static final class Shot {
        private final EventLoop loop;
        private int runs;
        private LoopTimer timer;
        private boolean cancelled;

        Shot(EventLoop loop) {
            this.loop = loop;
        }

        /** Whether the loop took it. */
        boolean arm(boolean cancels) {
            try {
                timer = loop.schedule(() -> runs++, 1, TimeUnit.MICROSECONDS);
            } catch (PostRefusedException refused) {
                return false;
            }
            cancelled = cancels && timer.tryCancel();
            return true;
        }
    }

    /** Waits for one event after the other, sleeps and gives way in between, until its loop ends or so many steps are done. */
    private static final class Walker extends Task {
        private final AutoResetEvent event;
        private int left;
        private int abandonments;

        Walker(AutoResetEvent event, int steps) {
            this.event = event;
            this.left = steps;
        }

        @Override
        protected Step step() {
            if (left-- == 0) {
                return done();
            }
            return left % 3 == 0 ? sleep(1_000) : left % 3 == 1 ? giveWay() : await(event);
        }

        @Override
        protected void abandoned() {
            abandonments++;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void losesAndDoublesNothing(boolean priorities) throws InterruptedException {
        long seed = 20261121;
        for (int round = 0; round < ROUNDS; round++) {
            new Round(seed + round, priorities, EVENTS / 2 / ROUNDS / PRODUCERS, round).run();
        }
    }

    private static final class Round {
        final String name;
        final Random random;
        final long each;
        final boolean quitsEarly;
        final boolean quitsNow;
        final EventLoop loop;
        final AtomicLong failures = new AtomicLong();
        // The loop's thread writes; others read how far it is.
        final AtomicLong dispatched = new AtomicLong();
        final long[] next = new long[PRODUCERS];
        final long[] nextEcho = new long[PRODUCERS];
        final long[] accepted = new long[PRODUCERS];
        final long[] echoes = new long[PRODUCERS];
        final List<List<Shot>> shots = new ArrayList<>();
        final List<Walker> walkers = new ArrayList<>();
        final AutoResetEvent signal;
        final List<String> wrong = new ArrayList<>();

        Round(long seed, boolean priorities, long each, int round) {
            WaitStrategy waiting = WaitStrategy.values()[round % WaitStrategy.values().length];
            this.quitsEarly = round % 2 == 0;
            this.quitsNow = round % 3 == 0;
            this.name = "seed " + seed + ", " + waiting + (priorities ? ", priorities" : "");
            this.random = new Random(seed);
            this.each = each;
            this.loop = EventLoop.builder()
                    .priorities(priorities)
                    .waiting(waiting)
                    .failures((source, failure) -> failures.incrementAndGet())
                    .build();
            loop.on(Event.class, this::event);
            loop.on(Echo.class, this::echo);
            signal = new AutoResetEvent(loop);
            for (int i = 0; i < PRODUCERS; i++) {
                shots.add(new ArrayList<>());
                // Half of them come to their end, the others wait when the loop ends.
                walkers.add(new Walker(signal, i % 2 == 0 ? 50 : Integer.MAX_VALUE));
            }
            walkers.forEach(loop::launch);
            loop.scheduleAtFixedRate(signal::set, 0, 20, TimeUnit.MICROSECONDS);
        }

        private void event(Event event) {
            if (event.number != next[event.producer]++) {
                wrong.add(event + " where " + (next[event.producer] - 1) + " was due");
            }
            dispatched.setRelease(dispatched.getPlain() + 1);
            if (event.number % 10 == 5) {
                // Refused after quitNow.
                echoes[event.producer] += loop.tryPost(new Echo(event.producer, event.number / 10)) ? 1 : 0;
            }
            if (event.number % 100 == 99) {
                throw new IllegalStateException("planned");
            }
        }

        private void echo(Echo echo) {
            if (echo.number != nextEcho[echo.producer]++) {
                wrong.add(echo + " where " + (nextEcho[echo.producer] - 1) + " was due");
            }
        }

        private void produce(int producer) {
            for (long i = 0; i < each; i++) {
                if (!loop.tryPost(new Event(producer, i))) {
                    return;
                }
                accepted[producer] = i + 1;
                if (i % 100 == 0) {
                    Shot shot = new Shot(loop);
                    if (!shot.arm(i % 200 == 0)) {
                        return;
                    }
                    shots.get(producer).add(shot);
                }
                while (i - dispatched.getAcquire() / PRODUCERS > MOST_AHEAD / PRODUCERS
                        && loop.state() != EventLoop.State.ENDED) {
                    Thread.yield();
                }
            }
        }

        void run() throws InterruptedException {
            List<Thread> producers = new ArrayList<>();
            for (int i = 0; i < PRODUCERS; i++) {
                int producer = i;
                producers.add(new Thread(() -> produce(producer), "producer " + i));
            }
            producers.forEach(Thread::start);
            long quitAt = (long) (each * PRODUCERS * (quitsEarly ? random.nextDouble() : 2));
            while (dispatched.getAcquire() < quitAt && producers.stream().anyMatch(Thread::isAlive)) {
                loop.start();
                for (int i = random.nextInt(2_000); i > 0; i--) {
                    Thread.yield();
                }
                loop.stop();
                assertTrue(loop.awaitRest(60, TimeUnit.SECONDS), name);
            }
            if (random.nextBoolean()) {
                loop.start();
                quit();
            } else {
                quit();
                loop.start();
            }
            assertTrue(loop.awaitRest(60, TimeUnit.SECONDS), name);
            for (Thread producer : producers) {
                producer.join();
            }
            check();
        }

        private void quit() {
            if (quitsNow) {
                loop.quitNow();
            } else {
                loop.quit();
            }
        }

        private void check() {
            assertEquals(EventLoop.State.ENDED, loop.state(), name);
            assertEquals(List.of(), wrong.subList(0, Math.min(5, wrong.size())), name);
            long planned = 0;
            for (int i = 0; i < PRODUCERS; i++) {
                assertEquals(accepted[i], next[i], name + ": accepted and dispatched of producer " + i);
                assertEquals(echoes[i], nextEcho[i], name + ": the loop's own of producer " + i);
                if (!quitsNow) {
                    assertEquals((accepted[i] + 4) / 10, echoes[i], name + ": the loop's own were accepted");
                }
                planned += accepted[i] / 100;
            }
            assertEquals(planned, failures.get(), name + ": failures");
            for (Shot shot : shots.stream().flatMap(List::stream).toList()) {
                assertFalse(shot.timer.isPending(), name);
                assertTrue(shot.runs <= (shot.cancelled ? 0 : 1), name + ": " + shot.runs + " runs of a timer");
            }
            for (Walker walker : walkers) {
                boolean abandoned = walker.state() == Task.State.ABANDONED;
                assertTrue(abandoned || walker.state() == Task.State.DONE, name + ": " + walker.state());
                assertEquals(abandoned ? 1 : 0, walker.abandonments, name);
            }
        }
    }
}
