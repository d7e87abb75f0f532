package io.assay.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainersTest {
    @Test
    void namesAreThoseOfTheProfiles() {
        assertSame(Containers.JDK, Containers.named(null));
        assertSame(Containers.JDK, Containers.named("jdk"));
        assertSame(Containers.FASTUTIL, Containers.named("fastutil"));
        assertSame(Containers.AGRONA, Containers.named("agrona"));
        assertSame(Containers.named(System.getProperty("assay.containers")), Containers.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "JDK", "absl", " jdk"})
    void anUnknownNameSaysWhatWhereAndTheMend(String name) {
        var refused = assertThrows(IllegalArgumentException.class, () -> Containers.named(name));
        assertEquals(
                "-Dassay.containers=" + name
                        + ": no containers of this name; use jdk, fastutil or agrona, or leave it out for jdk",
                refused.getMessage());
    }

    /** The table in the Javadoc of {@link Containers}: a stand-in must not appear or vanish unseen. */
    @Test
    void theTableOfStandInsIsTrue() {
        assertEquals(
                List.of(
                        "HashMap HashMap HashMap",
                        "HashSet HashSet HashSet",
                        "ArrayList ArrayList ArrayList",
                        "ArrayDeque PriorityQueue"),
                behind(Containers.JDK));
        assertEquals(
                List.of(
                        "Object2ObjectOpenHashMap Int2ObjectOpenHashMap Long2ObjectOpenHashMap",
                        "ObjectOpenHashSet IntOpenHashSet LongOpenHashSet",
                        "ObjectArrayList IntArrayList LongArrayList",
                        "ObjectArrayFIFOQueue ObjectHeapPriorityQueue"),
                behind(Containers.FASTUTIL));
        assertEquals(
                List.of(
                        "Object2ObjectHashMap Int2ObjectHashMap Long2ObjectHashMap",
                        "ObjectHashSet IntHashSet LongHashSet",
                        "ArrayList IntArrayList LongArrayList",
                        "ArrayDeque PriorityQueue"),
                behind(Containers.AGRONA));
    }

    private static List<String> behind(Containers containers) {
        return List.of(
                names(containers.objectMap(1), containers.intMap(1), containers.longMap(1)),
                names(containers.objectSet(1), containers.intSet(1), containers.longSet(1)),
                names(containers.objectList(1), containers.intList(1), containers.longList(1)),
                names(containers.fifoQueue(1), containers.priorityQueue(1, (a, b) -> 0)));
    }

    private static String names(Container... containers) {
        return String.join(
                " ",
                Stream.of(containers)
                        .map(container -> container.getClass().getSuperclass().getSimpleName())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void refusesImpossibleSizes(Containers containers) {
        List<IntFunction<Container>> methods = List.of(
                containers::objectMap,
                containers::intMap,
                containers::longMap,
                containers::objectSet,
                containers::intSet,
                containers::longSet,
                containers::objectList,
                containers::intList,
                containers::longList,
                containers::fifoQueue,
                expected -> containers.priorityQueue(expected, (a, b) -> 0));
        for (IntFunction<Container> method : methods) {
            for (int expected : new int[] {-1, Integer.MIN_VALUE, (1 << 29) + 1, Integer.MAX_VALUE}) {
                var refused = assertThrows(IllegalArgumentException.class, () -> method.apply(expected));
                assertTrue(refused.getMessage().startsWith("expected = " + expected + ":"), refused::getMessage);
            }
        }
    }
}
