package io.assay.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the container benchmarks does what it says, and every library answers as java.util does. */
class ContainerBenchmarksTest {
    private static final int N = 48;

    static List<Object[]> keyed() {
        List<Object[]> cells = new ArrayList<>();
        for (ContainerImplementation implementation : ContainerImplementation.values()) {
            for (KeyKind keys : KeyKind.values()) {
                cells.add(new Object[] {implementation, keys});
            }
        }
        return cells;
    }

    @ParameterizedTest
    @MethodSource("keyed")
    void mapsAnswerAsTheJdksDo(ContainerImplementation implementation, KeyKind keys) {
        Random random = new Random(7);
        MapSubject<?> map = MapSubject.of(keys, implementation.factory(), 2 * N);
        Map<Integer, Integer> reference = new HashMap<>();
        for (int step = 0; step < 4_000; step++) {
            int key = random.nextInt(2 * N);
            switch (random.nextInt(4)) {
                case 0, 1 -> assertEquals(reference.put(key, key), map.put(key));
                case 2 -> assertEquals(reference.remove(key), map.remove(key));
                default -> assertEquals(reference.get(key), map.get(key));
            }
            assertEquals(reference.size(), map.size());
        }
        assertEquals(reference.values().stream().mapToLong(v -> v).sum(), map.sum());
        map.empty();
        assertEquals(0, map.size());
        assertEquals(0, map.sum());
    }

    @ParameterizedTest
    @MethodSource("keyed")
    void setsAnswerAsTheJdksDo(ContainerImplementation implementation, KeyKind keys) {
        Random random = new Random(8);
        SetSubject<?> set = SetSubject.of(keys, implementation.factory(), 2 * N);
        Set<Integer> reference = new HashSet<>();
        for (int step = 0; step < 4_000; step++) {
            int element = random.nextInt(2 * N);
            switch (random.nextInt(3)) {
                case 0 -> assertEquals(reference.add(element), set.add(element));
                case 1 -> assertEquals(reference.remove(element), set.remove(element));
                default -> assertEquals(reference.contains(element), set.contains(element));
            }
            assertEquals(reference.size(), set.size());
        }
        assertEquals(reference.stream().mapToLong(set::sum).sum(), set.sum());
    }

