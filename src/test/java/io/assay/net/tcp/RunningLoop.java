package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.future.Promise;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.function.Executable;

/** A loop on a thread of its own, with a clock that stands still until it is told, and plain sockets to talk to it. */
public final class RunningLoop implements AutoCloseable {
    private static final int PATIENCE = 20;

    public final NetLoop net;
    private final List<Throwable> reported = new CopyOnWriteArrayList<>();
    private final AtomicLong clock = new AtomicLong();

    public RunningLoop() {
        this(false);
    }

    public RunningLoop(boolean realTime) {
        LongSupplier time = realTime ? System::nanoTime : clock::get;
        net = NetLoop.builder()
                .clock(time)
                .failures((source, failure) -> reported.add(failure))
                .threads(task -> {
                    Thread thread = new Thread(task, "net-under-test");
                    thread.setDaemon(true);
                    return thread;
                })
                .build();
        net.events().start();
    }

    public InetSocketAddress listen(TcpSettings settings, Supplier<? extends TcpHandler> handlers) throws Exception {
        return listening(settings, handlers).address();
    }

    public TcpServer listening(TcpSettings settings, Supplier<? extends TcpHandler> handlers) throws Exception {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return net.listen(any, settings, handlers).toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
    }

    /** Moves the clock between two rounds of the loop, and waits until it has seen that and what it brought about. */
    public void advance(long nanos) throws Exception {
        // What a client has its answer to may still be noted, with the time at which it came.
        onLoop(() -> null);
        clock.addAndGet(nanos);
        // A round to wake it, one in which the timers fire, one for what they post.
        for (int i = 0; i < 3; i++) onLoop(() -> null);
    }

    public <T> T onLoop(Callable<T> action) throws Exception {
        Promise<T> promise = new Promise<>();
        net.events().execute(() -> {
            try {
                promise.complete(action.call());
            } catch (Throwable e) {
                promise.fail(e);
            }
        });
        return promise.toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
    }

    /** As {@link #onLoop}, for what gives nothing. */
    public void run(Executable action) throws Exception {
        onLoop(() -> {
            try {
                action.execute();
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
            return null;
        });
    }

    /** What was reported, with all that belongs to what a client has seen: its end comes before the report of why. */
    public List<Throwable> reported() throws Exception {
        onLoop(() -> null);
        return reported;
    }

    /** Lets the loop go round until it has counted so, and done what belongs to it: bytes are counted before they are read. */
    public void until(Predicate<NetCounts> state) throws Exception {
        long start = System.nanoTime();
        while (!state.test(onLoop(net::counts)))
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(PATIENCE), () -> "still " + net.counts());
    }

    public static Socket dial(InetSocketAddress address) throws IOException {
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE));
        return socket;
    }

    /** A port that is held and not listened on: one that was let go may be anybody's the next moment. */
    public static Socket held() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }

    /** Sends all; for a thread of its own where the peer does not read. */
    public static void send(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, with a look at what it still holds. */
    @Override
    public void close() throws Exception {
        net.close(0).toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
        assertTrue(net.events().awaitRest(PATIENCE, TimeUnit.SECONDS));
        NetCounts counts = net.counts();
        assertEquals(0, counts.open(), () -> "connections leaked: " + counts);
        assertEquals(0, counts.buffers(), () -> "buffers leaked: " + counts);
    }
}
