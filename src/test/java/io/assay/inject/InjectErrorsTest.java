package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.inject.Service.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each error that a caller is told, with its message. */
class InjectErrorsTest {
    interface A {}

    interface B {}

    interface C {}

    static final String PACKAGE = InjectErrorsTest.class.getName() + "$";
    private final List<Throwable> reported = new ArrayList<>();

    static <T> ComponentBuilder<T> of(Class<T> type, Class<?>... required) {
        ComponentBuilder<T> builder = Component.of(type, creation -> proxy(type));
        for (Class<?> one : required) {
            builder.parameter(Dependency.on(one));
        }
        return builder;
    }

    private static <T> T proxy(Class<T> type) {
        return type.cast(java.lang.reflect.Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> null));
    }

    private static String message(Class<? extends Exception> type, Runnable action) {
        return assertThrows(type, action::run).getMessage();
    }

    @Test
    void missing() {
        ContainerBuilder builder =
                ServiceContainer.builder().add(of(A.class, B.class).build());
        assertEquals(
                "A#1 requires " + PACKAGE + "B, which nobody offers; add a component that does, or make the dependency"
                        + " optional",
                message(MissingServiceException.class, builder::build));
        ContainerBuilder named = ServiceContainer.builder()
                .add(of(B.class).build())
                .add(of(A.class)
                        .inject(Dependency.on(B.class).qualified("x"), (a, b) -> {})
                        .build());
        assertTrue(message(MissingServiceException.class, named::build)
                .startsWith("A#2 requires " + PACKAGE + "B where qualifier=x, which nobody offers"));
        ServiceContainer container = ServiceContainer.create();
        assertEquals(
                "nobody offers " + PACKAGE + "A; add a component that does",
                message(MissingServiceException.class, () -> container.get(A.class)));
        assertEquals(
                "nothing makes " + PACKAGE
                        + "A per request; add a component of Scope.PER_REQUEST, or get the shared one",
                message(MissingServiceException.class, () -> container.request(A.class)));
        container.add(of(A.class).scope(Scope.PER_REQUEST).build());
        assertEquals(
                "nobody offers " + PACKAGE + "A but per request; use request, and remove what it gives",
                message(MissingServiceException.class, () -> container.get(A.class)));
        assertEquals(
                "A#1 STOPPED, and makes nothing; start the container first",
                message(ServiceUnavailableException.class, () -> container.request(A.class)));
    }

    @Test
    void ambiguous() {
        Component<A> a = of(A.class).build();
        ContainerBuilder builder =
                ServiceContainer.builder().add(of(B.class, A.class).build());
        for (int i = 0; i < 4; i++) {
            builder.add(a);
        }
        assertEquals(
                "B#1 asks for one " + PACKAGE
                        + "A, and 4 offer it: A#2, A#3, A#4, ...; ask by qualifier or property, or" + " for all",
                message(AmbiguousServiceException.class, builder::build));
        ServiceContainer container = ServiceContainer.create();
        container.add(a);
        container.add(a);
        container.start();
        assertEquals(
                "several active services offer " + PACKAGE + "A; get it by qualifier, or all of them",
                message(AmbiguousServiceException.class, () -> container.get(A.class)));
        container.add(of(B.class)
                .inject(Dependency.on(A.class).optional(), (x, y) -> {})
                .build());
        container.add(of(A.class).scope(Scope.PER_REQUEST).build());
        assertEquals(
                "B#3 asks for one " + PACKAGE + "A, and 3 offer it: A#4, A#1, A#2; ask by qualifier or property, or for"
                        + " all",
                message(AmbiguousServiceException.class, container::verify));
    }

    @Test
    void cyclic() {
        ContainerBuilder builder = ServiceContainer.builder()
                .add(of(Object.class, A.class).build())
                .add(of(A.class, B.class).build())
                .add(of(B.class, C.class).build())
                .add(of(C.class, A.class).build());
        CyclicDependencyException cyclic = assertThrows(CyclicDependencyException.class, builder::build);
        assertEquals(List.of("A#2", "B#3", "C#4", "A#2"), cyclic.path());
        assertEquals(
                "cyclic dependency: A#2 -> B#3 -> C#4 -> A#2; make one of them optional with a callback"
                        + " (ComponentBuilder.inject)",
                cyclic.getMessage());
    }

    @Test
    void cyclicThroughListsAndFactories() {
        ContainerBuilder list = ServiceContainer.builder()
                .add(of(A.class).parameter(Dependency.on(B.class).all()).build())
                .add(of(B.class).build())
                .add(of(B.class, C.class).build())
                .add(of(C.class, A.class).build());
        assertEquals(
                List.of("A#1", "B#3", "C#4", "A#1"),
                assertThrows(CyclicDependencyException.class, list::build).path());
        // The list is walked for who asks for it from outside before it closes the circle.
        ContainerBuilder shared = ServiceContainer.builder()
                .add(of(Object.class).parameter(Dependency.on(B.class).all()).build())
                .add(of(B.class, C.class).build())
                .add(of(C.class).parameter(Dependency.on(B.class).all()).build());
        assertEquals(
                List.of("B#2", "C#3", "B#2"),
                assertThrows(CyclicDependencyException.class, shared::build).path());
        ContainerBuilder own = ServiceContainer.builder()
                .add(of(A.class).parameter(Dependency.on(A.class).all()).build())
                .add(of(A.class).parameter(Dependency.on(A.class).all()).build());
        assertEquals(
                List.of("A#1", "A#2", "A#1"),
                assertThrows(CyclicDependencyException.class, own::build).path());
        ContainerBuilder factory = ServiceContainer.builder()
                .add(of(A.class, B.class).scope(Scope.PER_REQUEST).build())
                .add(of(B.class, A.class).scope(Scope.PER_REQUEST).build());
        assertEquals(
                List.of("A#1", "B#2", "A#1"),
                assertThrows(CyclicDependencyException.class, factory::build).path());
    }

    @Test
    void aCircleWithAnOptionalCallbackIsNone() {
        ServiceContainer container = ServiceContainer.builder()
                .add(of(A.class, B.class).build())
                .add(of(B.class)
                        .inject(Dependency.on(A.class).optional(), (b, a) -> {})
                        .build())
                .build();
        container.start();
        assertEquals(2, container.statistics().active());
        container.stop();
        assertEquals(0, container.statistics().active());
    }

    @Test
    void factoriesThatAskForEachOtherAtRunTime() {
        ServiceContainer container = ServiceContainer.builder()
                .failures((s, cause) -> reported.add(cause))
                .build();
        container.add(of(A.class, B.class).scope(Scope.PER_REQUEST).build());
        container.add(of(B.class, A.class).scope(Scope.PER_REQUEST).build());
        container.start();
        Service<?> asked = container.request(A.class);
        assertEquals(State.WAITING, asked.state());
        assertEquals(
                List.of("A", "B", "A"),
                assertInstanceOf(CyclicDependencyException.class, reported.get(0))
                        .path());
        assertEquals(1, reported.size());
        asked.remove();
        assertEquals(2, container.statistics().services());
    }

    @Test
    void duplicate() {
        Component<A> a = of(A.class).qualifier("x").build();
        ServiceContainer container = ServiceContainer.create();
        Service<A> first = container.add(a);
        assertEquals(
                "A#2 offers " + PACKAGE
                        + "A where qualifier=x, as A#1 does; give it another qualifier, or remove that one" + " first",
                message(DuplicateServiceException.class, () -> container.add(a)));
        container.add(a, Map.of(Service.QUALIFIER, "y"));
        first.remove();
        container.add(a);
        Component<B> factory = of(B.class).scope(Scope.PER_REQUEST).build();
        container.add(factory);
        assertEquals(
                "B#5 offers " + PACKAGE
                        + "B per request, as B#4 does; give it another qualifier, or remove that one first",
                message(DuplicateServiceException.class, () -> container.add(factory)));
        ContainerBuilder builder = ServiceContainer.builder().add(a).add(a);
        assertThrows(DuplicateServiceException.class, builder::build);
    }

    @Test
    void unavailable() {
        ServiceContainer container = ServiceContainer.create();
        Service<A> a = container.add(of(A.class, B.class).build());
        assertEquals(
                "A#1 STOPPED, so there is no " + PACKAGE + "A at this time",
                message(ServiceUnavailableException.class, () -> container.get(A.class)));
        container.start();
        assertEquals("A#1 is WAITING and has no instance", message(ServiceUnavailableException.class, a::instance));
        Service<C> factory = container.add(of(C.class).scope(Scope.PER_REQUEST).build());
        assertEquals(
                "C#2 is ACTIVE and has no instance: it makes them for those who ask",
                message(ServiceUnavailableException.class, factory::instance));
    }

    record Primitive(int size) {}

    record Raw(@SuppressWarnings("rawtypes") List parts) {}

    static final class Two {
        Two() {}

        Two(A a) {}
    }

    @Test
    void unusableComponents() {
        assertEquals(
                PACKAGE + "A has no instances of its own; name a class that implements it",
                message(ComponentException.class, () -> Component.of(A.class)));
        assertEquals(
                PACKAGE + "Two has 2 constructors; say which by a creator: Component.of(type, creation -> new ...)",
                message(ComponentException.class, () -> Component.of(Two.class)));
        assertTrue(message(ComponentException.class, () -> Component.of(Primitive.class))
                .contains("is no service; use a creator, and properties for values"));
        assertTrue(message(ComponentException.class, () -> Component.of(Raw.class))
                .contains("does not say of which type; write List<Type> or Optional<Type>"));
        assertEquals(
                "Object offers java.lang.Object twice; say it once",
                message(
                        ComponentException.class,
                        () -> Component.of(Object.class, c -> "").as(Object.class, Object.class)));
        assertEquals(
                "Object offers nothing; say as what, or leave it at its class",
                message(
                        ComponentException.class,
                        () -> Component.of(Object.class, c -> "").as()));
        record Good() {}
        assertTrue(
                message(ComponentException.class, () -> Component.of(Good.class).parameter(Dependency.on(A.class)))
                        .startsWith("Good is made by its constructor, which has no further parameter"));
        assertTrue(message(ComponentException.class, () -> Component.of(String.class))
                .contains("constructors"));
    }
}
