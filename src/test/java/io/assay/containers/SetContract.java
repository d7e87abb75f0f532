package io.assay.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws of the sets, for one library. */
abstract class SetContract {
    private final Containers containers;

    SetContract(Containers containers) {
        this.containers = containers;
    }

    @ParameterizedTest
    @EnumSource
    void holdsEachOnce(SetKind kind) {
        IntSet set = kind.open(containers, 0);
        assertTrue(set.isEmpty());
        assertFalse(set.remove(5));
        assertTrue(set.add(5));
        assertFalse(set.add(5));
        assertTrue(set.contains(5));
        assertEquals(1, set.size());
        assertTrue(set.remove(5));
        assertFalse(set.contains(5));
        assertTrue(set.isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void hasNoSpecialElements(SetKind kind) {
        IntSet set = kind.open(containers, 0);
        Set<Integer> elements = Set.of(0, -1, 1, Integer.MIN_VALUE, Integer.MAX_VALUE);
        for (int element : elements) {
            assertFalse(set.contains(element));
            assertTrue(set.add(element));
        }
        assertEquals(elements, Contents.of(set));
        assertTrue(set.removeIfInt(element -> element <= 0));
        assertEquals(Set.of(1, Integer.MAX_VALUE), Contents.of(set));
        set.clear();
        assertFalse(set.contains(-1));
        assertEquals(0, set.size());
    }

    @ParameterizedTest
    @EnumSource
    void removalDuringIterationTestsEachOnce(SetKind kind) {
        IntSet set = kind.open(containers, 3);
        for (int i = -250; i < 250; i++) {
            set.add(i);
        }
        Set<Integer> tested = new HashSet<>();
        boolean removed = set.removeIfInt(element -> {
            assertTrue(tested.add(element), () -> "tested twice: " + element);
            return element % 2 != 0;
        });
        assertTrue(removed);
        assertEquals(500, tested.size());
        assertEquals(250, Contents.of(set).size());
        assertFalse(set.removeIfInt(element -> element % 2 != 0));
    }

    @Test
    void refusesNull() {
        ObjectSet<String> set = containers.objectSet(0);
        assertThrows(NullPointerException.class, () -> set.add(null));
        assertThrows(NullPointerException.class, () -> set.contains(null));
        assertThrows(NullPointerException.class, () -> set.remove(null));
        assertTrue(set.isEmpty());
    }
}
