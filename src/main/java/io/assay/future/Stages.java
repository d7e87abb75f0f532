package io.assay.future;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Bridges to the JDK's futures. */
final class Stages {
    private Stages() {}

    static <T> Future<T> from(CompletionStage<? extends T> stage) {
        Promise<T> promise = new Promise<>();
        stage.whenComplete((value, thrown) -> {
            if (thrown == null) {
                promise.tryComplete(value);
            } else {
                Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : null;
                promise.tryFail(cause == null ? thrown : cause);
            }
        });
        return promise;
    }

    static <T> CompletableFuture<T> to(Future<T> future) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        future.onComplete((value, cause) -> {
            if (cause == null) {
                stage.complete(value);
            } else {
                stage.completeExceptionally(cause);
            }
        });
        return stage;
    }
}
