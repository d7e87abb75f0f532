package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Both backlogs against a list. */
class BacklogTest {
    private record Item(int priority, int number) {}

    /** So many adds if positive, so many polls if negative, each add with this priority. */
    record Step(int count, int priority) {}

    @Provide
    Arbitrary<Step> steps() {
        return Arbitraries.integers()
                .between(-3_000, 3_000)
                .flatMap(count -> Arbitraries.oneOf(Arbitraries.integers().between(-2, 2), Arbitraries.integers())
                        .map(priority -> new Step(count, priority)));
    }

    @Property(tries = 100)
    void firstInFirstOut(@ForAll @Size(max = 30) List<@net.jqwik.api.From("steps") Step> steps) {
        Backlog backlog = new ChunkedFifo();
        List<Object> model = new ArrayList<>();
        int read = 0;
        int number = 0;
        for (Step step : steps) {
            for (int i = 0; i < step.count; i++) {
                backlog.add(number);
                model.add(number++);
            }
            for (int i = step.count; i < 0; i++) {
                assertEquals(read < model.size() ? model.get(read++) : null, backlog.poll());
            }
            assertEquals(read == model.size(), backlog.isEmpty());
        }
        while (read < model.size()) {
            assertEquals(model.get(read++), backlog.poll());
        }
        assertNull(backlog.poll());
    }

    @Property(tries = 100)
    void mostUrgentFirstAndFirstInFirstOutAmongEquals(
            @ForAll @Size(max = 60) List<@net.jqwik.api.From("steps") Step> steps) {
        Backlog backlog = new PriorityBacklog();
        List<Item> model = new ArrayList<>();
        int number = 0;
        for (Step step : steps) {
            int count = step.count / 100;
            for (int i = 0; i < count; i++) {
                Item item = new Item(step.priority == 1 ? 0 : step.priority + i % 2, number++);
                if (item.priority == 0 && i % 3 == 0) {
                    backlog.add(item);
                } else {
                    backlog.add(item, item.priority);
                }
                model.add(item);
            }
            for (int i = count; i < 0; i++) {
                assertEquals(takeFrom(model), backlog.poll());
            }
            assertEquals(model.isEmpty(), backlog.isEmpty());
        }
        while (!model.isEmpty()) {
            assertEquals(takeFrom(model), backlog.poll());
        }
        assertNull(backlog.poll());
    }

    private static Item takeFrom(List<Item> model) {
        Item first = model.stream()
                .min(Comparator.comparingInt(Item::priority).thenComparingInt(Item::number))
                .orElse(null);
        model.remove(first);
        return first;
    }
}
