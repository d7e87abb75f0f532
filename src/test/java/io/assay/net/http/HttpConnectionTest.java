package io.assay.net.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.net.tcp.TcpLimitException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a connection ends: behind the peer's end, in time, and at a limit. */
class HttpConnectionTest extends AcceptedFixture {
    private static final byte[] LATER = get("/later");

    private HttpConnection http;

    private interface Action {
        void run() throws Exception;
    }

    private void onLoop(Action action) throws Exception {
        loop.onLoop(() -> {
            action.run();
            return null;
        });
    }

    @BeforeEach
    void handle() {
        http = new HttpConnection(state, connection);
    }

    @Test
    void thePeersEndWaitsForTheAnswerThatIsAwaited() throws Exception {
        onLoop(() -> connection.handler(http));
        client.send(LATER);
        client.socket.shutdownOutput();
        loop.until(counts -> counts.bytesRead() == LATER.length);
        for (int i = 0; i < 3; i++) onLoop(() -> assertTrue(connection.isOpen()));
        onLoop(() -> asked.complete(HttpResponse.text(200, "last")));
        assertEquals("last", client.read().body());
        assertTrue(client.atEnd());
    }

    /** Their answers cross the mark some times, while the loop has much else to do before it tells that they were taken. */
    @Test
    void requestsLeftAboveTheMarkAreAnsweredBeforeThePeersEnd() throws Exception {
        onLoop(() -> connection.handler(http));
        String nowhere = new String(get("/nowhere"), US_ASCII);
        client.send(new String(LATER, US_ASCII) + nowhere.repeat(60));
        client.socket.shutdownOutput();
        loop.until(counts -> counts.bytesRead() >= LATER.length);
        onLoop(() -> {
            connection.write(new byte[HIGH + 1]);
            asked.complete(HttpResponse.text(200, "later"));
            for (int i = 0; i < 5_000; i++) loop.net.events().execute(() -> {});
        });
        client.bytes(HIGH + 1);
        assertEquals("later", client.read().body());
        for (int i = 0; i < 60; i++) assertEquals(404, client.read().status());
        assertTrue(client.atEnd());
    }

    @Test
    void whoIsIdleIsLeftInOrder() throws Exception {
        onLoop(() -> {
            http.timedOut(connection);
            assertFalse(connection.isOpen());
            assertEquals(0, loop.net.counts().closed(), "waits for the peer's end");
        });
        assertTrue(client.atEnd());
    }

    @Test
    void whoDoesNotReadForTheIdleTimeIsCutOff() throws Exception {
        onLoop(() -> {
            connection.write(new byte[1]);
            http.timedOut(connection);
            assertEquals(1, loop.net.counts().closed());
        });
    }

    @Test
    void whoWaitsForAHandlerIsKept() throws Exception {
        onLoop(() -> {
            http.received(connection, LATER, 0, LATER.length);
            http.timedOut(connection);
            asked.complete(HttpResponse.text(200, "at last"));
        });
        assertEquals("at last", client.read().body());
    }

    @Test
    void whoDoesNotReadIsCutOffThoughAHandlerTakesItsTime() throws Exception {
        onLoop(() -> {
            http.received(connection, LATER, 0, LATER.length);
            connection.write(new byte[1]);
            http.timedOut(connection);
            assertEquals(1, loop.net.counts().closed());
        });
    }

    @Test
    void aLimitThatEndsItIsReported() throws Exception {
        onLoop(() -> {
            connection.handler(http);
            connection.write(new byte[MOST + 1]);
        });
        assertEquals(1, loop.reported().size());
        assertEquals(TcpLimitException.class, loop.reported().get(0).getClass());
    }

    @Test
    void anEndWithoutACauseIsNoneToReport() throws Exception {
        onLoop(() -> {
            connection.handler(http);
            connection.abort();
        });
        assertTrue(loop.reported().isEmpty());
    }
}
