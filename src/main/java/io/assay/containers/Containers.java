package io.assay.containers;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The factory of all containers, one constant for each library. Code that leaves the choice to the profile takes
 * {@link #ACTIVE}; tests and benchmarks take a constant. Laws that hold for all: {@link Container}.
 *
 * <table>
 *   <caption>What stands behind each method; a name in brackets is a stand-in from the JDK, because the library has
 *       none of this kind</caption>
 *   <tr><th></th><th>JDK</th><th>FASTUTIL</th><th>AGRONA</th></tr>
 *   <tr><td>objectMap</td><td>HashMap</td><td>Object2ObjectOpenHashMap</td><td>Object2ObjectHashMap</td></tr>
 *   <tr><td>intMap</td><td>(HashMap, boxed)</td><td>Int2ObjectOpenHashMap</td><td>Int2ObjectHashMap</td></tr>
 *   <tr><td>longMap</td><td>(HashMap, boxed)</td><td>Long2ObjectOpenHashMap</td><td>Long2ObjectHashMap</td></tr>
 *   <tr><td>objectSet</td><td>HashSet</td><td>ObjectOpenHashSet</td><td>ObjectHashSet</td></tr>
 *   <tr><td>intSet</td><td>(HashSet, boxed)</td><td>IntOpenHashSet</td><td>IntHashSet</td></tr>
 *   <tr><td>longSet</td><td>(HashSet, boxed)</td><td>LongOpenHashSet</td><td>LongHashSet</td></tr>
 *   <tr><td>objectList</td><td>ArrayList</td><td>ObjectArrayList</td><td>(ArrayList)</td></tr>
 *   <tr><td>intList</td><td>(ArrayList, boxed)</td><td>IntArrayList</td><td>IntArrayList</td></tr>
 *   <tr><td>longList</td><td>(ArrayList, boxed)</td><td>LongArrayList</td><td>LongArrayList</td></tr>
 *   <tr><td>fifoQueue</td><td>ArrayDeque</td><td>ObjectArrayFIFOQueue</td><td>(ArrayDeque)</td></tr>
 *   <tr><td>priorityQueue</td><td>PriorityQueue</td><td>ObjectHeapPriorityQueue</td><td>(PriorityQueue)</td></tr>
 * </table>
 *
 * <p><b>Size.</b> {@code expected} is the number of elements that fit before the container grows, 0 to 2^29; another
 * value is an {@link IllegalArgumentException} while {@link io.assay.Checks#ENABLED}. Every hash table is a power of two
 * slots that doubles at a load of 0.65, so all libraries hold the same number of entries in the same number of slots,
 * within one. What still differs is theirs and is part of what is compared: HashMap and HashSet allocate the table at
 * the first put; Agrona's tables have at least 8 slots and its lists 10; fastutil's tables halve when {@code remove}
 * leaves them less than a quarter of that load (never below the size they were made with), and its FIFO queue halves
 * below a quarter of its array, down to 4. Nothing else shrinks.
 *
 * <p><b>Priority queue.</b> The least by {@code order} is the head; among equals the order is unspecified. Who needs
 * first-come-first-served among equals compares a sequence number too.
 */
public enum Containers {
    /** {@code java.util}, and the stand-in for what the other two lack: they override what they have. */
    JDK,

    /** fastutil. */
    FASTUTIL {
        @Override
        public <K, V> ObjectMap<K, V> objectMap(int expected) {
            return new FastutilMaps.OfObject<>(expected);
        }

        @Override
        public <V> IntMap<V> intMap(int expected) {
            return new FastutilMaps.OfInt<>(expected);
        }

        @Override
        public <V> LongMap<V> longMap(int expected) {
            return new FastutilMaps.OfLong<>(expected);
        }

        @Override
        public <E> ObjectSet<E> objectSet(int expected) {
            return new FastutilSets.OfObject<>(expected);
        }

        @Override
        public IntSet intSet(int expected) {
            return new FastutilSets.OfInt(expected);
        }

        @Override
        public LongSet longSet(int expected) {
            return new FastutilSets.OfLong(expected);
        }

        @Override
        public <E> ObjectList<E> objectList(int expected) {
            return new FastutilLists.OfObject<>(expected);
        }

        @Override
        public IntList intList(int expected) {
            return new FastutilLists.OfInt(expected);
        }

        @Override
        public LongList longList(int expected) {
            return new FastutilLists.OfLong(expected);
        }

        @Override
        public <E> ObjectQueue<E> fifoQueue(int expected) {
            return new FastutilQueues.Fifo<>(expected);
        }

        @Override
        public <E> ObjectQueue<E> priorityQueue(int expected, Comparator<? super E> order) {
            return new FastutilQueues.ByPriority<>(expected, order);
        }
    },

    /** Agrona; its queues are for several threads, and it has no list of objects. */
    AGRONA {
        @Override
        public <K, V> ObjectMap<K, V> objectMap(int expected) {
            return new AgronaMaps.OfObject<>(expected);
        }

        @Override
        public <V> IntMap<V> intMap(int expected) {
            return new AgronaMaps.OfInt<>(expected);
        }

        @Override
        public <V> LongMap<V> longMap(int expected) {
            return new AgronaMaps.OfLong<>(expected);
        }

        @Override
        public <E> ObjectSet<E> objectSet(int expected) {
            return new AgronaSets.OfObject<>(expected);
        }

        @Override
        public IntSet intSet(int expected) {
            return new AgronaSets.OfInt(expected);
        }

        @Override
        public LongSet longSet(int expected) {
            return new AgronaSets.OfLong(expected);
        }

        @Override
        public IntList intList(int expected) {
            return new AgronaLists.OfInt(expected);
        }

        @Override
        public LongList longList(int expected) {
            return new AgronaLists.OfLong(expected);
        }
    };

    private static final String PROPERTY = "assay.containers";

    /**
     * The library that this JVM runs on: {@code -Dassay.containers=jdk|fastutil|agrona}, the JDK's when not said. A
     * constant, so that calls through it are direct. With another value this class fails to initialise, with the
     * {@link IllegalArgumentException} of {@link #named} as the cause.
     */
    public static final Containers ACTIVE = named(System.getProperty(PROPERTY));

    /**
     * The library of this name as the system property has it, in lower case; the JDK's for null.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public static Containers named(@Nullable String name) {
        if (name == null) {
            return JDK;
        }
        for (Containers containers : values()) {
            if (containers.toString().equals(name)) {
                return containers;
            }
        }
        throw new IllegalArgumentException("-D" + PROPERTY + "=" + name
                + ": no containers of this name; use jdk, fastutil or agrona, or leave it out for jdk");
    }

    /** The name in lower case, as the system property and the profiles have it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A map with object keys. */
    public <K, V> ObjectMap<K, V> objectMap(int expected) {
        return new JdkMaps.OfObject<>(expected);
    }

    /** A map with int keys. */
    public <V> IntMap<V> intMap(int expected) {
        return new JdkMaps.OfInt<>(expected);
    }

    /** A map with long keys. */
    public <V> LongMap<V> longMap(int expected) {
        return new JdkMaps.OfLong<>(expected);
    }

    /** A set of objects. */
    public <E> ObjectSet<E> objectSet(int expected) {
        return new JdkSets.OfObject<>(expected);
    }

    /** A set of ints. */
    public IntSet intSet(int expected) {
        return new JdkSets.OfInt(expected);
    }

    /** A set of longs. */
    public LongSet longSet(int expected) {
        return new JdkSets.OfLong(expected);
    }

    /** A list of objects. */
    public <E> ObjectList<E> objectList(int expected) {
        return new JdkLists.OfObject<>(expected);
    }

    /** A list of ints. */
    public IntList intList(int expected) {
        return new JdkLists.OfInt(expected);
    }

    /** A list of longs. */
    public LongList longList(int expected) {
        return new JdkLists.OfLong(expected);
    }

    /** A queue, first in first out. */
    public <E> ObjectQueue<E> fifoQueue(int expected) {
        return new JdkQueues.Fifo<>(expected);
    }

    /** A queue whose head is the least element by {@code order}. */
    public <E> ObjectQueue<E> priorityQueue(int expected, Comparator<? super E> order) {
        return new JdkQueues.ByPriority<>(expected, order);
    }
}
