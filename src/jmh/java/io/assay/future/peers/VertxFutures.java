package io.assay.future.peers;

import io.assay.workload.Token;
import io.assay.workload.TokenTable;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.function.Function;

/** Vert.x's promise, on no context. */
final class VertxFutures extends FutureAdapter<Promise<Token>, Future<Token>> {
    private final Function<Token, Token> step;
    private final Function<Token, Future<Token>> flatStep;
    private final Function<Throwable, Token> instead = Lost::instead;

    VertxFutures(TokenTable table) {
        super(table);
        step = TokenTable::step;
        flatStep = token -> Future.succeededFuture(TokenTable.step(token));
    }

    @Override
    public Promise<Token> promise() {
        return Promise.promise();
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
        return Future.succeededFuture(value);
    }

    @Override
    public Future<Token> map(Future<Token> future) {
        return future.map(step);
    }

    @Override
    public Future<Token> flatMap(Future<Token> future) {
        return future.compose(flatStep);
    }

    @Override
    public Future<Token> recover(Future<Token> future) {
        return future.otherwise(instead);
    }

    @Override
    public Object all(List<Future<Token>> futures) {
        return Future.all(futures);
    }

    @Override
    public long sum(Object all) {
        CompositeFuture gathered = ((CompositeFuture) all).result();
        long sum = 0;
        for (int i = 0; i < gathered.size(); i++) {
            sum += gathered.<Token>resultAt(i).weight;
        }
        return sum;
    }

    @Override
    public boolean isDone(Future<Token> future) {
        return future.isComplete();
    }

    @Override
    public Token get(Future<Token> future) {
        return future.result();
    }

    @Override
    public void whenDone(Future<Token> future, Runnable callback) {
        future.onComplete(result -> callback.run());
    }
}
