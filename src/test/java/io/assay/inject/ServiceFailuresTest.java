package io.assay.inject;

import static io.assay.inject.InjectErrorsTest.PACKAGE;
import static io.assay.inject.InjectErrorsTest.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.assay.future.Future;
import io.assay.future.Promise;
import io.assay.inject.InjectErrorsTest.A;
import io.assay.inject.InjectErrorsTest.B;
import io.assay.inject.InjectErrorsTest.C;
import io.assay.inject.Service.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong with services while they run: who fails, who waits, and who is told. */
class ServiceFailuresTest {
    private final List<Throwable> reported = new ArrayList<>();

    private ContainerBuilder reporting() {
        return ServiceContainer.builder().failures((service, cause) -> reported.add(cause));
    }

    private List<String> messages() {
        return reported.stream().map(Throwable::getMessage).toList();
    }

    @Test
    void dependencyLost() {
        ServiceContainer container = ServiceContainer.builder()
                .whenLost(Policy.FAIL)
                .failures((service, cause) -> reported.add(cause))
                .add(of(A.class, B.class).build())
                .add(of(B.class).build())
                .build();
        container.start();
        Service<?> a = container.find(A.class);
        Service<?> b = container.find(B.class);
        b.stop();
        assertEquals(State.FAILED, a.state());
        assertEquals(
                "A#1 lost its dependency " + PACKAGE + "B: B#2 stops",
                assertInstanceOf(DependencyLostException.class, a.failure()).getMessage());
        assertEquals(List.of(a.failure()), reported);
        b.start();
        assertEquals(State.FAILED, a.state());
        a.start();
        assertEquals(State.ACTIVE, a.state());
        assertNull(a.failure());
        container.stop();
        assertEquals(State.STOPPED, a.state());
        assertEquals(1, reported.size());
    }

    @Test
    void dependencyFailed() {
        RuntimeException broken = new IllegalStateException("broken");
        ServiceContainer container = ServiceContainer.builder()
                .whenFailed(Policy.FAIL)
                .failures((service, cause) -> reported.add(cause))
                .build();
        Service<A> a = container.add(of(A.class, B.class).build());
        Service<B> b = container.add(of(B.class, C.class).build());
        Service<C> c =
                container.add(of(C.class).onStart(it -> Future.failed(broken)).build());
        container.start();
        assertSame(broken, c.failure());
        assertEquals(
                "B#2 requires " + PACKAGE + "C, and C#3 has failed: java.lang.IllegalStateException: broken",
                b.failure().getMessage());
        assertSame(broken, b.failure().getCause());
        assertInstanceOf(DependencyFailedException.class, a.failure());
        assertEquals(List.of(broken, b.failure(), a.failure()), reported);
        Service<C> other = container.add(of(C.class).build());
        assertEquals(State.FAILED, b.state());
        a.start();
        assertEquals(State.FAILED, a.state());
        b.start();
        a.start();
        assertEquals(State.ACTIVE, a.state());
        other.remove();
        assertEquals(State.FAILED, b.state());
        assertEquals(State.FAILED, a.state());
    }

    @Test
    void aFailureIsForgottenWithTheServiceThatFailed() {
        ServiceContainer container = ServiceContainer.builder()
                .whenFailed(Policy.FAIL)
                .failures((service, cause) -> reported.add(cause))
                .build();
        container.start();
        Service<C> failing = container.add(of(C.class)
                .onStart(it -> Future.failed(new IllegalStateException()))
                .build());
        failing.remove();
        container.add(of(C.class, A.class).build());
        Service<B> waiting = container.add(of(B.class, C.class).build());
        assertEquals(State.WAITING, waiting.state());
        assertEquals(1, reported.size());
    }

    @Test
    void whoAsksAFactoryThatFailedFailsAsWell() {
        ServiceContainer container = ServiceContainer.builder()
                .whenFailed(Policy.FAIL)
                .failures((service, cause) -> reported.add(cause))
                .build();
        boolean[] broken = {false};
        Service<C> factory = container.add(of(C.class)
                .onStart(it -> broken[0] ? Future.failed(new IllegalStateException("product")) : Lifecycle.DONE)
                .scope(Scope.PER_REQUEST)
                .build());
        Service<B> asking = container.add(of(B.class, C.class).build());
        container.start();
        assertEquals(State.ACTIVE, asking.state());
        factory.fail(new IllegalStateException("factory"));
        assertEquals(State.FAILED, asking.state());
        assertEquals("factory", asking.failure().getCause().getMessage());
        assertEquals(2, container.statistics().services());
        broken[0] = true;
        factory.start();
        asking.start();
        assertEquals(State.FAILED, asking.state());
        assertEquals("product", asking.failure().getCause().getMessage());
        factory.remove();
        assertEquals(1, container.statistics().services());
        container.add(of(C.class, A.class).build());
        asking.start();
        assertEquals(State.WAITING, asking.state());
        assertEquals(4, reported.size());
    }

