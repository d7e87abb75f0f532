package io.assay.net.million;

import io.assay.workload.json.Event;
import io.assay.workload.json.EventStats;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts events; thread-safe, as some servers have many threads, and the same for all. The sum is exact in any order, as
 * long as values are multiples of a half and it stays below 2^52.
 */
final class EventTally {
    private final LongAdder requests = new LongAdder();
    private final DoubleAdder sum = new DoubleAdder();
    private final Set<String> users = ConcurrentHashMap.newKeySet(1 << 17);

    void add(Event event) {
        requests.increment();
        sum.add(event.value);
        users.add(event.userId);
    }

    EventStats stats() {
        EventStats stats = new EventStats();
        stats.totalRequests = requests.sum();
        stats.uniqueUsers = users.size();
        stats.sum = sum.sum();
        stats.avg = stats.totalRequests == 0 ? 0 : stats.sum / stats.totalRequests;
        return stats;
    }
}
