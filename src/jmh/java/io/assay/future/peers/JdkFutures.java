package io.assay.future.peers;

import io.assay.workload.Token;
import io.assay.workload.TokenTable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The JDK's {@code CompletableFuture}. */
final class JdkFutures extends FutureAdapter<CompletableFuture<Token>, CompletableFuture<Token>> {
    private final Function<Token, Token> step;
    private final Function<Token, CompletableFuture<Token>> flatStep;
    private final Function<Throwable, Token> instead = Lost::instead;

    JdkFutures(TokenTable table) {
        super(table);
        step = TokenTable::step;
        flatStep = token -> CompletableFuture.completedFuture(TokenTable.step(token));
    }

    @Override
    public CompletableFuture<Token> promise() {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Token> future(CompletableFuture<Token> promise) {
        return promise;
    }

    @Override
    public void complete(CompletableFuture<Token> promise, Token value) {
        promise.complete(value);
    }

    @Override
    public void fail(CompletableFuture<Token> promise, Throwable cause) {
        promise.completeExceptionally(cause);
    }

    @Override
    public CompletableFuture<Token> completed(Token value) {
        return CompletableFuture.completedFuture(value);
    }

    @Override
    public CompletableFuture<Token> map(CompletableFuture<Token> future) {
        return future.thenApply(step);
    }

    @Override
    public CompletableFuture<Token> flatMap(CompletableFuture<Token> future) {
        return future.thenCompose(flatStep);
    }

    @Override
    public CompletableFuture<Token> recover(CompletableFuture<Token> future) {
        return future.exceptionally(instead);
    }

    /** Its own {@code allOf} has no values: they are read from the inputs, when it is done. */
    private record All(CompletableFuture<Void> done, CompletableFuture<Token>[] futures) {}

    @Override
    @SuppressWarnings("unchecked") // Generic array, read only.
    public Object all(List<CompletableFuture<Token>> futures) {
        CompletableFuture<Token>[] inputs = futures.toArray((CompletableFuture<Token>[]) new CompletableFuture<?>[0]);
        return new All(CompletableFuture.allOf(inputs), inputs);
    }

    @Override
    public long sum(Object all) {
        All gathered = (All) all;
        gathered.done.join();
        long sum = 0;
        for (CompletableFuture<Token> future : gathered.futures) {
            sum += future.join().weight;
        }
        return sum;
    }

    @Override
    public boolean isDone(CompletableFuture<Token> future) {
        return future.isDone();
    }

    @Override
    public Token get(CompletableFuture<Token> future) {
        return future.join();
    }

    @Override
    public void whenDone(CompletableFuture<Token> future, Runnable callback) {
        future.whenComplete((value, cause) -> callback.run());
    }
}
