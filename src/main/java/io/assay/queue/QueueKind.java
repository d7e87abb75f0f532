package io.assay.queue;

import static io.assay.queue.Progress.LOCKED;
import static io.assay.queue.Progress.LOCK_FREE;
import static io.assay.queue.Progress.WAITS_FOR_CHUNK;
import static io.assay.queue.Progress.WAIT_FREE;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.agrona.concurrent.ManyToOneConcurrentLinkedQueue;
import org.jctools.queues.MessagePassingQueue;
import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.MpscChunkedArrayQueue;
import org.jctools.queues.MpscLinkedQueue;
import org.jctools.queues.MpscUnboundedArrayQueue;
import org.jctools.queues.MpscUnboundedXaddArrayQueue;
import org.jctools.queues.varhandle.MpscChunkedVarHandleArrayQueue;
import org.jctools.queues.varhandle.MpscLinkedVarHandleQueue;
import org.jctools.queues.varhandle.MpscUnboundedVarHandleArrayQueue;
import org.jctools.queues.varhandle.MpscVarHandleArrayQueue;

/**
 * The queues behind {@link Handoff}. {@code JCTOOLS_} ones work through {@code sun.misc.Unsafe}, which newer JDKs warn of
 * and will take away; {@code VARHANDLE_} ones are the same algorithms without it; {@code AGRONA_} ones need
 * {@code --add-exports java.base/jdk.internal.misc=ALL-UNNAMED}.
 */
public enum QueueKind {
    /** JCTools' {@code MpscArrayQueue}. */
    JCTOOLS_ARRAY(Bound.POWER_OF_TWO, LOCK_FREE, WAIT_FREE, "one array of the capacity, allocated at once"),
    /** JCTools' {@code MpscChunkedArrayQueue}. */
    JCTOOLS_CHUNKED(Bound.CHUNKED, WAITS_FOR_CHUNK, WAIT_FREE, Memory.CHUNKS),
    /** JCTools' {@code MpscUnboundedArrayQueue}. */
    JCTOOLS_UNBOUNDED(Bound.NONE, WAITS_FOR_CHUNK, WAIT_FREE, Memory.CHUNKS),
    /** JCTools' {@code MpscUnboundedXaddArrayQueue}: a place is claimed by fetch-and-add, which never has to try again. */
    JCTOOLS_XADD(Bound.NONE, WAITS_FOR_CHUNK, WAIT_FREE, "chunks, used again from a pool of two"),
    /** JCTools' {@code MpscLinkedQueue}. */
    JCTOOLS_LINKED(Bound.NONE, WAIT_FREE, WAIT_FREE, Memory.NODE),
    /** JCTools' {@code MpscVarHandleArrayQueue}. */
    VARHANDLE_ARRAY(Bound.POWER_OF_TWO, LOCK_FREE, WAIT_FREE, JCTOOLS_ARRAY.memory),
    /** JCTools' {@code MpscChunkedVarHandleArrayQueue}. */
    VARHANDLE_CHUNKED(Bound.CHUNKED, WAITS_FOR_CHUNK, WAIT_FREE, Memory.CHUNKS),
    /** JCTools' {@code MpscUnboundedVarHandleArrayQueue}. */
    VARHANDLE_UNBOUNDED(Bound.NONE, WAITS_FOR_CHUNK, WAIT_FREE, Memory.CHUNKS),
    /** JCTools' {@code MpscLinkedVarHandleQueue}. */
    VARHANDLE_LINKED(Bound.NONE, WAIT_FREE, WAIT_FREE, Memory.NODE),
    /** Agrona's {@code ManyToOneConcurrentArrayQueue}. */
    AGRONA_ARRAY(Bound.POWER_OF_TWO, LOCK_FREE, WAIT_FREE, JCTOOLS_ARRAY.memory),
    /** Agrona's {@code ManyToOneConcurrentLinkedQueue}. */
    AGRONA_LINKED(Bound.NONE, WAIT_FREE, WAIT_FREE, Memory.NODE),
    /** The JDK's {@code ArrayBlockingQueue}: one lock for both ends. */
    JDK_ARRAY_BLOCKING(Bound.EXACT, LOCKED, LOCKED, JCTOOLS_ARRAY.memory),
    /** The JDK's {@code LinkedBlockingQueue}: a lock for either end. */
    JDK_LINKED_BLOCKING(Bound.EXACT, LOCKED, LOCKED, Memory.NODE),
    /** The JDK's {@code ConcurrentLinkedQueue}. */
    JDK_CONCURRENT_LINKED(Bound.NONE, LOCK_FREE, LOCK_FREE, Memory.NODE),
    /** The JDK's {@code LinkedTransferQueue}. */
    JDK_LINKED_TRANSFER(Bound.NONE, LOCK_FREE, LOCK_FREE, Memory.NODE);

