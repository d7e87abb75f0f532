package io.assay.inject;

import static io.assay.inject.Vocabulary.ENGLISH;
import static io.assay.inject.Vocabulary.GERMAN;
import static io.assay.inject.Vocabulary.listener;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.inject.Service.State;
import io.assay.inject.Vocabulary.English;
import io.assay.inject.Vocabulary.German;
import io.assay.inject.Vocabulary.Listener;
import io.assay.inject.Vocabulary.Logger;
import io.assay.inject.Vocabulary.Words;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes and goes at run time, and when services hear of it. */
class AdvancedInjectionTest {
    @Test
    void aRequiredDependencyIsThereWhileTheServiceRuns() {
        ServiceContainer container = ServiceContainer.create();
        Service<Listener> service = container.add(listener()
                .inject(Dependency.on(Words.class), Listener::added, Listener::removed)
                .build());
        container.start();
        assertEquals(State.WAITING, service.state());
        assertEquals(Words.class.getName(), service.missing().get(0).toString());
        Service<English> english = container.add(ENGLISH);
        assertEquals("+English start", service.instance().takeTold());
        container.add(GERMAN);
        assertEquals("", service.instance().takeTold());
        english.stop();
        assertEquals("stop -English +German start", service.instance().takeTold());
        english.start();
        container.find(German.class).remove();
        assertEquals("stop -German +English start", service.instance().takeTold());
        assertEquals(List.of(), service.missing());
        english.remove();
        assertEquals(State.WAITING, service.state());
        assertEquals(State.REMOVED, english.state());
    }

    @Test
    void anOptionalOneComesAndGoes() {
        ServiceContainer container = ServiceContainer.create();
        Service<Listener> service = container.add(listener()
                .inject(Dependency.on(Words.class).optional(), Listener::added, Listener::removed)
                .build());
        container.start();
        assertEquals("start", service.instance().takeTold());
        Service<English> english = container.add(ENGLISH);
        Service<German> german = container.add(GERMAN);
        assertEquals("+English", service.instance().takeTold());
        english.stop();
        assertEquals("-English +German", service.instance().takeTold());
        german.remove();
        assertEquals("-German", service.instance().takeTold());
        assertEquals(State.ACTIVE, service.state());
    }

    @Test
    void allAreToldOfEach() {
        ServiceContainer container = ServiceContainer.create();
        Service<English> english = container.add(ENGLISH);
        Service<Listener> service = container.add(listener()
                .inject(Dependency.on(Words.class).all(), Listener::added, Listener::removed)
                .build());
        container.start();
        assertEquals("+English start", service.instance().takeTold());
        container.add(GERMAN);
        english.stop();
        english.start();
        assertEquals("+German -English +English", service.instance().takeTold());
        Listener instance = service.instance();
        service.remove();
        assertEquals("stop -German -English", instance.takeTold());
        assertEquals(2, container.statistics().services());
        assertEquals(0, container.statistics().edges());
    }

    @Test
    void anyPropertyCanBeAskedFor() {
        ServiceContainer container = ServiceContainer.create();
        Component<German> german =
                Component.of(German.class).property("level", 1).build();
        container.start();
        container.add(german);
        Service<Listener> second = container.add(listener()
                .inject(Dependency.on(German.class).where("level", 2), Listener::added)
                .build());
        Service<Listener> first = container.add(listener()
                .inject(Dependency.on(German.class).where("level", 1), Listener::added)
                .build());
        assertEquals(State.ACTIVE, first.state());
        assertEquals(State.WAITING, second.state());
        Service<German> other = container.add(german, Map.of("level", 2, "x", "y"));
        assertEquals(State.ACTIVE, second.state());
        assertEquals(Map.of("level", 2, "x", "y"), other.properties());
        assertEquals("+German start", second.instance().takeTold());
    }

    @Test
    void aServiceDoesNotStartWithWhoIsAboutToLeave() {
        ServiceContainer container = ServiceContainer.create();
        Service<English> english = container.add(
                Component.of(English.class).as(Words.class, English.class).build());
        Service<Listener> service = container.add(listener()
                .inject(Dependency.on(Words.class), Listener::added, Listener::removed)
                .build());
        container.add(Component.instance(Logger.class, new Logger(""))
                .inject(Dependency.on(English.class), (self, it) -> {})
                .build());
        container.add(Component.of(German.class)
                .as(Words.class)
                .inject(Dependency.on(Logger.class), (self, it) -> {})
                .build());
        container.start();
        assertEquals(4, container.statistics().active());
        english.stop();
        assertEquals(0, container.statistics().active());
        assertEquals(State.WAITING, service.state());
        // It may have been shown the other one, but was not started with it.
        assertEquals(
                "+English start stop -English +German -German",
                service.instance().takeTold());
    }
}
