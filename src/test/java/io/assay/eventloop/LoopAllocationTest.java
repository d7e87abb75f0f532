package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In steady state posts, dispatches, waits and sleeps cost no bytes of heap. */
class LoopAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MANY = 20_000;

    private long now;
    private int left;
    private int sum;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void awaitingAnEvent(boolean priorities) {
        EventLoop loop = loop(priorities);
        AutoResetEvent event = new AutoResetEvent(loop);
        Runnable setter = event::set;
        loop.launch(new TaskTest.Scripted(t -> {
            if (left-- == 0) {
                loop.stop();
            } else {
                loop.execute(setter);
            }
            return t.waitFor(event);
        }));
        assertEquals(0, leastAllocated(loop, setter));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sleeping(boolean priorities) {
        EventLoop loop = loop(priorities);
        Runnable tick = new Runnable() {
            @Override
            public void run() {
                now++;
                if (left-- == 0) {
                    loop.stop();
                } else {
                    loop.execute(this);
                }
            }
        };
        loop.launch(new TaskTest.Scripted(t -> t.sleepFor(1)));
        loop.launch(new TaskTest.Scripted(t -> t.sleepFor(3)));
        assertEquals(0, leastAllocated(loop, tick));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void posting(boolean priorities) {
        EventLoop loop = loop(priorities);
        String event = "event";
        loop.on(String.class, e -> sum += e.length());
        Runnable burst = new Runnable() {
            @Override
            public void run() {
                if (left == 0) {
                    loop.stop();
                    return;
                }
                left -= 1_000;
                for (int i = 0; i < 1_000; i++) {
                    loop.post(event);
                }
                loop.execute(this);
            }
        };
        assertEquals(0, leastAllocated(loop, burst));
        assertTrue(sum > MANY);
    }

    private EventLoop loop(boolean priorities) {
        return EventLoop.builder().priorities(priorities).clock(() -> now).build();
    }

    /** The least of some turns: the JVM bills this thread, once in a while, for resolving and compiling. */
    private long leastAllocated(EventLoop loop, Runnable start) {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 20 && least > 0; attempt++) {
            left = MANY;
            loop.execute(start);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            loop.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
