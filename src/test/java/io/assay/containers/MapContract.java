package io.assay.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws of the maps, for one library. */
abstract class MapContract {
    private final Containers containers;

    MapContract(Containers containers) {
        this.containers = containers;
    }

    @ParameterizedTest
    @EnumSource
    void tellsAbsenceByNull(MapKind kind) {
        IntMap<String> map = kind.open(containers, 0);
        assertTrue(map.isEmpty());
        assertNull(map.get(5));
        assertNull(map.remove(5));
        assertFalse(map.containsKey(5));
        assertNull(map.put(5, "a"));
        assertEquals("a", map.put(5, "b"));
        assertTrue(map.containsKey(5));
        assertEquals("b", map.get(5));
        assertEquals("b", map.remove(5));
        assertEquals(0, map.size());
    }

    @ParameterizedTest
    @EnumSource
    void hasNoSpecialKeys(MapKind kind) {
        IntMap<String> map = kind.open(containers, 0);
        int[] keys = {0, -1, 1, Integer.MIN_VALUE, Integer.MAX_VALUE};
        for (int key : keys) {
            assertFalse(map.containsKey(key));
            map.put(key, "v" + key);
        }
        assertEquals(keys.length, map.size());
        for (int key : keys) {
            assertEquals("v" + key, map.get(key));
        }
        assertEquals(keys.length, Contents.of(map).size());
        assertTrue(map.removeEntriesIf((key, value) -> true));
        assertTrue(map.isEmpty());
    }

    @Test
    void hasNoSpecialLongKeys() {
        LongMap<String> map = containers.longMap(0);
        map.put(Long.MIN_VALUE, "least");
        map.put(Long.MAX_VALUE, "greatest");
        assertEquals("least", map.get(Long.MIN_VALUE));
        assertEquals("greatest", map.remove(Long.MAX_VALUE));
        assertFalse(map.containsKey(-1));
    }

    @ParameterizedTest
    @EnumSource
    void createsWhatIsMissingOnce(MapKind kind) {
        IntMap<String> map = kind.open(containers, 0);
        assertEquals("made 7", map.getOrCreate(7, key -> "made " + key));
        assertEquals("made 7", map.getOrCreate(7, key -> "made again"));
        assertEquals(Map.of(7, "made 7"), Contents.of(map));
    }

    @ParameterizedTest
    @EnumSource
    void createMayUseTheMap(MapKind kind) {
        IntMap<String> map = kind.open(containers, 0);
        String made = map.getOrCreate(1000, key -> {
            for (int i = 0; i < 100; i++) {
                map.put(i, "v");
            }
            return "late";
        });
        assertEquals("late", made);
        assertEquals("late", map.get(1000));
        assertEquals(101, map.size());
    }

    @ParameterizedTest
    @EnumSource
    void grows(MapKind kind) {
        IntMap<String> map = kind.open(containers, 3);
        for (int i = -1000; i < 1000; i++) {
            map.put(i, "v" + i);
        }
        assertEquals(2000, Contents.of(map).size());
        for (int i = -1000; i < 1000; i++) {
            assertEquals("v" + i, map.get(i));
        }
        map.clear();
        assertTrue(map.isEmpty());
        assertNull(map.get(0));
        assertTrue(Contents.of(map).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void removalDuringIterationTestsEachOnce(MapKind kind) {
        IntMap<String> map = kind.open(containers, 0);
        for (int i = 0; i < 500; i++) {
            map.put(i, "v" + i);
        }
        Set<Integer> tested = new HashSet<>();
        boolean removed = map.removeEntriesIf((key, value) -> {
            assertEquals("v" + key, value);
            assertTrue(tested.add(key), () -> "tested twice: " + key);
            return key % 3 != 0;
        });
        assertTrue(removed);
        assertEquals(500, tested.size());
        assertEquals(167, map.size());
        map.forEachEntry((key, value) -> assertEquals(0, key % 3));
        assertFalse(map.removeEntriesIf((key, value) -> key % 3 != 0));
    }

    @ParameterizedTest
    @EnumSource
    void refusesNullValues(MapKind kind) {
        IntMap<String> map = kind.open(containers, 0);
        assertThrows(NullPointerException.class, () -> map.put(1, null));
        assertThrows(NullPointerException.class, () -> map.getOrCreate(1, key -> null));
        assertTrue(map.isEmpty());
    }

    @Test
    void refusesNullKeys() {
        ObjectMap<String, String> map = containers.objectMap(0);
        assertThrows(NullPointerException.class, () -> map.put(null, "a"));
        assertThrows(NullPointerException.class, () -> map.get(null));
        assertThrows(NullPointerException.class, () -> map.containsKey(null));
        assertThrows(NullPointerException.class, () -> map.remove(null));
        assertThrows(NullPointerException.class, () -> map.getOrCreate(null, key -> "a"));
        assertTrue(map.isEmpty());
    }
}
