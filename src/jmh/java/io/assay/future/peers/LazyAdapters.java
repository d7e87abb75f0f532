package io.assay.future.peers;

import io.assay.future.Future;
import io.assay.future.Promise;
import io.assay.workload.Token;
import io.assay.workload.TokenTable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.subjects.SingleSubject;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The lazy libraries, and ours in their shape. */
public final class LazyAdapters {
    private LazyAdapters() {}

    /** Ours: eager, for scale. */
    public static LazyAdapter assay() {
        return new Assay();
    }

    /** Mutiny. */
    public static LazyAdapter mutiny() {
        return new Mutiny();
    }

    /** Reactor. */
    public static LazyAdapter reactor() {
        return new Reactor();
    }

    /** RxJava. */
    public static LazyAdapter rxJava() {
        return new RxJava();
    }

    private static final class Assay extends LazyAdapter {
        @Override
        public Token mapDone(Token value, int n) {
            listen(Future.value(value), n);
            return received();
        }

        @Override
        public Token mapPending(Token value, int n) {
            Promise<Token> promise = new Promise<>();
            listen(promise, n);
            promise.complete(value);
            return received();
        }

        private void listen(Future<Token> source, int n) {
            Future<Token> future = source;
            for (int i = 0; i < n; i++) {
                future = future.map(TokenTable::step);
            }
            future.onComplete((token, cause) -> receive(token));
        }
    }

    private static final class Mutiny extends LazyAdapter {
        private @Nullable UniEmitter<? super Token> emitter;
        private final Consumer<UniEmitter<? super Token>> subscribed = given -> emitter = given;

        @Override
        public Token mapDone(Token value, int n) {
            subscribe(Uni.createFrom().item(value), n);
            return received();
        }

        @Override
        public Token mapPending(Token value, int n) {
            subscribe(Uni.createFrom().emitter(subscribed), n);
            emitter.complete(value);
            return received();
        }

        private void subscribe(Uni<Token> source, int n) {
            Uni<Token> uni = source;
            for (int i = 0; i < n; i++) {
                uni = uni.map(TokenTable::step);
            }
            uni.subscribe().with(this::receive);
        }
    }

    private static final class Reactor extends LazyAdapter {
        @Override
        public Token mapDone(Token value, int n) {
            subscribe(Mono.just(value), n);
            return received();
        }

        @Override
        public Token mapPending(Token value, int n) {
            Sinks.One<Token> sink = Sinks.one();
            subscribe(sink.asMono(), n);
            sink.tryEmitValue(value).orThrow();
            return received();
        }

        private void subscribe(Mono<Token> source, int n) {
            Mono<Token> mono = source;
            for (int i = 0; i < n; i++) {
                mono = mono.map(TokenTable::step);
            }
            mono.subscribe(this::receive);
        }
    }

    private static final class RxJava extends LazyAdapter {
        @Override
        public Token mapDone(Token value, int n) {
            subscribe(Single.just(value), n);
            return received();
        }

        @Override
        public Token mapPending(Token value, int n) {
            SingleSubject<Token> subject = SingleSubject.create();
            subscribe(subject, n);
            subject.onSuccess(value);
            return received();
        }

        private void subscribe(Single<Token> source, int n) {
            Single<Token> single = source;
            for (int i = 0; i < n; i++) {
                single = single.map(TokenTable::step);
            }
            single.subscribe(this::receive);
        }
    }
}
