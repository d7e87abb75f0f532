package io.assay.future.peers;

import com.google.common.base.Function;
import com.google.common.util.concurrent.AsyncFunction;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import io.assay.workload.Token;
import io.assay.workload.TokenTable;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** Guava's {@code SettableFuture} and {@code Futures}, with the direct executor. */
final class GuavaFutures extends FutureAdapter<SettableFuture<Token>, ListenableFuture<Token>> {
    private static final Executor DIRECT = MoreExecutors.directExecutor();

    private final Function<Token, Token> step;
    private final AsyncFunction<Token, Token> flatStep;
    private final Function<Throwable, Token> instead = Lost::instead;

    GuavaFutures(TokenTable table) {
        super(table);
        step = TokenTable::step;
        flatStep = token -> Futures.immediateFuture(TokenTable.step(token));
    }

    @Override
    public SettableFuture<Token> promise() {
        return SettableFuture.create();
    }

    @Override
    public ListenableFuture<Token> future(SettableFuture<Token> promise) {
        return promise;
    }

    @Override
    public void complete(SettableFuture<Token> promise, Token value) {
        promise.set(value);
    }

    @Override
    public void fail(SettableFuture<Token> promise, Throwable cause) {
        promise.setException(cause);
    }

    @Override
    public ListenableFuture<Token> completed(Token value) {
        return Futures.immediateFuture(value);
    }

    @Override
    public ListenableFuture<Token> map(ListenableFuture<Token> future) {
        return Futures.transform(future, step, DIRECT);
    }

    @Override
    public ListenableFuture<Token> flatMap(ListenableFuture<Token> future) {
        return Futures.transformAsync(future, flatStep, DIRECT);
    }

    @Override
    public ListenableFuture<Token> recover(ListenableFuture<Token> future) {
        return Futures.catching(future, Throwable.class, instead, DIRECT);
    }

    @Override
    public Object all(List<ListenableFuture<Token>> futures) {
        return Futures.allAsList(futures);
    }

    @Override
    @SuppressWarnings("unchecked") // What all gave.
    public long sum(Object all) {
        long sum = 0;
        for (Token token : read((ListenableFuture<List<Token>>) all)) {
            sum += token.weight;
        }
        return sum;
    }

    @Override
    public boolean isDone(ListenableFuture<Token> future) {
        return future.isDone();
    }

    @Override
    public Token get(ListenableFuture<Token> future) {
        return read(future);
    }

    @Override
    public void whenDone(ListenableFuture<Token> future, Runnable callback) {
        future.addListener(callback, DIRECT);
    }

    private static <T> T read(ListenableFuture<T> future) {
        try {
            return Futures.getDone(future);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
