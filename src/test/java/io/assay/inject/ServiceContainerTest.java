package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.inject.Service.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What services are given, and when. */
class ServiceContainerTest {
    interface Words {}

    record English() implements Words {}

    record German() implements Words {}

    record Logger(Object owner) {}

    record Greeter(
            Logger logger,
            @Named("en") Words words,
            Optional<Runnable> hook,
            List<Words> all,
            ServiceContainer container,
            Service<?> self) {}

    private final List<String> log = new ArrayList<>();

    private static final Component<English> ENGLISH =
            Component.of(English.class).as(Words.class).qualifier("en").build();
    private static final Component<German> GERMAN =
            Component.of(German.class).as(Words.class, German.class).build();
    private static final Component<Logger> LOGGERS = Component.of(
                    Logger.class, creation -> new Logger(String.valueOf(creation.asking())))
            .scope(Scope.PER_REQUEST)
            .build();

    @Test
    void aConstructorIsGivenWhatItsParametersSay() {
        Component<Greeter> greeter = Component.of(Greeter.class).build();
        ServiceContainer container = ServiceContainer.builder()
                .add(greeter)
                .add(ENGLISH)
                .add(LOGGERS)
                .add(GERMAN, Map.of(Service.QUALIFIER, "de"))
                .build();
        assertEquals(0, container.statistics().active());
        assertTrue(container.start().isSuccess());

        Greeter made = container.get(Greeter.class);
        assertEquals("Greeter#1 WAITING", made.logger().owner());
        assertEquals(new English(), made.words());
        assertEquals(Optional.empty(), made.hook());
        assertEquals(List.of(new English(), new German()), made.all());
        assertSame(container, made.container());
        assertSame(made, made.self().instance());
        assertSame(greeter, made.self().component());
        assertEquals(new German(), container.get(Words.class, "de"));
        assertEquals(2, container.all(Words.class).size());
        assertEquals(List.of(), container.all(Runnable.class));
        assertNull(container.find(Runnable.class));
        assertEquals(State.ACTIVE, container.find(German.class).state());
    }

    @Test
    void manyInstancesOfAComponentAreMadeByTheSameConstructor() {
        ServiceContainer container = ServiceContainer.create();
        Component<Greeter> greeter = Component.of(Greeter.class).build();
        container.add(ENGLISH);
        container.add(LOGGERS);
        container.start();
        for (int i = 0; i < 20; i++) {
            Greeter made = container.add(greeter).instance();
            assertEquals(made.self().name() + " WAITING", made.logger().owner());
        }
        assertEquals(20, container.all(Greeter.class).size());
        assertEquals(20 * 2 + 2, container.statistics().services());
    }

    /** Remembers what it was told. */
    private final class Listener implements Lifecycle {
        final List<Object> told = new ArrayList<>();

        @Override
        public io.assay.future.Future<?> start() {
            told.add("start");
            return DONE;
        }

        @Override
        public io.assay.future.Future<?> stop() {
            told.add("stop");
            return DONE;
        }

        void added(Object added) {
            told.add("+" + added.getClass().getSimpleName());
        }

        void removed(Object removed) {
            told.add("-" + removed.getClass().getSimpleName());
        }

        String takeTold() {
            String all = String.join(" ", told.stream().map(Object::toString).toList());
            told.clear();
            return all;
        }
    }

    private ComponentBuilder<Listener> listener() {
        return Component.of(Listener.class, creation -> new Listener());
    }

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
    void whatIsMadeForSomebodyLivesWithIt() {
        ServiceContainer container = ServiceContainer.create();
        Service<Logger> factory = container.add(LOGGERS);
        container.start();
        Component<Listener> needsLogger = listener()
                .inject(Dependency.on(Logger.class), Listener::added, Listener::removed)
                .build();
        Service<Listener> one = container.add(needsLogger);
        Service<Listener> two = container.add(needsLogger);
        assertEquals(5, container.statistics().active());
        List<Service<?>> all = container.services();
        assertSame(
                one,
                all.get(2).asking() == null ? all.get(1).asking() : all.get(2).asking());
        two.stop();
        assertEquals(5, container.statistics().services());
        two.remove();
        assertEquals(3, container.statistics().services());
        assertEquals("+Logger start", one.instance().takeTold());
        factory.stop();
        assertEquals(State.WAITING, one.state());
        assertEquals("stop -Logger", one.instance().takeTold());
        assertEquals(2, container.statistics().services());
        factory.start();
        assertEquals("+Logger start", one.instance().takeTold());
        factory.remove();
        assertEquals(1, container.statistics().services());
        Service<?> own = null;
        container.add(LOGGERS);
        own = container.request(Logger.class);
        assertEquals(State.ACTIVE, own.state());
        assertNull(own.asking());
        assertNotSame(own.instance(), container.request(Logger.class).instance());
        own.remove();
        assertEquals(4, container.statistics().services());
    }

