package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which handler is given what of the input, how often, and what becomes of those that break the rules. */
@Timeout(60)
class TcpInputTest {
    private static final TcpSettings SETTINGS = TcpSettings.DEFAULT.withWater(50, 100, 1_000);

    private final RunningLoop loop = new RunningLoop();

    @AfterEach
    void nothingIsLeft() throws Exception {
        loop.close();
    }

    /** Notes what it is given each time, and leaves all of it. */
    private static class Leaving extends Recorder {
        final List<String> given = new ArrayList<>();

        @Override
        public int received(TcpConnection connection, byte[] bytes, int from, int to) {
            given.add(new String(bytes, from, to - from));
            return 0;
        }

        @Override
        public void timedOut(TcpConnection connection) {
            calls.add("timedOut");
        }
    }

    /** Hands over to the next when it has got so much, and is done with a part of it. */
    private static final class HandingOver extends Leaving {
        private final TcpHandler next;
        private final int enough;
        private final int done;

        HandingOver(TcpHandler next, int enough, int done) {
            this.next = next;
            this.enough = enough;
            this.done = done;
        }

        @Override
        public int received(TcpConnection connection, byte[] bytes, int from, int to) {
            super.received(connection, bytes, from, to);
            if (to - from < enough) return 0;
            connection.handler(next);
            return done;
        }
    }

    private void send(Socket client, String text) throws Exception {
        long before = loop.onLoop(loop.net::counts).bytesRead();
        client.getOutputStream().write(text.getBytes());
        loop.until(counts -> counts.bytesRead() == before + text.length());
    }