    @Test
    void dependantsWaitForWhoFailed() {
        ServiceContainer container = ServiceContainer.builder()
                .failures((s, cause) -> reported.add(cause))
                .build();
        boolean[] broken = {true};
        Service<A> a = container.add(of(A.class, B.class).build());
        Service<B> b = container.add(of(B.class)
                .onStart(it -> {
                    if (broken[0]) {
                        throw new java.io.IOException("no disk");
                    }
                    return Lifecycle.DONE;
                })
                .build());
        container.start();
        assertEquals(State.FAILED, b.state());
        assertEquals("no disk", b.failure().getMessage());
        assertEquals(State.WAITING, a.state());
        b.start();
        assertEquals(2, reported.size());
        broken[0] = false;
        b.start();
        assertEquals(State.ACTIVE, a.state());
        b.fail(new java.io.IOException("disk gone"));
        assertEquals(State.WAITING, a.state());
        assertEquals("disk gone", b.failure().getMessage());
        assertEquals(3, reported.size());
        b.remove();
        assertEquals(State.REMOVED, b.state());
        b.start();
        b.fail(new java.io.IOException());
        assertEquals(State.REMOVED, b.state());
        assertEquals(3, reported.size());
    }

    @Test
    void whatUserCodeThrowsIsReported() {
        ServiceContainer container = ServiceContainer.builder()
                .failures((s, cause) -> {
                    reported.add(cause);
                    throw new AssertionError("the listener too");
                })
                .build();
        List<Throwable> uncaught = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        try {
            Service<A> noInstance =
                    container.add(Component.of(A.class, creation -> nothing()).build());
            Service<B> badStop = container.add(of(B.class)
                    .onStop(it -> {
                        throw new StackOverflowError("stop");
                    })
                    .build());
            Service<C> badCallbacks = container.add(of(C.class)
                    .inject(Dependency.on(B.class).optional(), (it, b) -> {}, (it, b) -> {
                        throw new IllegalStateException("removed");
                    })
                    .build());
            Service<Object> badAdded = container.add(of2(b -> {
                throw new IllegalStateException("added");
            }));
            container.start();
            badStop.stop();
            assertEquals(State.FAILED, noInstance.state());
            assertEquals(State.STOPPED, badStop.state());
            assertEquals(State.ACTIVE, badCallbacks.state());
            assertEquals(State.FAILED, badAdded.state());
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        assertEquals(
                List.of("the creator returned null", "added", "removed", "stop"),
                reported.stream().map(Throwable::getMessage).toList());
        assertEquals(4, uncaught.size());
        assertSame(reported.get(0), uncaught.get(0).getSuppressed()[0]);
    }

    private static Component<Object> of2(java.util.function.Consumer<B> added) {
        return Component.of(Object.class, creation -> new Object())
                .inject(Dependency.on(B.class), (it, b) -> added.accept(b))
                .build();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T> T nothing() {
        return null;
    }

    @Test
    void whatWasNeverMadeIsToldNothing() {
        ServiceContainer container = reporting().build();
        container.add(of(A.class).build());
        container.add(of(B.class).build());
        container.add(Component.of(C.class, creation -> {
                    throw new IllegalStateException("not made");
                })
                .parameter(Dependency.on(A.class))
                .inject(Dependency.on(B.class), (c, b) -> {})
                .build());
        container.start();
        assertEquals(List.of("not made"), messages());
    }

    @Test
    void whoLeavesAListIsNotLost() {
        ServiceContainer container = reporting().whenLost(Policy.FAIL).build();
        container.add(of(A.class).build());
        Service<A> second = container.add(of(A.class).build());
        Service<C> optional = container.add(of(C.class).build());
        Service<B> service = container.add(of(B.class)
                .parameter(Dependency.on(A.class).all())
                .parameter(Dependency.on(C.class).optional())
                .build());
        container.start();
        B first = service.instance();
        second.stop();
        assertEquals(State.ACTIVE, service.state());
        optional.stop();
        assertEquals(State.ACTIVE, service.state());
        assertEquals(List.of(), reported);
        assertNotSame(first, service.instance());
    }

    @Test
    void whatGoesWrongOnTheWayOutIsReported() {
        ServiceContainer container = reporting().build();
        Promise<Object> up = new Promise<>();
        Service<A> slow = container.add(of(A.class).onStart(it -> up).build());
        container.start();
        slow.remove();
        up.fail(new IllegalStateException("not up"));
        assertEquals(State.REMOVED, slow.state());
        assertEquals(List.of("not up"), messages());
        assertEquals(0, container.core.held());
    }

    @Test
    void whatGoesWrongAfterAFailureIsReportedAsWell() {
        ServiceContainer container = reporting().build();
        Service<A> failing = container.add(of(A.class)
                .inject(Dependency.on(B.class), (a, b) -> {
                    throw new IllegalStateException("added");
                })
                .inject(Dependency.on(C.class).optional(), (a, c) -> {
                    throw new IllegalStateException("added to who failed");
                })
                .build());
        container.add(of(B.class).build());
        container.start();
        assertEquals(State.FAILED, failing.state());
        container.add(of(C.class).build());
        assertEquals(State.FAILED, failing.state());
        assertEquals("added", failing.failure().getMessage());
        assertEquals(List.of("added", "added to who failed"), messages());
    }

    @Test
    void whoHasFailedIsNotLookedAtForEachFailedServiceThatLeaves() {
        ServiceContainer container = reporting().whenFailed(Policy.FAIL).build();
        int many = 100;
        List<Service<A>> failed = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            failed.add(container.add(of(A.class)
                    .onStart(it -> Future.failed(new IllegalStateException()))
                    .build()));
            container.add(of(B.class, A.class).build());
        }
        container.start();
        assertEquals(2 * many, reported.size());
        long before = container.statistics().edgesVisited();
        failed.forEach(Service::remove);
        assertEquals(0, container.statistics().edgesVisited() - before);
        assertEquals(2 * many, reported.size());
    }
}
