package io.assay.inject;

import static io.assay.inject.Vocabulary.LOGGERS;
import static io.assay.inject.Vocabulary.listener;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.inject.Service.State;
import io.assay.inject.Vocabulary.Listener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which services are made for those who ask, and who serves when nothing makes them any more. */
class PerRequestTest {
    record Logger(String name) {}

    private static ComponentBuilder<Logger> loggers(String name) {
        return Component.of(Logger.class, creation -> new Logger(name)).scope(Scope.PER_REQUEST);
    }

    private static Component<Logger> asking(Dependency<Logger> dependency) {
        return Component.of(Logger.class, creation -> creation.get(0, Logger.class))
                .as(Object.class)
                .parameter(dependency)
                .build();
    }

    @Test
    void aSharedOneServesWhenNothingIsMadeAnyMore() {
        ServiceContainer container = ServiceContainer.create();
        container.start();
        container.add(Component.instance(Logger.class, new Logger("shared")).build());
        for (boolean stopsFirst : new boolean[] {false, true}) {
            Service<Logger> factory = container.add(loggers("own").build());
            Service<Logger> asking = container.add(asking(Dependency.on(Logger.class)));
            assertEquals("own", asking.instance().name());
            if (stopsFirst) {
                factory.stop();
                assertEquals(State.WAITING, asking.state());
            }
            factory.remove();
            assertEquals(State.ACTIVE, asking.state());
            assertEquals("shared", asking.instance().name());
        }
    }

    @Test
    void aQualifierIsAskedFor() {
        ServiceContainer container = ServiceContainer.create();
        container.start();
        Service<Logger> plain = container.add(asking(Dependency.on(Logger.class)));
        Service<Logger> qualified =
                container.add(asking(Dependency.on(Logger.class).qualified("x")));
        container.add(loggers("x").qualifier("x").build());
        assertEquals("x", qualified.instance().name());
        assertEquals(State.WAITING, plain.state());
        assertThrows(MissingServiceException.class, () -> container.request(Logger.class));
        container.add(loggers("plain").build());
        assertEquals("plain", plain.instance().name());
        assertEquals(new Logger("plain"), container.request(Logger.class).instance());
    }

    @Test
    void aQualifiedOneIsMadeForWhoRequestsIt() {
        ServiceContainer container = ServiceContainer.create();
        container.start();
        container.add(loggers("x").qualifier("x").build());
        Service<?> made = container.request(Logger.class, "x");
        assertEquals(new Logger("x"), made.instance());
        made.remove();
        assertEquals(1, container.statistics().services());
        assertThrows(MissingServiceException.class, () -> container.request(Logger.class));
        assertEquals(
                "nothing makes " + Logger.class.getName()
                        + " where qualifier=y per request; add a component of Scope.PER_REQUEST, or get the shared one",
                assertThrows(MissingServiceException.class, () -> container.request(Logger.class, "y"))
                        .getMessage());
    }

    /** One of so many that are made for each other: each asks for the next, and for one that asks for nothing. */
    private static Component<Logger> link(int number, int next) {
        ComponentBuilder<Logger> link = loggers("link").qualifier("link" + number);
        // First the leaf: its number lies between those of the links.
        link.parameter(Dependency.on(Object.class));
        return next < 0
                ? link.build()
                : link.parameter(Dependency.on(Logger.class).qualified("link" + next))
                        .build();
    }

    private static ServiceContainer links(int count, int afterLast, List<String> failures) {
        ServiceContainer container = ServiceContainer.builder()
                .failures((service, cause) -> failures.add(cause.getMessage()))
                .build();
        container.add(Component.of(Object.class, creation -> "leaf")
                .scope(Scope.PER_REQUEST)
                .build());
        for (int i = 0; i < count; i++) {
            container.add(link(i, i + 1 < count ? i + 1 : afterLast));
        }
        container.start();
        return container;
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64, 65, 66, 1_000, 10_000})
    void longChainsAreMade(int count) {
        List<String> failures = new ArrayList<>();
        ServiceContainer container = links(count, -1, failures);
        Service<?> first = container.request(Logger.class, "link0");
        assertEquals(State.ACTIVE, first.state());
        assertEquals(List.of(), failures);
        assertEquals(1 + count + 2L * count, container.statistics().services(), "factories, links and as many leaves");
        // With the looks for a circle, of each of the two wishes: the nearest 64, and eight steps more on average.
        long visited = container.statistics().edgesVisited();
        assertTrue(visited <= 150L * count, () -> visited + " looks");
        first.remove();
        assertEquals(1 + count, container.statistics().services());
    }

    /** However deep those are that ask for many: to look for circles is linear in what is made. */
    @ParameterizedTest
    @ValueSource(ints = {500, 512, 1_023, 1_024, 1_025})
    void manyAreMadeBelowALongChain(int depth) {
        int many = 2_000;
        ServiceContainer container = links(depth - 1, depth - 1, new ArrayList<>());
        ComponentBuilder<Logger> last = loggers("link").qualifier("link" + (depth - 1));
        for (int i = 0; i < many; i++) {
            last.parameter(Dependency.on(Object.class));
        }
        container.add(last.build());
        assertEquals(State.ACTIVE, container.request(Logger.class, "link0").state());
        long visited = container.statistics().edgesVisited();
        assertTrue(visited <= 150L * (many + depth), () -> visited + " looks");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 200, 1_000})
    void longCirclesAreNamed(int count) {
        List<String> failures = new ArrayList<>();
        ServiceContainer container = links(count, 0, failures);
        Service<?> first = container.request(Logger.class, "link0");
        // The one that closes the circle fails, which is the first itself if it asks for its own kind.
        assertEquals(count == 1 ? State.FAILED : State.WAITING, first.state());
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).startsWith("cyclic dependency: Logger -> Logger"), failures.get(0));
        // A path of so many and the first again.
        assertEquals(count, failures.get(0).split(" -> ", -1).length - 1);
        assertTrue(container.statistics().services() <= 1 + count + 2L * 2 * Math.max(count, 64) + 2);
    }

    /** However deep it begins. */
    @ParameterizedTest
    @ValueSource(ints = {2, 63, 64})
    void smallCirclesFailWhereTheyClose(int length) {
        int count = 5_000 + length;
        List<String> failures = new ArrayList<>();
        ServiceContainer container = links(count, 5_000, failures);
        container.request(Logger.class, "link0");
        assertEquals(1, failures.size());
        assertEquals(length, failures.get(0).split(" -> ", -1).length - 1);
        assertEquals(1 + count + 2L * (count + 1), container.statistics().services(), 2, "factories, links and leaves");
    }

    @Test
    void whatIsMadeForSomebodyLivesWithIt() {
        ServiceContainer container = ServiceContainer.create();
        Service<Vocabulary.Logger> factory = container.add(LOGGERS);
        container.start();
        Component<Listener> needsLogger = listener()
                .inject(Dependency.on(Vocabulary.Logger.class), Listener::added, Listener::removed)
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
        own = container.request(Vocabulary.Logger.class);
        assertEquals(State.ACTIVE, own.state());
        assertNull(own.asking());
        assertNotSame(own.instance(), container.request(Vocabulary.Logger.class).instance());
        own.remove();
        assertEquals(4, container.statistics().services());
    }

    @Test
    void aProductThatIsStoppedOrRemovedByHandIsMissed() {
        ServiceContainer container = ServiceContainer.create();
        container.add(LOGGERS);
        container.start();
        Service<Listener> one = container.add(listener()
                .inject(Dependency.on(Vocabulary.Logger.class), Listener::added, Listener::removed)
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
}
