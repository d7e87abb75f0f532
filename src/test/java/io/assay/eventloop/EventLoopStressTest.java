package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Eight producers, random stops, handlers that throw, and an end at a random time: nothing that was accepted is lost or
 * doubled or out of its order. {@code -Devents=100000000} for the long form; the seed is in the name of each failure.
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

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void losesAndDoublesNothing(boolean priorities) throws InterruptedException {
        long seed = 20261121;
        for (int round = 0; round < ROUNDS; round++) {
            new Round(seed + round, priorities, EVENTS / 2 / ROUNDS / PRODUCERS, round % 2 == 0).run();
        }
    }

    private static final class Round {
        final String name;
        final Random random;
        final long each;
        final boolean quitsEarly;
        final EventLoop loop;
        final AtomicLong failures = new AtomicLong();
        // The loop's thread writes; others read how far it is.
        final AtomicLong dispatched = new AtomicLong();
        final long[] next = new long[PRODUCERS];
        final long[] nextEcho = new long[PRODUCERS];
        final long[] accepted = new long[PRODUCERS];
        final List<String> wrong = new ArrayList<>();

        Round(long seed, boolean priorities, long each, boolean quitsEarly) {
            this.name = "seed " + seed + (priorities ? ", priorities" : "");
            this.random = new Random(seed);
            this.each = each;
            this.quitsEarly = quitsEarly;
            this.loop = EventLoop.builder()
                    .priorities(priorities)
                    .failures((source, failure) -> failures.incrementAndGet())
                    .build();
            loop.on(Event.class, this::event);
            loop.on(Echo.class, this::echo);
        }

        private void event(Event event) {
            if (event.number != next[event.producer]++) {
                wrong.add(event + " where " + (next[event.producer] - 1) + " was due");
            }
            dispatched.setRelease(dispatched.getPlain() + 1);
            if (event.number % 10 == 5) {
                loop.post(new Echo(event.producer, event.number / 10));
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
                loop.quit();
            } else {
                loop.quit();
                loop.start();
            }
            assertTrue(loop.awaitRest(60, TimeUnit.SECONDS), name);
            for (Thread producer : producers) {
                producer.join();
            }
            check();
        }

        private void check() {
            assertEquals(EventLoop.State.ENDED, loop.state(), name);
            assertEquals(List.of(), wrong.subList(0, Math.min(5, wrong.size())), name);
            long planned = 0;
            for (int i = 0; i < PRODUCERS; i++) {
                assertEquals(accepted[i], next[i], name + ": accepted and dispatched of producer " + i);
                assertEquals((accepted[i] + 4) / 10, nextEcho[i], name + ": the loop's own of producer " + i);
                planned += accepted[i] / 100;
            }
            assertEquals(planned, failures.get(), name + ": failures");
        }
    }
}
