package io.assay.future.peers;

import io.assay.future.Future;
import io.assay.future.Promise;
import io.assay.workload.Token;
import io.assay.workload.TokenTable;
import java.util.List;
import java.util.function.Function;

/** Ours. */
final class AssayFutures extends FutureAdapter<Promise<Token>, Future<Token>> {
    private final Function<Token, Token> step;
    private final Function<Token, Future<Token>> flatStep;
    private final Function<Throwable, Token> instead = Lost::instead;

    AssayFutures(TokenTable table) {
        super(table);
        step = TokenTable::step;
        flatStep = token -> Future.value(TokenTable.step(token));
    }

    @Override
    public Promise<Token> promise() {
        return new Promise<>();
    }

    @Override
    public Future<Token> future(Promise<Token> promise) {
        return promise.future();
    }

    @Override
    public void complete(Promise<Token> promise, Token value) {
        promise.complete(value);
    }

    @Override
    public void fail(Promise<Token> promise, Throwable cause) {
        promise.fail(cause);
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
        return future.recover(instead);
    }

    @Override
    public Object all(List<Future<Token>> futures) {
        return Future.all(futures);
    }

    @Override
    @SuppressWarnings("unchecked") // What all gave.
    public long sum(Object all) {
        long sum = 0;
        for (Token token : ((Future<List<Token>>) all).getNow()) {
            sum += token.weight;
        }
        return sum;
    }

    @Override
    public boolean isDone(Future<Token> future) {
        return future.isDone();
    }

    @Override
    public Token get(Future<Token> future) {
        return future.getNow();
    }

    @Override
    public void whenDone(Future<Token> future, Runnable callback) {
        future.onComplete((value, cause) -> callback.run());
    }
}
