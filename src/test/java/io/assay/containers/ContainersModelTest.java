package io.assay.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Random sequences of operations leave every container as they leave the plain java.util one, answer for answer. */
class ContainersModelTest {
    /** What a step does; adding is the more frequent, so that tables grow. */
    enum Action {
        ADD,
        ADD_MORE,
        REMOVE,
        LOOK,
        REMOVE_SOME,
        CLEAR
    }

    record Step(Action action, int id) {
        boolean selects(int other) {
            return Math.floorMod(other, 5) == Math.floorMod(id, 5);
        }

        String value() {
            return action + "-" + id;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Action> actions = Arbitraries.frequency(
                Tuple.of(10, Action.ADD),
                Tuple.of(10, Action.ADD_MORE),
                Tuple.of(10, Action.REMOVE),
                Tuple.of(6, Action.LOOK),
                Tuple.of(2, Action.REMOVE_SOME),
                Tuple.of(1, Action.CLEAR));
        Arbitrary<Integer> ids = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(-30, 30)),
                Tuple.of(1, Arbitraries.of(Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE)),
                Tuple.of(1, Arbitraries.integers()));
        return Combinators.combine(actions, ids)
                .as(Step::new)
                .list()
                .ofMaxSize(200)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
    void mapsAgree(
            @ForAll Containers containers,
            @ForAll MapKind kind,
            @ForAll @IntRange(max = 40) int expected,
            @ForAll("steps") List<Step> steps) {
        IntMap<String> map = kind.open(containers, expected);
        Map<Integer, String> model = new HashMap<>();
        for (Step step : steps) {
            int id = step.id();
            switch (step.action()) {
                case ADD -> assertEquals(model.put(id, step.value()), map.put(id, step.value()));
                case ADD_MORE ->
                    assertEquals(model.computeIfAbsent(id, k -> step.value()), map.getOrCreate(id, k -> step.value()));
                case REMOVE -> assertEquals(model.remove(id), map.remove(id));
                case LOOK -> {
                    assertEquals(model.get(id), map.get(id));
                    assertEquals(model.containsKey(id), map.containsKey(id));
                }
                case REMOVE_SOME ->
                    assertEquals(
                            model.entrySet().removeIf(entry -> step.selects(entry.getKey())),
                            map.removeEntriesIf((key, value) -> step.selects(key)));
                case CLEAR -> {
                    model.clear();
                    map.clear();
                }
            }
            assertEquals(model.size(), map.size());
        }
        assertEquals(model, Contents.of(map));
    }

    @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
    void setsAgree(
            @ForAll Containers containers,
            @ForAll SetKind kind,
            @ForAll @IntRange(max = 40) int expected,
            @ForAll("steps") List<Step> steps) {
        IntSet set = kind.open(containers, expected);
        Set<Integer> model = new HashSet<>();
        for (Step step : steps) {
            int id = step.id();
            switch (step.action()) {
                case ADD, ADD_MORE -> assertEquals(model.add(id), set.add(id));
                case REMOVE -> assertEquals(model.remove(id), set.remove(id));
                case LOOK -> assertEquals(model.contains(id), set.contains(id));
                case REMOVE_SOME -> assertEquals(model.removeIf(step::selects), set.removeIfInt(step::selects));
                case CLEAR -> {
                    model.clear();
                    set.clear();
                }
            }
            assertEquals(model.size(), set.size());
        }
        assertEquals(model, Contents.of(set));
    }

    @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
    void listsAgree(
            @ForAll Containers containers,
            @ForAll ListKind kind,
            @ForAll @IntRange(max = 40) int expected,
            @ForAll("steps") List<Step> steps) {
        IntList list = kind.open(containers, expected);
        List<Integer> model = new ArrayList<>();
        for (Step step : steps) {
            int id = step.id();
            int index = model.isEmpty() ? 0 : Math.floorMod(id, model.size());
            switch (step.action()) {
                case ADD, ADD_MORE -> assertEquals(model.add(id), list.addInt(id));
                case REMOVE -> {
                    if (!model.isEmpty()) {
                        assertEquals(model.remove(index), list.removeAt(index));
                    }
                }
                case LOOK -> {
                    if (!model.isEmpty()) {
                        assertEquals(model.get(index), list.getInt(index));
                        assertEquals(model.set(index, id), list.setInt(index, id));
                    }
                }
                case REMOVE_SOME -> assertEquals(model.removeIf(step::selects), list.removeIfInt(step::selects));
                case CLEAR -> {
                    model.clear();
                    list.clear();
                }
            }
            assertEquals(model.size(), list.size());
        }
        assertEquals(model, Contents.of(list));
    }

    @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
    void queuesAgree(
            @ForAll Containers containers,
            @ForAll QueueKind kind,
            @ForAll @IntRange(max = 40) int expected,
            @ForAll("steps") List<Step> steps) {
        ObjectQueue<Integer> queue = kind.open(containers, expected);
        Queue<Integer> model = kind == QueueKind.FIFO ? new ArrayDeque<>() : new PriorityQueue<>();
        for (Step step : steps) {
            switch (step.action()) {
                case ADD, ADD_MORE -> assertEquals(model.offer(step.id()), queue.offer(step.id()));
                case REMOVE, REMOVE_SOME -> assertEquals(model.poll(), queue.poll());
                case LOOK -> assertEquals(model.peek(), queue.peek());
                case CLEAR -> {
                    model.clear();
                    queue.clear();
                }
            }
            assertEquals(model.size(), queue.size());
            assertEquals(model.isEmpty(), queue.isEmpty());
        }
        while (!model.isEmpty()) {
            assertEquals(model.poll(), queue.poll());
        }
        assertEquals(0, queue.size());
    }
}
