package io.assay.future.peers;

import io.assay.workload.Token;
import io.assay.workload.TokenTable;
import io.netty.util.concurrent.DefaultPromise;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.util.List;

/**
 * Netty's {@code DefaultPromise} on its immediate executor. It has no combinators: each is a promise and a listener, as
 * users write them.
 */
final class NettyFutures extends FutureAdapter<Promise<Token>, Future<Token>> {
    NettyFutures(TokenTable table) {
        super(table);
    }

    @Override
    public Promise<Token> promise() {
        return new DefaultPromise<>(ImmediateEventExecutor.INSTANCE);
    }

    @Override
    public Future<Token> future(Promise<Token> promise) {
        return promise;
    }

    @Override
    public void complete(Promise<Token> promise, Token value) {
        promise.setSuccess(value);
    }

    @Override
    public void fail(Promise<Token> promise, Throwable cause) {
        promise.setFailure(cause);
    }

    @Override
    public Future<Token> completed(Token value) {
        return ImmediateEventExecutor.INSTANCE.newSucceededFuture(value);
    }

    @Override
    public Future<Token> map(Future<Token> future) {
        Promise<Token> next = promise();
        future.addListener((Future<Token> done) -> {
            if (done.isSuccess()) {
                next.setSuccess(TokenTable.step(done.getNow()));
            } else {
                next.setFailure(done.cause());
            }
        });
        return next;
    }

    @Override
    public Future<Token> flatMap(Future<Token> future) {
        Promise<Token> next = promise();
        future.addListener((Future<Token> done) -> {
            if (done.isSuccess()) {
                completed(TokenTable.step(done.getNow())).addListener((Future<Token> inner) -> {
                    if (inner.isSuccess()) {
                        next.setSuccess(inner.getNow());
                    } else {
                        next.setFailure(inner.cause());
                    }
                });
            } else {
                next.setFailure(done.cause());
            }
        });
        return next;
    }

    @Override
    public Future<Token> recover(Future<Token> future) {
        Promise<Token> next = promise();
        future.addListener(
                (Future<Token> done) -> next.setSuccess(done.isSuccess() ? done.getNow() : Lost.instead(done.cause())));
        return next;
    }

    /** Counts down, on one thread, as {@code PromiseCombiner} does. */
    private static final class All {
        final List<Future<Token>> futures;
        final Promise<Void> done = new DefaultPromise<>(ImmediateEventExecutor.INSTANCE);
        int missing;

        All(List<Future<Token>> futures) {
            this.futures = futures;
            missing = futures.size();
        }

        void arrived(Future<Token> input) {
            if (!input.isSuccess()) {
                done.tryFailure(input.cause());
            } else if (--missing == 0) {
                done.trySuccess(null);
            }
        }
    }

    @Override
    public Object all(List<Future<Token>> futures) {
        All all = new All(futures);
        for (Future<Token> future : futures) {
            future.addListener((Future<Token> input) -> all.arrived(input));
        }
        return all;
    }

    @Override
    public long sum(Object all) {
        All gathered = (All) all;
        if (!gathered.done.isSuccess()) {
            throw new IllegalStateException("not all are done");
        }
        long sum = 0;
        for (Future<Token> future : gathered.futures) {
            sum += future.getNow().weight;
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
        future.addListener(done -> callback.run());
    }
}
