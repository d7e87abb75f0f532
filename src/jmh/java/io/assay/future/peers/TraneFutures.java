package io.assay.future.peers;

import io.assay.workload.Token;
import io.assay.workload.TokenTable;
import io.trane.future.CheckedFutureException;
import io.trane.future.Future;
import io.trane.future.Promise;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** trane-io's future. */
final class TraneFutures extends FutureAdapter<Promise<Token>, Future<Token>> {
    private final Function<Token, Token> step;
    private final Function<Token, Future<Token>> flatStep;
    private final Function<Throwable, Future<Token>> instead = thrown -> Future.value(Lost.instead(thrown));

    TraneFutures(TokenTable table) {
        super(table);
        step = TokenTable::step;
        flatStep = token -> Future.value(TokenTable.step(token));
    }

    @Override
    public Promise<Token> promise() {
        return Promise.apply();
    }

    @Override
    public Future<Token> future(Promise<Token> promise) {
        return promise;
    }

    @Override
    public void complete(Promise<Token> promise, Token value) {
        promise.setValue(value);
    }

    @Override
    public void fail(Promise<Token> promise, Throwable cause) {
        promise.setException(cause);
    }

    @Override
    public Future<Token> completed(Token value) {
        return Future.value(value);
    }

    @Override
    public Future<Token> map(Future<Token> future) {
        return future.map(step);
    }

    @Override
    public Future<Token> flatMap(Future<Token> future) {
        return future.flatMap(flatStep);
    }

    @Override
    public Future<Token> recover(Future<Token> future) {
        return future.rescue(instead);
    }

    @Override
    public Object all(List<Future<Token>> futures) {
        return Future.collect(futures);
    }

    @Override
    @SuppressWarnings("unchecked") // What all gave.
    public long sum(Object all) {
        long sum = 0;
        for (Token token : read((Future<List<Token>>) all)) {
            sum += token.weight;
        }
        return sum;
    }

    @Override
    public boolean isDone(Future<Token> future) {
        return future.isDefined();
    }

    @Override
    public Token get(Future<Token> future) {
        return read(future);
    }

    @Override
    public void whenDone(Future<Token> future, Runnable callback) {
        future.ensure(callback);
    }

    private static <T> T read(Future<T> future) {
        try {
            return future.get(Duration.ZERO);
        } catch (CheckedFutureException e) {
            throw new IllegalStateException(e);
        }
    }
}
