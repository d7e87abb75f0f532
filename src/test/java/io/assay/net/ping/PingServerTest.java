package io.assay.net.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.net.load.LoadClient;
import io.assay.net.serve.Answering;
import io.assay.net.serve.HttpImplementation;
import io.assay.net.serve.HttpPeer;
import io.assay.net.serve.Threads;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PingServerTest {
    @Test
    void withoutArgumentsOursServesPings() {
        PingServer.Request request = PingServer.Request.of();
        assertEquals(
                new PingServer.Request(HttpImplementation.ASSAY, PingServer.Workload.PING, Answering.SYNC, 0), request);
        try (HttpPeer server = request.start();
                LoadClient client = new LoadClient(server.address(), 1, PingApp.exchanges())) {
            client.answers(3);
        }
    }

    @Test
    void itServesUntilItsInputEnds() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(0, PingServer.run(InputStream.nullInputStream(), to, to));
        String said = out.toString(StandardCharsets.UTF_8);
        assertTrue(said.matches("ASSAY, SYNC: http://127\\.0\\.0\\.1:\\d+/ping\\R"), said);
    }

    @ParameterizedTest
    @EnumSource
    void noServerSaysMoreThanItsLine(HttpImplementation implementation) throws Exception {
        assumeTrue(
                implementation != HttpImplementation.BLOCKING_VIRTUAL_THREADS
                        || Runtime.version().feature() >= Threads.VIRTUAL_SINCE,
                "virtual threads");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        try (LogOfNewThreads log = new LogOfNewThreads()) {
            assertEquals(
                    0, PingServer.run(InputStream.nullInputStream(), to, to, "--implementation", "" + implementation));
            assertEquals(List.of(), log.said());
        }
        assertEquals(1, out.toString(StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void whatAnEarlierServerSaysIsNotCounted() throws Exception {
        Logger logger = Logger.getLogger(PingServerTest.class.getName());
        logger.setLevel(Level.FINE);
        CountDownLatch listening = new CountDownLatch(1);
        FutureTask<Void> earlier = new FutureTask<>(() -> {
            listening.await();
            logger.fine("it stops");
            return null;
        });
        new Thread(earlier).start();
        try (LogOfNewThreads log = new LogOfNewThreads()) {
            listening.countDown();
            earlier.get();
            assertEquals(List.of(), log.said());
            Thread own = new Thread(() -> logger.fine("its own"));
            own.start();
            own.join();
            logger.fine("the caller's");
            String name = logger.getName();
            assertEquals(List.of(name + ": its own", name + ": the caller's"), log.said());
        } finally {
            logger.setLevel(null);
        }
    }

    @Test
    void allCanBeChosen() {
        PingServer.Request request = PingServer.Request.of(
                "--port", "8080", "--implementation", "NETTY", "--workload", "MILLION", "--answering", "ASYNC");
        assertEquals(
                new PingServer.Request(HttpImplementation.NETTY, PingServer.Workload.MILLION, Answering.ASYNC, 8_080),
                request);
        assertEquals("/event", request.path());
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSAY", "NETTY", "BLOCKING_PLATFORM_THREADS"})
    void aPortThatIsTakenIsOneLine(HttpImplementation implementation) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            String port = Integer.toString(taken.getLocalPort());
            int status = PingServer.run(
                    InputStream.nullInputStream(),
                    new PrintStream(OutputStream.nullOutputStream()),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    "--implementation",
                    implementation.name(),
                    "--port",
                    port);
            String said = err.toString(StandardCharsets.UTF_8);
            assertEquals(2, status, said);
            assertEquals(1, said.lines().count(), said);
            assertTrue(said.contains(implementation + " does not start on port " + port), said);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--implementation MINE | --implementation MINE: one of ASSAY, ASSAY_GATHERING, NETTY",
                "--port -1 | --port -1: a number from 0 to 65535",
                "--port 65536 | a number from 0 to 65535",
                "--port | the options are",
                "--colour red | the options are",
                "--workload WALK | one of PING, MILLION"
            })
    void whatItDoesNotKnowIsOneLine(String arguments, String expected) {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> PingServer.Request.of(arguments.split(" ")));
        assertTrue(thrown.getMessage().contains(expected), thrown.getMessage());
    }
}