    @Test
    void aProductThatIsStoppedOrRemovedByHandIsMissed() {
        ServiceContainer container = ServiceContainer.create();
        container.add(LOGGERS);
        container.start();
        Service<Listener> one = container.add(listener()
                .inject(Dependency.on(Logger.class), Listener::added, Listener::removed)
                .build());
        Service<?> product = container.services().stream()
                .filter(service -> service.asking() == one)
                .findFirst()
                .orElseThrow();
        product.stop();
        assertEquals(State.WAITING, one.state());
        product.start();
        assertEquals(State.ACTIVE, one.state());
        assertEquals(3, container.statistics().services());
        product.remove();
        assertEquals(State.ACTIVE, one.state());
        assertEquals(
                "+Logger start stop -Logger +Logger start stop -Logger +Logger start",
                one.instance().takeTold());
        assertEquals(3, container.statistics().services());
    }

    @Test
    void aListInAConstructorWaitsForThoseThatAreAboutToStart() {
        ServiceContainer container = ServiceContainer.create();
        Component<Object> lists = Component.of(Object.class, creation -> List.copyOf(creation.list(0, Words.class)))
                .parameter(Dependency.on(Words.class).all())
                .build();
        Service<Object> list = container.add(lists);
        container.add(ENGLISH);
        Service<Words> late = container.add(Component.of(Words.class, creation -> new German())
                .parameter(Dependency.on(Logger.class))
                .build());
        container.start();
        assertEquals(State.WAITING, list.state());
        container.add(Component.instance(Logger.class, new Logger("")).build());
        assertEquals(List.of(new English(), new German()), list.instance());
        container.add(Component.of(Words.class, creation -> new English()).build());
        assertEquals(2, ((List<?>) list.instance()).size());
        late.stop();
        assertEquals(List.of(new English(), new English()), list.instance());
    }

    @Test
    void aCompositeIsNotInItsOwnList() {
        record Composite(List<Words> parts) implements Words {}
        ServiceContainer container = ServiceContainer.builder()
                .add(Component.of(Composite.class)
                        .as(Words.class, Composite.class)
                        .build())
                .add(ENGLISH)
                .add(GERMAN)
                .build();
        container.start();
        assertEquals(
                List.of(new English(), new German()),
                container.get(Composite.class).parts());
    }

    @Test
    void anInstanceDoesNotOutliveItsParameters() {
        record Holder(Words words) {}
        ServiceContainer container = ServiceContainer.create();
        Service<English> english = container.add(ENGLISH);
        Service<Holder> holder = container.add(Component.of(Holder.class).build());
        container.start();
        Holder first = holder.instance();
        english.stop();
        assertEquals(State.WAITING, holder.state());
        english.start();
        assertNotSame(first, holder.instance());
        assertEquals(first, holder.instance());
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

    @Test
    void hooksStandInForTheLifecycle() {
        ServiceContainer container = ServiceContainer.create();
        Service<English> english = container.add(Component.of(English.class)
                .onStart(it -> {
                    log.add("start " + it);
                    return Lifecycle.DONE;
                })
                .onStop(it -> {
                    log.add("stop " + it);
                    return Lifecycle.DONE;
                })
                .build());
        container.start();
        container.stop();
        container.start();
        english.remove();
        assertEquals(List.of("start English[]", "stop English[]", "start English[]", "stop English[]"), log);
    }

    @Test
    void everythingStopsInReverseOrder() {
        ServiceContainer container = ServiceContainer.create();
        for (int i = 0; i < 5; i++) {
            String name = "s" + i;
            ComponentBuilder<String> builder = Component.instance(String.class, name)
                    .qualifier(name)
                    .onStart(it -> {
                        log.add("+" + it);
                        return Lifecycle.DONE;
                    })
                    .onStop(it -> {
                        log.add("-" + it);
                        return Lifecycle.DONE;
                    });
            if (i < 2) {
                builder.inject(Dependency.on(String.class).qualified("s" + (i + 3)), (a, b) -> {});
            }
            container.add(builder.build());
        }
        container.start();
        assertEquals(List.of("+s2", "+s3", "+s4", "+s0", "+s1"), log);
        log.clear();
        container.stop();
        assertEquals(List.of("-s1", "-s0", "-s4", "-s3", "-s2"), log);
    }
}