    @Test
    void whoTakesOverInsideTheCallIsGivenTheRest() throws Exception {
        Leaving next = new Leaving();
        HandingOver first = new HandingOver(next, 4, 2);
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> first))) {
            send(client, "abc");
            send(client, "def");
            loop.run(() -> assertEquals(List.of("abc", "abcdef"), first.given));
            loop.run(() -> assertEquals(List.of("cdef"), next.given));
        }
    }

    @Test
    void whoTakesOverWhereNothingIsLeftIsGivenNothing() throws Exception {
        Leaving next = new Leaving();
        HandingOver first = new HandingOver(next, 2, 2);
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> first))) {
            send(client, "ab");
            loop.run(() -> assertEquals(List.of(), next.given));
            send(client, "cd");
            loop.run(() -> assertEquals(List.of("cd"), next.given));
            assertEquals(List.of("ab"), first.given);
        }
    }

    @Test
    void whoTakesOverBetweenTwoCallsIsGivenWhatWasLeftOnce() throws Exception {
        Leaving first = new Leaving();
        Leaving next = new Leaving();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> first))) {
            TcpConnection connection = first.opened.get(20, TimeUnit.SECONDS);
            send(client, "abc");
            loop.run(() -> {
                connection.handler(next);
                assertEquals(List.of("abc"), next.given);
                connection.expired();
            });
            loop.run(() -> assertEquals(List.of("timedOut"), next.calls));
            assertEquals(List.of("abc"), next.given, "nothing has come");
        }
    }

    /** The end is there, and the loop has so much else to do that it looks at the sockets before the handler is told. */
    @Test
    void whoIsAboveTheMarkIsToldOfTheOutputThenGivenWhatWasLeftThenToldOfTheEnd() throws Exception {
        Recorder handler = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                calls.add(new String(bytes, from, to - from));
                connection.write(new byte[101]);
                for (int i = 0; i < 2_000; i++) loop.net.events().execute(() -> {});
                return 1;
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> handler))) {
            handler.opened.get(20, TimeUnit.SECONDS);
            loop.run(() -> {
                client.getOutputStream().write("abc".getBytes());
                client.shutdownOutput();
            });
            assertEquals(303, client.getInputStream().readNBytes(303).length);
            handler.closed.get(20, TimeUnit.SECONDS);
            List<String> calls =
                    List.of("opened", "abc", "writable", "bc", "writable", "c", "writable", "inputEnded", "closed");
            assertEquals(calls, handler.calls);
        }
    }

    @Test
    void aboveTheHighMarkWhatWasLeftWaitsForTheLowOne() throws Exception {
        Leaving first = new Leaving();
        Leaving next = new Leaving();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> first))) {
            TcpConnection connection = first.opened.get(20, TimeUnit.SECONDS);
            send(client, "abc");
            loop.run(() -> {
                connection.write(new byte[101]);
                connection.handler(next);
                assertEquals(List.of(), next.given);
            });
            assertEquals(101, client.getInputStream().readNBytes(101).length);
            loop.until(counts -> next.given.size() > 0);
            loop.run(() -> assertEquals(List.of("abc"), next.given));
            assertEquals(List.of("writable"), next.calls);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void whoIsDoneWithMoreThanItWasGivenLosesTheConnection(int done) throws Exception {
        Recorder wrong = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                return done;
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> wrong))) {
            send(client, "abc");
            assertInstanceOf(IndexOutOfBoundsException.class, wrong.closed.get(20, TimeUnit.SECONDS));
            assertInstanceOf(IndexOutOfBoundsException.class, loop.reported().get(0));
        }
    }

    @Test
    void whoTakesOverIsHeldToWhatIsLeft() throws Exception {
        Recorder wrong = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                return to - from + 1;
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> new HandingOver(wrong, 3, 2)))) {
            send(client, "abc");
            assertInstanceOf(IndexOutOfBoundsException.class, wrong.closed.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatAHandlerThrowsOverInputThatWasLeftEndsItsConnection() throws Exception {
        Recorder broken = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                if (to - from < 4) return 0;
                throw new IllegalStateException("planted");
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> broken))) {
            send(client, "abc");
            send(client, "def");
            Throwable cause = broken.closed.get(20, TimeUnit.SECONDS);
            assertNotNull(cause);
            assertEquals("planted", cause.getMessage());
            assertEquals(List.of(cause), loop.reported());
            assertTrue(client.isConnected());
        }
    }

    @Test
    void aByteMoreThanMayBeLeftEndsTheConnection() throws Exception {
        Leaving leaving = new Leaving();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS.withMaxInput(3), () -> leaving))) {
            TcpConnection connection = leaving.opened.get(20, TimeUnit.SECONDS);
            send(client, "abc");
            loop.run(() -> connection.ready(SelectionKey.OP_READ));
            assertTrue(loop.onLoop(connection::isOpen), "nothing has come");
            send(client, "d");
            assertInstanceOf(TcpLimitException.class, leaving.closed.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aLookThatFindsNothingIsNotTheEnd() throws Exception {
        Leaving leaving = new Leaving();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> leaving))) {
            TcpConnection connection = leaving.opened.get(20, TimeUnit.SECONDS);
            loop.run(() -> connection.ready(SelectionKey.OP_READ));
            loop.run(() -> connection.ready(SelectionKey.OP_WRITE));
            send(client, "abc");
            loop.run(() -> assertEquals(List.of("opened"), leaving.calls));
        }
    }

    @Test
    void theEndIsToldOnceToWhoGoesOn() throws Exception {
        AtomicInteger ends = new AtomicInteger();
        Recorder lasting = new Recorder() {
            @Override
            public void inputEnded(TcpConnection connection) {
                ends.incrementAndGet();
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> lasting))) {
            TcpConnection connection = lasting.opened.get(20, TimeUnit.SECONDS);
            client.shutdownOutput();
            loop.until(counts -> ends.get() > 0);
            for (int i = 0; i < 3; i++) {
                int wanted = i;
                loop.run(() -> connection.write(new byte[] {(byte) wanted}));
                assertEquals(wanted, client.getInputStream().read());
            }
            assertEquals(1, loop.onLoop(ends::get));
            loop.run(connection::close);
            assertEquals(-1, client.getInputStream().read());
            loop.run(() -> assertTrue(lasting.closed.isDone(), "the peer's end has come before"));
        }
    }

    @Test
    void whatIsNotReadNowIsNotReadThoughItIsReady() throws Exception {
        Leaving leaving = new Leaving();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> leaving))) {
            TcpConnection connection = leaving.opened.get(20, TimeUnit.SECONDS);
            loop.run(() -> {
                // As if it had been found ready in the same look as what has it paused.
                connection.pauseReading();
                client.getOutputStream().write('x');
                connection.ready(SelectionKey.OP_READ);
                assertEquals(0, loop.net.counts().bytesRead());
                connection.ready(SelectionKey.OP_WRITE);
                connection.resumeReading();
            });
            loop.until(counts -> counts.bytesRead() == 1);
            loop.run(() -> assertEquals(List.of("x"), leaving.given));
        }
    }
}
