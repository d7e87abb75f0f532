package io.assay.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the library has primitive keys nothing is boxed, and what was made large enough never grows: by bytes. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Iterators and function objects of the few calls of a walk; an object an element would be 16 bytes times N. */
    private static final int FOR_CALLS = 2048;

    private static final int N = 10_000;

    /** Beyond the range of the JDK's cached Integers, which would hide boxing. */
    private static final int FIRST = 1000;

    private long seen;

    @ParameterizedTest
    @EnumSource(names = {"FASTUTIL", "AGRONA"})
    void expectedElementsFitWithoutGrowthAndUnboxed(Containers containers) {
        for (int n = 0; n < 300; n++) {
            assertEquals(0, allocatedByFilling(containers, n), "bytes for n = " + n);
        }
    }

    /** All slots are references: one each in the JDK's table, a key's and a value's in the others. */
    @Test
    void tablesHaveEquallyManySlots() {
        for (int expected = 50; expected < 5000; expected += 61) {
            long slots = bytesOfTable(Containers.JDK, expected);
            assertEquals(2 * slots, bytesOfTable(Containers.FASTUTIL, expected), 512, "fastutil, " + expected);
            assertEquals(2 * slots, bytesOfTable(Containers.AGRONA, expected), 512, "Agrona, " + expected);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FASTUTIL", "AGRONA"})
    void walksAndRemovalsAllocateNothingForAnElement(Containers containers) {
        long allocated = leastAllocated(() -> {
            All all = new All(containers, N);
            all.fill(N);
            return () -> walk(all);
        });
        assertTrue(allocated < FOR_CALLS, () -> allocated + " bytes to walk and empty containers of " + N);
        assertTrue(seen > N);
    }

    private static long allocatedByFilling(Containers containers, int n) {
        return leastAllocated(() -> {
            All all = new All(containers, n);
            return () -> all.fill(n);
        });
    }

    private static long bytesOfTable(Containers containers, int expected) {
        // The JDK makes its table at the first put.
        return leastAllocated(
                () -> () -> containers.<String, String>objectMap(expected).put("key", "value"));
    }

    /** The least of some tries: the JVM bills this thread, once in a while, for resolving and compiling. */
    private static long leastAllocated(Supplier<Runnable> prepare) {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++) {
            Runnable measured = prepare.get();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            measured.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private void walk(All all) {
        all.intMap.forEachEntry((key, value) -> seen += key);
        all.longMap.forEachEntry((key, value) -> seen += key);
        all.intSet.forEachInt(element -> seen += element);
        all.longSet.forEachLong(element -> seen += element);
        all.intList.forEachInt(element -> seen += element);
        all.longList.forEachLong(element -> seen += element);
        all.intMap.removeEntriesIf((key, value) -> key >= FIRST);
        all.longMap.removeEntriesIf((key, value) -> key >= FIRST);
        all.intSet.removeIfInt(element -> element >= FIRST);
        all.longSet.removeIfLong(element -> element >= FIRST);
        assertTrue(all.intMap.isEmpty() && all.longMap.isEmpty() && all.intSet.isEmpty() && all.longSet.isEmpty());
    }

    private static final class All {
        final IntMap<String> intMap;
        final LongMap<String> longMap;
        final IntSet intSet;
        final LongSet longSet;
        final IntList intList;
        final LongList longList;

        All(Containers containers, int expected) {
            intMap = containers.intMap(expected);
            longMap = containers.longMap(expected);
            intSet = containers.intSet(expected);
            longSet = containers.longSet(expected);
            intList = containers.intList(expected);
            longList = containers.longList(expected);
        }

        void fill(int n) {
            for (int i = FIRST; i < FIRST + n; i++) {
                intMap.put(i, "value");
                longMap.put(i, "value");
                intSet.add(i);
                longSet.add(i);
                intList.addInt(i);
                longList.addLong(i);
            }
        }
    }
}
