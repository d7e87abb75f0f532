package io.assay.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
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

    @ParameterizedTest
    @EnumSource(names = {"FASTUTIL", "AGRONA"})
    void walksAndRemovalsAllocateNothingForAnElement(Containers containers) {
        All warm = new All(containers, 1);
        warm.fill(1);
        walk(warm);
        All all = new All(containers, N);
        all.fill(N);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        walk(all);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < FOR_CALLS, () -> allocated + " bytes to walk and empty containers of " + N);
        assertTrue(seen > N);
    }

    /** The least of some tries: the JVM bills this thread, once in a while, for resolving and compiling. */
    private static long allocatedByFilling(Containers containers, int n) {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++) {
            All all = new All(containers, n);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            all.fill(n);
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
