package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Random graphs of futures and of the JDK's, built, completed and failed by the same steps; after each step all of them
 * must agree on pending, value or failure.
 */
class FuturePropertyTest {
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message, null, false, false);
        }
    }

    /** The two sides, node by node. */
    private static final class Graph {
        final Random random;
        final List<Future<Integer>> ours = new ArrayList<>();
        final List<CompletableFuture<Integer>> theirs = new ArrayList<>();
        final List<Integer> sources = new ArrayList<>();

        Graph(long seed) {
            random = new Random(seed);
            source();
            source();
            source();
        }

        void source() {
            sources.add(ours.size());
            add(new Promise<>(), new CompletableFuture<>());
        }

        void add(Future<Integer> our, CompletableFuture<Integer> their) {
            ours.add(our);
            theirs.add(their);
        }

        void step() {
            int kind = random.nextInt(16);
            int a = random.nextInt(ours.size());
            int b = random.nextInt(ours.size());
            int k = random.nextInt(100);
            Future<Integer> our = ours.get(a);
            CompletableFuture<Integer> their = theirs.get(a);
            Future<Integer> our2 = ours.get(b);
            CompletableFuture<Integer> their2 = theirs.get(b);
            switch (kind) {
                case 0 -> source();
                case 1, 2 -> add(our.map(value -> plus(value, k)), their.thenApply(value -> plus(value, k)));
                case 3, 4 ->
                    add(
                            our.flatMap(value -> k % 7 == 0 ? thrown(k) : our2),
                            their.thenCompose(value -> k % 7 == 0 ? thrown(k) : their2));
                case 5 ->
                    add(
                            our.recover(cause -> plus(cause.getMessage().length(), k)),
                            their.exceptionally(
                                    cause -> plus(bare(cause).getMessage().length(), k)));
                case 6 -> add(our.recoverWith(cause -> our2), their.exceptionallyCompose(cause -> their2));
                case 7 ->
                    add(
                            our.handle((value, cause) -> told(value, cause, k)),
                            their.handle((value, cause) -> told(value, cause, k)));
                case 8 ->
                    add(
                            Future.all(List.of(our, our2, our))
                                    .handle((values, cause) -> cause == null ? values.get(0) + 3 * values.get(1) : -1),
                            both(their, their2));
                case 9 ->
                    add(
                            our.flatMap(value -> our2.flatMap(other -> our)),
                            their.thenCompose(value -> their2.thenCompose(other -> their)));
                case 10 -> {
                    Promise<Integer> promise = new Promise<>();
                    promise.completeWith(our);
                    add(promise, their.thenApply(value -> value));
                }
                case 11 ->
                    add(our.map(value -> plus(value, k), Runnable::run), their.thenApply(value -> plus(value, k)));
                default -> finish(k);
            }
        }

        /** Unlike {@code thenCombine} it fails at once; of two failures any may be first, so the value is the same. */
        CompletableFuture<Integer> both(CompletableFuture<Integer> one, CompletableFuture<Integer> two) {
            CompletableFuture<Integer> both = new CompletableFuture<>();
            one.exceptionally(cause -> both.complete(-1) ? 1 : 0);
            two.exceptionally(cause -> both.complete(-1) ? 1 : 0);
            one.thenAcceptBoth(two, (a, b) -> both.complete(a + 3 * b));
            return both;
        }

        void finish(int k) {
            int source = sources.get(random.nextInt(sources.size()));
            Promise<Integer> our = (Promise<Integer>) ours.get(source);
            CompletableFuture<Integer> their = theirs.get(source);
            if (k % 5 == 0) {
                Broken cause = new Broken("source " + k);
                assertEquals(their.completeExceptionally(cause), our.tryFail(cause));
            } else {
                assertEquals(their.complete(k), our.tryComplete(k));
            }
        }

        void compare() {
            for (int i = 0; i < ours.size(); i++) {
                assertEquals(theirs(theirs.get(i)), ours(ours.get(i)), "node " + i);
            }
        }
    }

    private static Integer plus(int value, int k) {
        if (value % 11 == 0) {
            throw new Broken("map " + k);
        }
        return value + k;
    }

    private static <T> T thrown(int k) {
        throw new Broken("flatMap " + k);
    }

    private static Integer told(Integer value, Throwable cause, int k) {
        return cause == null ? value - k : bare(cause).getMessage().length() - k;
    }

    private static Throwable bare(Throwable cause) {
        return cause instanceof CompletionException ? cause.getCause() : cause;
    }

    private static String ours(Future<Integer> future) {
        if (!future.isDone()) {
            return "pending";
        }
        return future.isSuccess() ? "" + future.getNow() : future.cause().getMessage();
    }

    private static String theirs(CompletableFuture<Integer> future) {
        return future.isDone()
                ? future.handle((value, cause) ->
                                cause == null ? "" + value : bare(cause).getMessage())
                        .join()
                : "pending";
    }

    @Property(tries = 2_000)
    void agreesWithTheJdk(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
        Graph graph = new Graph(seed);
        for (int i = 0; i < steps; i++) {
            graph.step();
            graph.compare();
        }
        for (int source : graph.sources) {
            ((Promise<Integer>) graph.ours.get(source)).tryComplete(1);
            graph.theirs.get(source).complete(1);
        }
        graph.compare();
        assertEquals(0, graph.ours.stream().filter(future -> !future.isDone()).count(), "nothing is lost");
    }
}
