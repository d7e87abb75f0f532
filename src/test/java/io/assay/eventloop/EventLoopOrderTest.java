package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which order events are dispatched, whoever posts them, with and without priorities. */
class EventLoopOrderTest {
    private final List<Object> log = new ArrayList<>();
    private final EventLoop loop = EventLoop.create();

    private void assertLog(Object... expected) {
        assertEquals(List.of(expected), log);
        log.clear();
    }

    @Test
    void ownPostsKeepTheirOrderAcrossManyChunksAndOthersComeInBetween() {
        int many = 5_000;
        loop.on(Integer.class, log::add);
        loop.execute(() -> {
            for (int i = 0; i < many; i++) {
                loop.post(i);
            }
        });
        loop.runReady();
        assertEquals(many, log.size());
        for (int i = 0; i < many; i++) {
            assertEquals(i, log.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aThreadsPostsStayInOrderWhenItComesToRunTheLoop(boolean priorities) {
        EventLoop own = EventLoop.builder().priorities(priorities).build();
        int before = 1_000;
        own.on(Integer.class, log::add);
        own.post(-1);
        own.on(Integer.class, e -> {
            if (e == -1) {
                own.post(before);
            }
        });
        for (int i = 0; i < before; i++) {
            own.post(i);
        }
        own.runReady();
        assertEquals(before + 2, log.size());
        assertEquals(-1, log.get(0));
        assertEquals(before - 1, log.get(before));
        assertEquals(before, log.get(before + 1));
    }

    @Test
    void aLaterPostOfAnotherThreadDoesNotOvertakeAnOwnOne() throws InterruptedException {
        loop.on(Integer.class, log::add);
        loop.execute(() -> {
            for (int i = 0; i < 1_000; i++) {
                loop.post(i);
            }
            EventLoopTest.onOtherThread(() -> loop.post(1_000));
        });
        loop.runReady();
        assertEquals(1_000, log.indexOf(1_000));
    }

    @Test
    void aLoopThatNeverRunsDryHearsOtherThreads() {
        EventLoop own = EventLoop.create();
        own.execute(new Runnable() {
            @Override
            public void run() {
                if (log.isEmpty()) {
                    own.execute(this);
                }
            }
        });
        own.execute(() -> EventLoopTest.onOtherThread(() -> own.execute(() -> log.add("heard"))));
        own.runReady();
        assertLog("heard");
    }

    @Test
    void lowerPrioritiesGoFirstAndEqualOnesInOrder() {
        EventLoop own = EventLoop.builder().priorities(true).build();
        own.on(String.class, log::add);
        own.post("c1");
        own.post("d1", 9);
        own.post("a1", Integer.MIN_VALUE);
        own.post("b1", -1);
        own.post("c2", 0);
        own.post("e1", Integer.MAX_VALUE);
        own.post("d2", 9);
        own.post("b2", -1);
        own.runReady();
        assertLog("a1", "b1", "b2", "c1", "c2", "d1", "d2", "e1");
    }

    @Test
    void anUrgentEventOfAnotherThreadWaitsForSixteenOthersAtMost() {
        EventLoop own = EventLoop.builder().priorities(true).build();
        own.on(Integer.class, log::add);
        own.execute(() -> {
            for (int i = 0; i < 100; i++) {
                own.post(i);
            }
            EventLoopTest.onOtherThread(() -> own.post(-1, -1));
        });
        own.runReady();
        assertTrue(log.indexOf(-1) <= 16, log::toString);
    }

    @Test
    void aLoopWithoutPrioritiesSaysSo() {
        assertTrue(assertThrows(UnsupportedOperationException.class, () -> loop.post("a", 1))
                .getMessage()
                .contains("priorities(true)"));
        assertThrows(UnsupportedOperationException.class, () -> loop.post("a", 0));
    }
}
