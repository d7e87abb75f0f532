package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.future.Future;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a loop does for its callers: on its own thread, while it ends, when what it was given fails. */
@Timeout(60)
class NetLoopTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final TcpSettings SETTINGS = TcpSettings.DEFAULT;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Throwable failure(Future<?> future) {
        return assertThrows(ExecutionException.class, () -> get(future)).getCause();
    }

    /** What a thread that reports something does not catch. */
    private static Throwable uncaught(NetLoop net, Throwable reported) throws Exception {
        AtomicReference<Throwable> heard = new AtomicReference<>();
        Thread thread = new Thread(() -> net.report("source", reported));
        thread.setUncaughtExceptionHandler((where, failure) -> heard.set(failure));
        thread.start();
        thread.join();
        get(net.close(0));
        return heard.get();
    }

    @Test
    void withoutAFailureHandlerWhatIsReportedIsUncaught() throws Exception {
        Exception planted = new Exception("planted");
        assertEquals(planted, uncaught(NetLoop.create(), planted));
    }

    @Test
    void whatTheFailureHandlerThrowsIsUncaught() throws Exception {
        IllegalStateException second = new IllegalStateException("second");
        NetLoop net = NetLoop.builder()
                .failures((source, failure) -> {
                    throw second;
                })
                .build();
        assertEquals(second, uncaught(net, new Exception("planted")));
    }

    @Test
    void itsThreadIsNamed() throws Exception {
        NetLoop net = NetLoop.create();
        Thread thread = net.events().start();
        assertEquals("assay-net", thread.getName());
        get(net.close(0));
    }

    @Test
    void theClockIsKnownBeforeTheFirstLook() throws Exception {
        NetLoop net = NetLoop.builder().clock(() -> 7).build();
        assertEquals(7, net.now());
        get(net.close(0));
    }

    @Test
    void onItsOwnThreadAServerIsThereAtOnceAndTheLoopClosed() throws Exception {
        RunningLoop loop = new RunningLoop();
        TcpServer server = loop.onLoop(() -> {
            Future<TcpServer> listening = loop.net.listen(ANY, SETTINGS, Recorder::new);
            return listening.toCompletableFuture().getNow(null);
        });
        try (Socket client = RunningLoop.dial(server.address())) {
            client.getOutputStream().write('x');
            assertEquals('x', client.getInputStream().read());
        }
        loop.until(counts -> counts.open() == 0);
        assertTrue(loop.onLoop(() -> loop.net.close(0).toCompletableFuture().getNow(false)));
        loop.close();
    }

    @Test
    void aCloseEndsWhatThisSideHasOpened() throws Exception {
        Recorder recorder = new Recorder();
        RunningLoop loop = new RunningLoop();
        try (ServerSocket peer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) peer.getLocalSocketAddress();
            get(loop.net.connect(address, SETTINGS, SECOND, recorder));
            Future<TcpConnection> under = loop.onLoop(() -> {
                Future<TcpConnection> attempt = loop.net.connect(address, SETTINGS, SECOND, recorder);
                loop.net.close(0);
                return attempt;
            });
            assertNull(recorder.closed.get(20, TimeUnit.SECONDS));
            assertEquals("closed before it was connected", failure(under).getMessage());
        } finally {
            loop.close();
        }
        assertEquals(List.of("opened", "closed"), recorder.calls);
    }

    private static TcpConnection only(NetLoop net) {
        assertEquals(1, net.source.selector.keys().size());
        return (TcpConnection) net.source.selector.keys().iterator().next().attachment();
    }

    @Test
    void aConnectTakesNoLongerThanItMay() throws Exception {
        Recorder recorder = new Recorder();
        try (RunningLoop loop = new RunningLoop();
                ServerSocket peer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) peer.getLocalSocketAddress();
            Future<TcpConnection> attempt = loop.onLoop(() -> {
                Future<TcpConnection> connecting = loop.net.connect(address, SETTINGS, 3 * SECOND, recorder);
                TcpConnection connection = only(loop.net);
                assertEquals(3 * SECOND, connection.due());
                connection.expired();
                return connecting;
            });
            assertInstanceOf(SocketTimeoutException.class, failure(attempt));
            Future<TcpConnection> second = loop.onLoop(() -> {
                loop.net.source.release();
                Future<TcpConnection> connecting = loop.net.connect(address, SETTINGS, 3 * SECOND, recorder);
                only(loop.net).close();
                return connecting;
            });
            assertEquals("closed before it was connected", failure(second).getMessage());
        }
        assertEquals(List.of(), recorder.calls, "it was never opened");
    }

    @Test
    void whoOnlyListensIsToldWhatComes() throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        Recorder listener = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                heard.complete(new String(bytes, from, to - from));
                return to - from;
            }
        };
        try (RunningLoop loop = new RunningLoop();
                ServerSocket peer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) peer.getLocalSocketAddress();
            get(loop.net.connect(address, SETTINGS, SECOND, listener));
            assertTrue(listener.opened.isDone(), "before whoever waits for the connection");
            try (Socket accepted = peer.accept()) {
                accepted.getOutputStream().write('x');
                assertEquals("x", heard.get(20, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void whatFailsToOpenLeavesNoDescriptor() throws Exception {
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nowhere.invalid", 1);
        try (RunningLoop loop = new RunningLoop()) {
            long before = descriptors();
            for (int i = 0; i < 300; i++) {
                failure(loop.net.listen(nowhere, SETTINGS, Recorder::new));
                failure(loop.net.connect(nowhere, SETTINGS, SECOND, new Recorder()));
            }
            // Other tests of this virtual machine may open or close some meanwhile; one an attempt would be 300.
            assertTrue(descriptors() - before < 150, () -> before + " descriptors before, now " + descriptors());
        }
    }

    private static long descriptors() {
        return ((com.sun.management.UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getOpenFileDescriptorCount();
    }

    @Test
    void aLoopThatHasQuitByItselfCannotBeClosed() throws Exception {
        RunningLoop loop = new RunningLoop();
        TcpServer server = loop.listening(SETTINGS, Recorder::new);
        loop.net.events().quit();
        assertTrue(loop.net.events().awaitRest(20, TimeUnit.SECONDS));
        Future<Boolean> closed = loop.net.close(0);
        assertTrue(closed.isDone());
        assertInstanceOf(IOException.class, failure(closed));
        Future<Boolean> stopped = server.stop(SECOND);
        assertTrue(stopped.isDone());
        assertInstanceOf(IOException.class, failure(stopped));
        for (SelectionKey key : loop.net.source.selector.keys()) key.channel().close();
        loop.net.source.close();
    }

    @Test
    void whereTheLoopTakesNothingAnyMoreOutputGoesAtOnce() throws Exception {
        Recorder recorder = new Recorder();
        RunningLoop loop = new RunningLoop();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> recorder))) {
            TcpConnection connection = recorder.opened.get(20, TimeUnit.SECONDS);
            loop.run(() -> {
                loop.net.events().quitNow();
                connection.write(new byte[] {'x'});
                assertEquals(0, connection.pendingOutput());
                connection.abort();
            });
            assertEquals('x', client.getInputStream().read());
        }
        assertTrue(loop.net.events().awaitRest(20, TimeUnit.SECONDS));
        for (SelectionKey key : loop.net.source.selector.keys()) key.channel().close();
        loop.net.source.close();
    }

    @Test
    void whatFailsWhileTheCloserRunsTheLoopIsThrown() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        NetLoop net = NetLoop.builder()
                .clock(() -> {
                    if (broken.get()) throw new IllegalStateException("planted");
                    return 0;
                })
                .build();
        net.events().schedule(() -> {}, 1, TimeUnit.SECONDS);
        broken.set(true);
        assertEquals(
                "planted",
                assertThrows(IllegalStateException.class, () -> net.close(0)).getMessage());
        broken.set(false);
        assertTrue(get(net.close(0)));
    }

    /** Where nothing is idle for too long there is no timer yet, and none to be had: to linger needs one. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStopBehindAQuitAbortsAtOnce(boolean closes) throws Exception {
        Recorder recorder = new Recorder() {
            @Override
            public void stopping(TcpConnection connection) {
                if (closes) connection.close();
            }
        };
        RunningLoop loop = new RunningLoop();
        TcpServer server = loop.listening(TcpSettings.DEFAULT.withTimes(0, SECOND), () -> recorder);
        try (Socket client = RunningLoop.dial(server.address())) {
            recorder.opened.get(20, TimeUnit.SECONDS);
            loop.run(() -> {
                loop.net.events().quit();
                Future<Boolean> stopped = server.stop(SECOND);
                assertTrue(stopped.isDone() && !stopped.getNow(), "no timer would come");
            });
            assertTrue(client.isConnected());
        }
        assertTrue(loop.net.events().awaitRest(20, TimeUnit.SECONDS));
        loop.net.source.close();
    }

    @Test
    void aServerOfAClosedLoopIsStopped() throws Exception {
        RunningLoop loop = new RunningLoop();
        TcpServer server = loop.listening(SETTINGS, Recorder::new);
        CompletableFuture<Future<Boolean>> again = new CompletableFuture<>();
        loop.run(() -> loop.net.close(0).onComplete((drained, failure) -> again.complete(server.stop(0))));
        assertTrue(get(again.get(20, TimeUnit.SECONDS)));
    }

    @Test
    void whoStopsWhenItsConnectionHasEndedAbortsNothing() throws Exception {
        AtomicReference<TcpServer> stopping = new AtomicReference<>();
        Recorder recorder = new Recorder() {
            @Override
            public void closed(TcpConnection connection, @Nullable Throwable cause) {
                stopping.get().stop(0);
                super.closed(connection, cause);
            }
        };
        try (RunningLoop loop = new RunningLoop()) {
            TcpServer server = loop.listening(SETTINGS, () -> recorder);
            stopping.set(server);
            try (Socket client = RunningLoop.dial(server.address())) {
                recorder.opened.get(20, TimeUnit.SECONDS);
                CompletableFuture<Boolean> stopped = server.stop(SECOND).toCompletableFuture();
                assertEquals(-1, client.getInputStream().read(), "it closes when its server stops");
                client.close();
                assertTrue(stopped.get(20, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void aStopAtOnceAsksNobodyAndLeavesOtherServersAlone() throws Exception {
        Recorder recorder = new Recorder() {
            @Override
            public void stopping(TcpConnection connection) {
                calls.add("stopping");
            }
        };
        try (RunningLoop loop = new RunningLoop()) {
            TcpServer server = loop.listening(SETTINGS, () -> recorder);
            TcpServer other = loop.listening(SETTINGS, Recorder::new);
            try (Socket client = RunningLoop.dial(server.address());
                    Socket stays = RunningLoop.dial(other.address())) {
                loop.until(counts -> counts.accepted() == 2);
                assertFalse(get(server.stop(0)), "one had to be aborted");
                assertEquals(List.of("opened", "closed"), recorder.calls);
                stays.getOutputStream().write('x');
                assertEquals('x', stays.getInputStream().read());
                assertTrue(client.isConnected());
            }
        }
    }
}
