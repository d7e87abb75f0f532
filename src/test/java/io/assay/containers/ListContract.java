package io.assay.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws of the lists, for one library. */
abstract class ListContract {
    private final Containers containers;

    ListContract(Containers containers) {
        this.containers = containers;
    }

    @ParameterizedTest
    @EnumSource
    void keepsOrder(ListKind kind) {
        IntList list = kind.open(containers, 0);
        assertTrue(list.isEmpty());
        for (int element : new int[] {3, 0, -1, Integer.MIN_VALUE, 3}) {
            assertTrue(list.addInt(element));
        }
        assertEquals(List.of(3, 0, -1, Integer.MIN_VALUE, 3), Contents.of(list));
        assertEquals(Integer.MIN_VALUE, list.getInt(3));
        assertEquals(0, list.setInt(1, 9));
        assertEquals(-1, list.removeAt(2));
        assertEquals(List.of(3, 9, Integer.MIN_VALUE, 3), Contents.of(list));
        assertTrue(list.removeIfInt(element -> element == 3));
        assertFalse(list.removeIfInt(element -> element == 3));
        assertEquals(List.of(9, Integer.MIN_VALUE), Contents.of(list));
        list.clear();
        assertEquals(0, list.size());
    }

    @ParameterizedTest
    @EnumSource
    void checksIndexes(ListKind kind) {
        IntList list = kind.open(containers, 16);
        list.addInt(1);
        list.addInt(2);
        list.removeAt(1);
        for (int index : new int[] {-1, 1, 15, 16, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThrows(IndexOutOfBoundsException.class, () -> list.getInt(index), () -> "get " + index);
            assertThrows(IndexOutOfBoundsException.class, () -> list.setInt(index, 5), () -> "set " + index);
            assertThrows(IndexOutOfBoundsException.class, () -> list.removeAt(index), () -> "removeAt " + index);
        }
        assertEquals(List.of(1), Contents.of(list));
    }

    @ParameterizedTest
    @EnumSource
    void mayChangeWhileWalkedByIndex(ListKind kind) {
        IntList list = kind.open(containers, 0);
        list.addInt(1);
        for (int i = 0; i < list.size() && i < 100; i++) {
            list.addInt(list.getInt(i) + 1);
        }
        assertEquals(101, list.size());
        assertEquals(101, list.getInt(100));
    }

    @Test
    void removesTheFirstEqual() {
        ObjectList<Ids.Key> list = containers.objectList(0);
        list.add(new Ids.Key(1));
        Ids.Key second = new Ids.Key(1);
        list.add(second);
        assertTrue(list.remove(new Ids.Key(1)));
        assertFalse(list.remove(new Ids.Key(2)));
        assertEquals(1, list.size());
        assertTrue(list.get(0) == second);
    }

    @Test
    void refusesNull() {
        ObjectList<String> list = containers.objectList(0);
        list.add("a");
        assertThrows(NullPointerException.class, () -> list.add(null));
        assertThrows(NullPointerException.class, () -> list.set(0, null));
        assertThrows(NullPointerException.class, () -> list.remove(null));
        assertEquals("a", list.get(0));
        assertEquals(1, list.size());
    }
}
