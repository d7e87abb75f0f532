package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a connection tells of itself, and what is left of it when it has ended. */
@Timeout(60)
class TcpConnectionTest {
    private static final TcpSettings SETTINGS = TcpSettings.DEFAULT.withWater(50, 100, 1_000);

    private final RunningLoop loop = new RunningLoop();

    @AfterEach
    void nothingIsLeft() throws Exception {
        loop.close();
    }

    /** Leaves all input for later. */
    private static final class Leaving extends Recorder {
        @Override
        public int received(TcpConnection connection, byte[] bytes, int from, int to) {
            return 0;
        }
    }

    @Test
    void countsAreExactBetweenTwoRoundsOfTheLoop() throws Exception {
        Leaving handler = new Leaving();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> handler))) {
            TcpConnection connection = handler.opened.get(20, TimeUnit.SECONDS);
            client.getOutputStream().write(new byte[7]);
            loop.until(counts -> counts.bytesRead() == 7);
            loop.onLoop(() -> {
                assertEquals(7, connection.unread());
                assertEquals(0, connection.pendingOutput());
                assertEquals(1_000, connection.room());
                // Not called by the loop, so it goes out at the round's end.
                connection.write(new byte[3], 3, 3);
                assertEquals(0, connection.pendingOutput(), "nothing was written");
                connection.write(new byte[100]);
                assertEquals(100, connection.pendingOutput());
                assertEquals(900, connection.room());
                assertTrue(connection.writable(), "at the high mark, not above");
                connection.write(new byte[1]);
                assertFalse(connection.writable());
                connection.write(new byte[899]);
                assertEquals(0, connection.room());
                assertTrue(connection.isOpen(), "at the limit, not above");
                return null;
            });
            assertEquals(1_000, client.getInputStream().readNBytes(1_000).length);
            loop.until(counts -> counts.bytesWritten() == 1_000);
            assertEquals(true, loop.onLoop(connection::writable));
            assertEquals(client.getLocalSocketAddress(), loop.onLoop(connection::remoteAddress));
            assertSame(loop.net, connection.loop());
            connection.attach("mine");
            assertEquals("mine", connection.attachment());
        }
    }

    @Test
    void whatHasEndedTakesNothingAndHasNoAddress() throws Exception {
        Leaving handler = new Leaving();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> handler))) {
            TcpConnection connection = handler.opened.get(20, TimeUnit.SECONDS);
            loop.onLoop(() -> {
                connection.write(new byte[10]);
                connection.abort();
                connection.write(new byte[10]);
                assertEquals(0, connection.pendingOutput());
                assertFalse(connection.writable());
                assertFalse(connection.isOpen());
                assertNull(connection.remoteAddress());
                return null;
            });
            assertNull(handler.closed.get(20, TimeUnit.SECONDS));
            assertEquals(0, readable(client), "what was not sent is lost");
        }
    }

    /** Bytes up to the end, or to the reset that an abort is. */
    private static int readable(Socket client) {
        try {
            return client.getInputStream().readAllBytes().length;
        } catch (IOException reset) {
            return 0;
        }
    }
}
