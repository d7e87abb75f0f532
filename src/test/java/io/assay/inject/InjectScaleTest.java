package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Large graphs neither overflow the stack nor cost more than their edges; and what came and went leaves nothing. */
class InjectScaleTest {
    private static final int MANY = 100_000;
    private static final int CYCLES = Integer.getInteger("inject.cycles", 100_000);
    private static final BiConsumer<Object, Object> IGNORED = (instance, dependency) -> {};

    /** Which service requires which. */
    enum Shape {
        /** Each the one before. */
        CHAIN,
        /** All the first. */
        STAR,
        /** The first all others. */
        HUB,
        /** The one at half the number. */
        TREE;

        /** The number of what service i requires; -1 for nothing. */
        int below(int i) {
            return switch (this) {
                case CHAIN -> i - 1;
                case STAR -> i == 0 ? -1 : 0;
                case HUB -> -1;
                case TREE -> i == 0 ? -1 : (i - 1) / 2;
            };
        }
    }

    private static ServiceContainer container(Shape shape, int size) {
        ContainerBuilder builder = ServiceContainer.builder();
        // The last first, so that none finds what it needs.
        for (int i = size - 1; i >= 0; i--) {
            ComponentBuilder<Integer> component =
                    Component.instance(Integer.class, i).property("number", i);
            int below = shape.below(i);
            if (below >= 0) {
                component.inject(Dependency.on(Integer.class).where("number", below), IGNORED);
            }
            if (shape == Shape.HUB && i == 0) {
                for (int k = 1; k < size; k++) {
                    component.parameter(Dependency.on(Integer.class).where("number", k));
                }
            }
            builder.add(component.build());
        }
        return builder.build();
    }

    /** Edges visited to verify, start, restart the first one, and stop. */
    private static long edgesVisited(Shape shape, int size) {
        ServiceContainer container = container(shape, size);
        container.start();
        assertEquals(size, container.statistics().active());
        Service<?> first = container.services().stream()
                .filter(service -> service.properties().get("number").equals(0))
                .findFirst()
                .orElseThrow();
        first.stop();
        first.start();
        assertEquals(size, container.statistics().active());
        container.stop();
        assertEquals(0, container.statistics().active());
        return container.statistics().edgesVisited();
    }

    @ParameterizedTest
    @EnumSource
    void workIsLinearInTheEdges(Shape shape) {
        long small = edgesVisited(shape, 100);
        long large = edgesVisited(shape, 1_000);
        // A line through both: the next size lies on it, exactly.
        double slope = (large - small) / 900.0;
        assertEquals(small + slope * 9_900, edgesVisited(shape, 10_000), 1);
        assertTrue(slope <= 14, () -> shape + ": " + slope + " visits an edge");
    }

    @ParameterizedTest
    @EnumSource(names = {"CHAIN", "STAR"})
    void aHundredThousandServicesNeedNoStack(Shape shape) {
        assertTrue(edgesVisited(shape, MANY) < 15L * MANY);
    }

    @Test
    void addingTouchesOnlyWhoAsked() {
        ServiceContainer container = container(Shape.STAR, 10_000);
        container.start();
        long before = container.statistics().edgesVisited();
        Service<?> added = container.add(Component.instance(Integer.class, 1)
                .inject(Dependency.on(Integer.class).where("number", 7), IGNORED)
                .build());
        added.remove();
        assertTrue(container.statistics().edgesVisited() - before <= 6);
    }