    /** Items of a chunk, at most: 4 KiB, so that a chunk is neither a page fault of its own nor a humongous object. */
    private static final int CHUNK = 1_024;

    private enum Bound {
        EXACT,
        POWER_OF_TWO,
        /** A power of two of at least two chunks of at least two items. */
        CHUNKED,
        NONE
    }

    private static final class Memory {
        static final String NODE = "a node an item, allocated by the producer";
        static final String CHUNKS =
                "chunks, linked as they fill up; none is allocated while what is inside fits in the current one";
    }

    private final Bound bound;
    private final Progress producers;
    private final Progress consumer;
    private final String memory;

    QueueKind(Bound bound, Progress producers, Progress consumer, String memory) {
        this.bound = bound;
        this.producers = producers;
        this.consumer = consumer;
        this.memory = memory;
    }

    /**
     * Makes an empty queue.
     *
     * @param items where it is bounded, how many must fit; see {@link #capacityFor}. Where it is not, how many are expected
     *     to be inside at once: chunks are made of so many, up to {@value #CHUNK}, and linked kinds have no use for it
     * @throws IllegalArgumentException unless {@code items} is 1 to 2^30
     */
    public <E> Handoff<E> create(int items) {
        int capacity = capacityFor(items);
        int chunk = Math.max(2, Math.min(CHUNK, Limits.powerOfTwo(items)));
        return switch (this) {
            case JCTOOLS_ARRAY -> jctools(new MpscArrayQueue<>(capacity));
            case JCTOOLS_CHUNKED -> jctools(new MpscChunkedArrayQueue<>(Math.min(chunk, capacity / 2), capacity));
            case JCTOOLS_UNBOUNDED -> jctools(new MpscUnboundedArrayQueue<>(chunk));
            case JCTOOLS_XADD -> jctools(new MpscUnboundedXaddArrayQueue<>(chunk));
            case JCTOOLS_LINKED -> jctools(new MpscLinkedQueue<>());
            case VARHANDLE_ARRAY -> jctools(new MpscVarHandleArrayQueue<>(capacity));
            case VARHANDLE_CHUNKED ->
                jctools(new MpscChunkedVarHandleArrayQueue<>(Math.min(chunk, capacity / 2), capacity));
            case VARHANDLE_UNBOUNDED -> jctools(new MpscUnboundedVarHandleArrayQueue<>(chunk));
            case VARHANDLE_LINKED -> jctools(new MpscLinkedVarHandleQueue<>());
            case AGRONA_ARRAY -> queue(new ManyToOneConcurrentArrayQueue<>(capacity), capacity);
            case AGRONA_LINKED -> queue(new ManyToOneConcurrentLinkedQueue<>(), capacity);
            case JDK_ARRAY_BLOCKING -> queue(new ArrayBlockingQueue<>(capacity), capacity);
            case JDK_LINKED_BLOCKING -> queue(new LinkedBlockingQueue<>(capacity), capacity);
            case JDK_CONCURRENT_LINKED -> queue(new ConcurrentLinkedQueue<>(), capacity);
            case JDK_LINKED_TRANSFER -> queue(new LinkedTransferQueue<>(), capacity);
        };
    }

    private static <E> Handoff<E> jctools(MessagePassingQueue<E> queue) {
        return new MessagePassingHandoff<>(queue);
    }

    private static <E> Handoff<E> queue(Queue<E> queue, int capacity) {
        return new QueueHandoff<>(queue, capacity);
    }

    /** Whether a full queue refuses; one that is not bounded accepts until memory runs out. */
    public boolean bounded() {
        return bound != Bound.NONE;
    }

    /**
     * How many items fit into a queue that was asked to hold so many: as many in {@code JDK_} kinds, rounded up to a power of two
     * in the others, and at least 4 where it is chunked; {@link Handoff#UNBOUNDED} where it is not bounded.
     *
     * @throws IllegalArgumentException unless {@code items} is 1 to 2^30
     */
    public int capacityFor(int items) {
        Limits.capacity(items);
        return switch (bound) {
            case EXACT -> items;
            case POWER_OF_TWO -> Limits.powerOfTwo(items);
            case CHUNKED -> Math.max(4, Limits.powerOfTwo(items));
            case NONE -> Handoff.UNBOUNDED;
        };
    }

    /** What {@link Handoff#offer} may have to wait for. */
    public Progress producers() {
        return producers;
    }

    /** What {@link Handoff#poll} may have to wait for. */
    public Progress consumer() {
        return consumer;
    }

    /** What it allocates, and when. */
    public String memory() {
        return memory;
    }
}