    @ParameterizedTest
    @MethodSource("keyed")
    void everyOperationOfMapsAndSetsHoldsForManyTurns(ContainerImplementation implementation, KeyKind keys) {
        MapBenchmark maps = maps(implementation, keys);
        SetBenchmark sets = new SetBenchmark();
        sets.implementation = implementation;
        sets.workload = keys;
        sets.n = N;
        sets.build();
        Elements counters = new Elements();
        for (int i = 0; i < 5 * N; i++) {
            maps.getHit();
            maps.getMiss();
            sets.containsHit();
            sets.containsMiss();
        }
        MapBenchmark.Held held = new MapBenchmark.Held();
        WeighedElements weight = new WeighedElements();
        held.perEntry = 11;
        maps.iterate(weight, held);
        assertEquals(N, weight.items);
        assertEquals(11, weight.bytesPerEntry);
        SetBenchmark.Held heldSet = new SetBenchmark.Held();
        heldSet.perEntry = 7;
        sets.iterate(weight, heldSet);
        assertEquals(2 * N, weight.items);
        assertEquals(18, weight.bytesPerEntry);
        for (int i = 0; i < 5 * N; i++) {
            maps.removeChurn();
            sets.removeChurn();
        }
        maps.put(counters);
        sets.add(new Elements());
        assertEquals(N, counters.items);
        maps.getHit();
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationOfListsAndQueuesHoldsForManyTurns(ContainerImplementation implementation) {
        for (ElementKind elements : ElementKind.values()) {
            ListBenchmark lists = new ListBenchmark();
            lists.implementation = implementation;
            lists.workload = elements;
            lists.n = N;
            if (!applies(implementation, elements.name())) {
                continue;
            }
            lists.build();
            for (int i = 0; i < 3 * N; i++) {
                lists.get();
                lists.removeChurn();
            }
            lists.add(new Elements());
            WeighedElements weight = new WeighedElements();
            ListBenchmark.Held held = new ListBenchmark.Held();
            held.perEntry = 5;
            lists.iterate(weight, held);
            assertEquals(N, weight.items);
            assertEquals(5, weight.bytesPerEntry);
        }
        for (QueueBenchmark.Kind kind : QueueBenchmark.Kind.values()) {
            QueueBenchmark queues = new QueueBenchmark();
            queues.implementation = implementation;
            queues.workload = kind;
            queues.n = N;
            if (!applies(implementation, kind.name())) {
                if (!implementation.name().startsWith("ASSAY")) {
                    assertThrows(UnsupportedOperationException.class, queues::build);
                }
                continue;
            }
            queues.build();
            WeighedElements weight = new WeighedElements();
            QueueBenchmark.Held held = new QueueBenchmark.Held();
            held.perEntry = 3;
            queues.fillAndDrain(weight, held);
            assertEquals(N, weight.items);
            assertEquals(3, weight.bytesPerEntry);
            // Far enough for priorities to overflow, where there are any: each turn adds some 2^21, shared by all
            // elements.
            for (int i = 0; i < 2_000 * N; i++) queues.removeChurn();
        }
    }

    private static boolean applies(ContainerImplementation implementation, String workload) {
        return new ContainerCells()
                        .reasonNotToRun(Map.of("implementation", implementation.name(), "workload", workload))
                == null;
    }

    @Test
    void aMapThatLosesAKeyIsNoticed() {
        MapBenchmark maps = maps(ContainerImplementation.ASSAY_JDK, KeyKind.INT);
        maps.removeChurn();
        maps.removeChurn();
        assertThrows(IllegalStateException.class, () -> {
            for (int i = 0; i < 2 * N; i++) maps.getHit();
        });
        assertThrows(IllegalStateException.class, () -> {
            for (int i = 0; i < 2 * N; i++) maps.getMiss();
        });
        assertThrows(IllegalStateException.class, () -> maps.iterate(new WeighedElements(), new MapBenchmark.Held()));
    }

    @Test
    void anEntryIsWeighed() {
        MapBenchmark maps = maps(ContainerImplementation.ASSAY_FASTUTIL, KeyKind.INT);
        MapBenchmark.Held held = new MapBenchmark.Held();
        held.weigh(maps);
        // An int and a reference a slot: 8 bytes over the load, which lies between a third and two thirds.
        assertTrue(held.perEntry >= 8 && held.perEntry <= 40, () -> held.perEntry + " bytes");
        assertNotNull(maps.workload);
    }

    @Test
    void anElementIsWeighedAndTheContainerLeftFilled() {
        SetBenchmark sets = new SetBenchmark();
        sets.implementation = ContainerImplementation.ASSAY_FASTUTIL;
        sets.workload = KeyKind.LONG;
        sets.n = N;
        sets.build();
        SetBenchmark.Held set = new SetBenchmark.Held();
        set.weigh(sets);
        // Eight bytes a slot, between a third and two thirds of which are full.
        assertTrue(set.perEntry >= 8 && set.perEntry <= 40, () -> set.perEntry + " bytes");
        sets.containsHit();

        ListBenchmark lists = new ListBenchmark();
        lists.implementation = ContainerImplementation.ASSAY_FASTUTIL;
        lists.workload = ElementKind.INT_LIST;
        lists.n = N;
        lists.build();
        ListBenchmark.Held list = new ListBenchmark.Held();
        list.weigh(lists);
        // Four bytes an element, in an array that has room for half as many again.
        assertTrue(list.perEntry >= 4 && list.perEntry <= 10, () -> list.perEntry + " bytes");
        lists.get();

        QueueBenchmark queues = new QueueBenchmark();
        queues.implementation = ContainerImplementation.ASSAY_JDK;
        queues.workload = QueueBenchmark.Kind.FIFO;
        queues.n = N;
        queues.build();
        QueueBenchmark.Held queue = new QueueBenchmark.Held();
        queue.weigh(queues);
        // A reference an element, four or eight bytes, in an array of twice as many at the most.
        assertTrue(queue.perEntry >= 4 && queue.perEntry <= 20, () -> queue.perEntry + " bytes");
        queues.removeChurn();
    }

    @Test
    void lookupsMeetEveryKeyAlikeOften() {
        int[] lookups = ContainerKeys.lookups(100);
        long[] times = new long[100];
        for (int key : lookups) times[key]++;
        assertTrue(lookups.length >= 4_000);
        assertEquals(1, Arrays.stream(times).distinct().count());
    }

    private static MapBenchmark maps(ContainerImplementation implementation, KeyKind keys) {
        MapBenchmark maps = new MapBenchmark();
        maps.implementation = implementation;
        maps.workload = keys;
        maps.n = N;
        maps.build();
        return maps;
    }
}
