package io.assay.inject;

import static io.assay.inject.Vocabulary.ENGLISH;
import static io.assay.inject.Vocabulary.GERMAN;
import static io.assay.inject.Vocabulary.LOGGERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.inject.Service.State;
import io.assay.inject.Vocabulary.English;
import io.assay.inject.Vocabulary.German;
import io.assay.inject.Vocabulary.Logger;
import io.assay.inject.Vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What constructors are given, what instances are made, and in which order services start and stop. */
class ServiceContainerTest {
    record Greeter(
            Logger logger,
            @Named("en") Words words,
            Optional<Runnable> hook,
            List<Words> all,
            ServiceContainer container,
            Service<?> self) {}

    private final List<String> log = new ArrayList<>();

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
        int many = 300;
        for (int i = 0; i < many; i++) {
            Greeter made = container.add(greeter).instance();
            assertEquals(made.self().name() + " WAITING", made.logger().owner());
        }
        assertEquals(many, container.all(Greeter.class).size());
        assertEquals(many * 2 + 2, container.statistics().services());
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
