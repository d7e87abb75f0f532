package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.queue.QueueKind;
import io.assay.queue.WaitStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every inbox and every way of waiting, from start to end. */
class EventLoopSettingsTest {
    private final List<Object> log = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(
            value = QueueKind.class,
            names = {"JCTOOLS_UNBOUNDED", "JCTOOLS_XADD", "JCTOOLS_LINKED", "AGRONA_LINKED", "JDK_CONCURRENT_LINKED"})
    void runsOverEveryKindOfInbox(QueueKind kind) throws InterruptedException {
        EventLoop own = EventLoop.builder().inbox(kind).build();
        own.on(Integer.class, log::add);
        Thread thread = own.start();
        for (int i = 0; i < 3_000; i++) {
            own.post(i);
        }
        own.quit();
        assertTrue(own.awaitRest(60, TimeUnit.SECONDS));
        thread.join();
        assertEquals(3_000, log.size());
        assertEquals(2_999, log.get(2_999));
    }

    @ParameterizedTest
    @EnumSource
    void waitsInEveryWay(WaitStrategy waiting) throws InterruptedException {
        EventLoop own = EventLoop.builder().waiting(waiting).build();
        own.on(Integer.class, log::add);
        Thread thread = own.start();
        int accepted = 0;
        for (int i = 0; i < 3_000; i++) {
            own.post(i);
            if (i % 1_000 == 0) {
                CountDownLatch dispatched = new CountDownLatch(1);
                own.execute(dispatched::countDown);
                assertTrue(dispatched.await(60, TimeUnit.SECONDS));
            }
            accepted++;
        }
        own.stop();
        assertTrue(own.awaitRest(60, TimeUnit.SECONDS));
        own.schedule(own::quit, 1, TimeUnit.MILLISECONDS);
        thread.join();
        own.start();
        while (own.tryPost(accepted)) {
            accepted++;
        }
        assertTrue(own.awaitRest(60, TimeUnit.SECONDS));
        assertEquals(accepted, log.size());
        assertEquals(accepted - 1, log.get(accepted - 1));
    }
}