    @Test
    void cyclesOfStartAndStopLeaveNothing() {
        ServiceContainer container = ServiceContainer.create();
        Component<Object> loggers = Component.of(Object.class, creation -> new Object())
                .scope(Scope.PER_REQUEST)
                .build();
        container.add(loggers);
        Service<Integer> a =
                container.add(Component.of(Integer.class, creation -> 1).build());
        int[] left = {CYCLES};
        Service<String> b = container.add(Component.of(String.class, creation -> "b")
                .inject(Dependency.on(Integer.class), IGNORED)
                .inject(Dependency.on(Object.class), IGNORED)
                .onStart(it -> {
                    if (left[0]-- > 0) {
                        a.stop();
                    }
                    return Lifecycle.DONE;
                })
                .onStop(it -> {
                    a.start();
                    return Lifecycle.DONE;
                })
                .build());
        container.start();
        Statistics after = container.statistics();
        assertEquals(Service.State.ACTIVE, b.state());
        assertEquals(2L * CYCLES, after.stops());
        assertEquals(4, after.services());
        assertEquals(2, after.edges());
        assertTrue(after.edgesVisited() <= 4L * CYCLES + 10);
    }

    @Test
    void whatComesAndGoesLeavesNothing() {
        ServiceContainer container = ServiceContainer.create();
        container.start();
        container.add(Component.of(Object.class, creation -> new Object())
                .scope(Scope.PER_REQUEST)
                .build());
        container.add(Component.of(String.class, creation -> "all")
                .inject(Dependency.on(Integer.class).all(), IGNORED)
                .build());
        long slots = 0;
        for (int i = 0; i < CYCLES / 5; i++) {
            // A component and a value of its own each time.
            Service<Integer> asked = container.add(Component.instance(Integer.class, i)
                    .property("number", i)
                    .inject(Dependency.on(Object.class), IGNORED)
                    .build());
            Service<Long> asking = container.add(Component.of(Long.class, creation -> 1L)
                    .inject(Dependency.on(Integer.class).where("number", i), IGNORED)
                    .build());
            assertEquals(Service.State.ACTIVE, asking.state());
            asked.remove();
            asking.remove();
            container
                    .add(Component.of(Long.class, creation -> 1L)
                            .scope(Scope.PER_REQUEST)
                            .build())
                    .remove();
            if (i == 10) {
                slots = container.core.held();
            }
        }
        assertEquals(2, container.statistics().services());
        assertEquals(1, container.statistics().edges());
        assertEquals(slots, container.core.held());
    }

    @Test
    void questionsAndTypesThatAreGoneAreForgotten() {
        ServiceContainer container = ServiceContainer.create();
        container.start();
        Service<Integer> kept = container.add(
                Component.instance(Integer.class, 1).qualifier("a").build());
        long held = container.core.held();
        for (int i = 0; i < 10; i++) {
            String unknown = "unknown " + i;
            assertThrows(MissingServiceException.class, () -> container.get(Integer.class, unknown));
        }
        Component<String> both = Component.instance(String.class, "")
                .as(Comparable.class, CharSequence.class)
                .qualifier("b")
                .inject(Dependency.on(Long.class).qualified("c"), IGNORED)
                .build();
        Service<String> first = container.add(both);
        assertThrows(
                DuplicateServiceException.class,
                () -> container.add(Component.instance(String.class, "")
                        .as(Object.class, CharSequence.class)
                        .qualifier("b")
                        .build()));
        first.remove();
        assertEquals(held, container.core.held());
        assertEquals(1, container.get(Integer.class, "a"));
        kept.remove();
        assertEquals(0, container.core.held());
    }

    @Test
    void manyPropertiesAreIndexedOnce() {
        ServiceContainer container = ServiceContainer.create();
        container.start();
        for (int i = 0; i < 1_000; i++) {
            container.add(Component.instance(Integer.class, i).build(), Map.of("number", i));
        }
        long before = container.statistics().edgesVisited();
        for (int i = 0; i < 1_000; i++) {
            container.add(Component.instance(String.class, "")
                    .inject(Dependency.on(Integer.class).where("number", i), IGNORED)
                    .build());
        }
        assertEquals(1_001 + 1_000, container.statistics().active() + 1);
        assertEquals(2_000 + 1_000, container.statistics().edgesVisited() - before);
    }
}
