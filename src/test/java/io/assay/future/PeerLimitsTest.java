package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the labels of {@link FutureImplementation} say of long chains. */
class PeerLimitsTest {
    private static final int LONG = 100_000;

    @Test
    void theJdkStandsAChain() {
        CompletableFuture<Integer> source = new CompletableFuture<>();
        CompletableFuture<Integer> end = source;
        for (int i = 0; i < LONG; i++) {
            end = end.thenApply(value -> value + 1);
        }
        source.complete(0);
        assertEquals(LONG, end.join());
    }

    @Test
    void traneStandsAChain() throws Exception {
        io.trane.future.Promise<Integer> source = io.trane.future.Promise.apply();
        io.trane.future.Future<Integer> end = source;
        for (int i = 0; i < LONG; i++) {
            end = end.map(value -> value + 1);
        }
        source.setValue(0);
        assertEquals(LONG, end.get(Duration.ZERO));
    }

    @Test
    void vertxLosesTheResult() {
        io.vertx.core.Promise<Integer> source = io.vertx.core.Promise.promise();
        io.vertx.core.Future<Integer> end = source.future();
        for (int i = 0; i < LONG; i++) {
            end = end.map(value -> value + 1);
        }
        try {
            source.complete(0);
        } catch (StackOverflowError overflow) {
            // Whether it is thrown or swallowed on the way depends on the depth at which it strikes.
        }
        assertNull(end.result());
    }

    @Test
    void guavaOverflows() {
        SettableFuture<Integer> source = SettableFuture.create();
        ListenableFuture<Integer> end = source;
        for (int i = 0; i < LONG; i++) {
            end = Futures.transform(end, value -> value + 1, MoreExecutors.directExecutor());
        }
        assertThrows(StackOverflowError.class, () -> source.set(0));
    }

    @Test
    void ourLoopOfFlatMapsOnWhatIsDoneEnds() {
        assertEquals(LONG, ours(0).getNow());
    }

    @Test
    void theirLoopsOverflow() {
        assertTrue(overflowed(assertThrows(Throwable.class, () -> jdk(0).join())));
        assertTrue(overflowed(assertThrows(Throwable.class, () -> trane(0).get(Duration.ZERO))));
        assertTrue(overflowed(assertThrows(Throwable.class, () -> guava(0).get())));
    }

    @Test
    void vertxLosesTheResultOfALoop() {
        io.vertx.core.Future<Integer> end;
        try {
            end = vertx(0);
        } catch (StackOverflowError overflow) {
            // As of a chain.
            return;
        }
        assertNull(end.result());
    }

    private static boolean overflowed(Throwable thrown) {
        return thrown instanceof StackOverflowError || thrown.getCause() instanceof StackOverflowError;
    }

    private static Future<Integer> ours(int turn) {
        return Future.value(turn).flatMap(value -> value == LONG ? Future.value(value) : ours(value + 1));
    }

    private static CompletableFuture<Integer> jdk(int turn) {
        return CompletableFuture.completedFuture(turn)
                .thenCompose(value -> value == LONG ? CompletableFuture.completedFuture(value) : jdk(value + 1));
    }

    private static ListenableFuture<Integer> guava(int turn) {
        return Futures.transformAsync(
                Futures.immediateFuture(turn),
                value -> value == LONG ? Futures.immediateFuture(value) : guava(value + 1),
                MoreExecutors.directExecutor());
    }

    private static io.vertx.core.Future<Integer> vertx(int turn) {
        return io.vertx.core.Future.succeededFuture(turn)
                .compose(value -> value == LONG ? io.vertx.core.Future.succeededFuture(value) : vertx(value + 1));
    }

    private static io.trane.future.Future<Integer> trane(int turn) {
        return io.trane.future.Future.value(turn)
                .flatMap(value -> value == LONG ? io.trane.future.Future.value(value) : trane(value + 1));
    }
}
