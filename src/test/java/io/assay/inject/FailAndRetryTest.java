package io.assay.inject;

import static io.assay.inject.Vocabulary.GERMAN;
import static io.assay.inject.Vocabulary.listener;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.assay.eventloop.EventLoop;
import io.assay.inject.Service.State;
import io.assay.inject.Vocabulary.English;
import io.assay.inject.Vocabulary.German;
import io.assay.inject.Vocabulary.Listener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of services that fail and are started again. */
class FailAndRetryTest {
    private final EventLoop loop = EventLoop.create();
    private final List<String> reported = new ArrayList<>();

    private ServiceContainer container(boolean onLoop) {
        ContainerBuilder builder =
                ServiceContainer.builder().failures((service, cause) -> reported.add(cause.getMessage()));
        return (onLoop ? builder.loop(loop) : builder).build();
    }

    private static RuntimeException cause(String message) {
        return new IllegalStateException(message);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsToldToFailAndToStartFailsFirstAndThenStarts(boolean onLoop) {
        ServiceContainer container = container(onLoop);
        Service<Listener> required = container.add(listener().build());
        Service<Object> dependant = container.add(Component.of(Object.class, creation -> "")
                .inject(Dependency.on(Listener.class), (self, it) -> {})
                .build());
        container.start();
        loop.runReady();
        required.fail(cause("first"));
        required.start();
        loop.runReady();
        assertEquals(State.ACTIVE, required.state());
        assertEquals(State.ACTIVE, dependant.state());
        assertNull(required.failure());
        assertEquals("start stop start", required.instance().takeTold());

        required.fail(cause("second"));
        required.start();
        required.fail(cause("third"));
        loop.runReady();
        assertEquals(State.FAILED, required.state());
        assertEquals("third", required.failure().getMessage());
        assertEquals(State.WAITING, dependant.state());

        required.start();
        required.fail(cause("fourth"));
        required.start();
        required.stop();
        loop.runReady();
        assertEquals(State.STOPPED, required.state());
        assertEquals(List.of("first", "second", "third", "fourth"), reported);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dependantsFailWithWhoIsStartedAgainAtOnce(boolean onLoop) {
        ContainerBuilder builder = ServiceContainer.builder()
                .whenFailed(Policy.FAIL)
                .failures((service, cause) -> reported.add(service.name()));
        ServiceContainer container = (onLoop ? builder.loop(loop) : builder).build();
        Service<Listener> required = container.add(listener().build());
        Service<Object> dependant = container.add(Component.of(Object.class, creation -> "")
                .inject(Dependency.on(Listener.class), (self, it) -> {})
                .build());
        container.start();
        loop.runReady();
        required.fail(cause("first"));
        required.start();
        loop.runReady();
        assertEquals(State.ACTIVE, required.state());
        assertEquals(State.FAILED, dependant.state());
        assertEquals(List.of("Listener#1", "Object#2"), reported);
    }

    @Test
    void whatLeavesBeforeItStartsAgainFailsNoMore() {
        ServiceContainer container = container(true);
        Service<Listener> service = container.add(listener().build());
        container.start();
        loop.runReady();
        service.fail(cause("first"));
        service.start();
        service.remove();
        loop.runReady();
        assertEquals(State.REMOVED, service.state());
        service.fail(cause("second"));
        service.start();
        loop.runReady();
        assertEquals(State.REMOVED, service.state());
        assertEquals(List.of("first"), reported);
        assertEquals(0, container.core.held());
    }

    @Test
    void itsListenerMayHaveItFailAgainBeforeItStarts() {
        ServiceContainer container = ServiceContainer.builder()
                .loop(loop)
                .failures((service, cause) -> {
                    reported.add(cause.getMessage());
                    service.fail(cause("after " + cause.getMessage()));
                })
                .build();
        Service<Listener> service = container.add(listener().build());
        container.start();
        loop.runReady();
        service.fail(cause("first"));
        service.start();
        loop.runReady();
        assertEquals(State.FAILED, service.state());
        assertEquals(List.of("first", "after first"), reported);
        assertEquals("after first", service.failure().getMessage());
        service.start();
        loop.runReady();
        assertEquals(State.ACTIVE, service.state());
    }

    @Test
    void whoThrewWhenItWasToldIsToldAgain() {
        ServiceContainer container = container(false);
        boolean[] broken = {true};
        List<String> told = new ArrayList<>();
        Service<Listener> service = container.add(listener()
                .inject(Dependency.on(English.class), Listener::added, Listener::removed)
                .inject(
                        Dependency.on(German.class),
                        (self, it) -> {
                            told.add("tried");
                            if (broken[0]) {
                                throw cause("broken");
                            }
                            self.added(it);
                        },
                        Listener::removed)
                .build());
        container.add(Component.of(English.class).build());
        Service<German> german = container.add(GERMAN);
        container.start();
        assertEquals(State.FAILED, service.state());
        Listener instance = service.instance();
        assertEquals("+English", instance.takeTold());

        // What it was never told of leaves without a word.
        german.stop();
        german.start();
        assertEquals(List.of("tried", "tried"), told);
        assertEquals(List.of("broken", "broken"), reported);
        service.start();
        assertEquals(State.FAILED, service.state());
        assertEquals(3, reported.size());
        assertEquals("", instance.takeTold());

        broken[0] = false;
        service.start();
        assertEquals(State.ACTIVE, service.state());
        assertEquals("+German start", instance.takeTold());
        assertEquals(4, told.size());
        service.stop();
        service.start();
        assertEquals(4, told.size(), "what it has it is told once");
        german.stop();
        assertEquals("stop start stop -German", instance.takeTold());
    }
}
