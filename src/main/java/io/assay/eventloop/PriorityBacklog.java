package io.assay.eventloop;

import io.assay.containers.Containers;
import io.assay.containers.IntMap;
import io.assay.containers.ObjectQueue;
import org.jspecify.annotations.Nullable;

/**
 * A queue for each priority, and a heap of the priorities that have items: first in first out within a priority by
 * construction, without a sequence number, without an object an item. Add and poll are O(1) while the most urgent priority
 * stays the same, else O(log p) for p priorities that have items at the moment.
 */
final class PriorityBacklog extends Backlog {
    /** Emptied queues of so many priorities are kept: who uses a few has them for ever, who uses times of day does not. */
    private static final int KEPT = 64;

    private static final class Level {
        final int priority;
        final ChunkedFifo items = new ChunkedFifo();
        boolean waiting;

        Level(int priority) {
            this.priority = priority;
        }
    }

    private final IntMap<Level> levels = Containers.ACTIVE.intMap(KEPT);
    private final ObjectQueue<Level> waiting =
            Containers.ACTIVE.priorityQueue(16, (a, b) -> Integer.compare(a.priority, b.priority));
    private final Level normal = new Level(EventLoop.DEFAULT_PRIORITY);
    /** The most urgent level that has items; not in {@link #waiting}. */
    private @Nullable Level first;
    /** The level last added to, most often the next one too. */
    private Level last = normal;

    @Override
    void add(Object item) {
        add(item, normal);
    }

    @Override
    void add(Object item, int priority) {
        Level level = last;
        if (level.priority != priority) {
            level = level(priority);
            last = level;
        }
        add(item, level);
    }

    private Level level(int priority) {
        if (priority == normal.priority) {
            return normal;
        }
        Level level = levels.get(priority);
        if (level == null) {
            level = new Level(priority);
            levels.put(priority, level);
        }
        return level;
    }

    private void add(Object item, Level level) {
        level.items.add(item);
        if (!level.waiting) {
            level.waiting = true;
            Level before = first;
            if (before == null) {
                first = level;
            } else if (level.priority < before.priority) {
                waiting.offer(before);
                first = level;
            } else {
                waiting.offer(level);
            }
        }
    }

    @Override
    @Nullable
    Object poll() {
        Level level = first;
        if (level == null) {
            return null;
        }
        Object item = level.items.poll();
        if (level.items.isEmpty()) {
            level.waiting = false;
            first = waiting.poll();
            if (levels.size() > KEPT && level != normal) {
                levels.remove(level.priority);
                last = last == level ? normal : last;
            }
        }
        return item;
    }

    @Override
    boolean isEmpty() {
        return first == null;
    }
}
