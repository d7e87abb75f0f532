package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is null is refused when it is given, not when an executor needs it; and nothing is registered for it. */
class FutureArgumentsTest {
    private static final Executor HERE = Runnable::run;
    private final Promise<Integer> pending = new Promise<>();

    private void refused(Consumer<Future<Integer>> call) {
        for (Future<Integer> future : List.of(pending, Future.value(1), Future.<Integer>failed(new Exception("x")))) {
            assertThrows(NullPointerException.class, () -> call.accept(future));
        }
        assertNull(pending.state());
    }

    @Test
    void functions() {
        refused(future -> future.map(null, HERE));
        refused(future -> future.flatMap(null, HERE));
        refused(future -> future.recover(null, HERE));
        refused(future -> future.recoverWith(null, HERE));
        refused(future -> future.handle(null, HERE));
        refused(future -> future.onComplete(null, HERE));
    }

    @Test
    void executors() {
        refused(future -> future.map(value -> value, null));
        refused(future -> future.flatMap(Future::value, null));
        refused(future -> future.recover(thrown -> 1, null));
        refused(future -> future.recoverWith(thrown -> Future.value(1), null));
        refused(future -> future.handle((value, thrown) -> value, null));
        refused(future -> future.onComplete((value, thrown) -> {}, null));
    }

    @Test
    void aListenersFutureIsTheSame() {
        assertSame(pending, pending.onComplete((value, thrown) -> {}));
        assertSame(pending, pending.onComplete((value, thrown) -> {}, HERE));
    }

    @Test
    void theOnlyOneOfARaceIsItself() throws Exception {
        Future<Integer> failed = Future.failed(new Exception("x"));
        assertSame(failed, Future.race(List.of(failed)));
        assertSame(failed, Future.any(List.of(failed)));
        Future<Integer> two = Future.any(List.of(failed, pending));
        pending.complete(3);
        assertEquals(3, two.await());
    }
}
