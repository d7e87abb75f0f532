package io.assay.queue;

import com.conversantmedia.util.concurrent.DisruptorBlockingQueue;
import com.conversantmedia.util.concurrent.SpinPolicy;
import io.assay.harness.api.Labelled;
import io.assay.queue.peers.ByteRingAdapter;
import io.assay.queue.peers.DisruptorAdapter;
import io.assay.queue.peers.HandoffAdapter;
import io.assay.queue.peers.JcToolsAdapter;
import io.assay.queue.peers.Mailbox;
import io.assay.queue.peers.QueueAdapter;
import io.assay.queue.peers.QueuePeer;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntFunction;
import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.MpscUnboundedArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * The queues that are measured: {@code ASSAY} ones through our contract, {@code BOUND_} ones bare, to show what the contract
 * costs, the others as peers.
 */
public enum QueueImplementation implements Labelled {
    /** The one that is recommended. */
    ASSAY(QueueKind.JCTOOLS_ARRAY),
    /** See its kind. */
    ASSAY_VARHANDLE_ARRAY(QueueKind.VARHANDLE_ARRAY),
    /** See its kind. */
    ASSAY_AGRONA_ARRAY(QueueKind.AGRONA_ARRAY),
    /** See its kind. */
    ASSAY_CHUNKED(QueueKind.JCTOOLS_CHUNKED),
    /** See its kind. */
    ASSAY_VARHANDLE_CHUNKED(QueueKind.VARHANDLE_CHUNKED),
    /** See its kind. */
    ASSAY_UNBOUNDED(QueueKind.JCTOOLS_UNBOUNDED),
    /** See its kind. */
    ASSAY_VARHANDLE_UNBOUNDED(QueueKind.VARHANDLE_UNBOUNDED),
    /** See its kind. */
    ASSAY_XADD(QueueKind.JCTOOLS_XADD),
    /** See its kind. */
    ASSAY_LINKED(QueueKind.JCTOOLS_LINKED),
    /** See its kind. */
    ASSAY_VARHANDLE_LINKED(QueueKind.VARHANDLE_LINKED),
    /** See its kind. */
    ASSAY_AGRONA_LINKED(QueueKind.AGRONA_LINKED),
    /** See its kind. */
    ASSAY_ARRAY_BLOCKING(QueueKind.JDK_ARRAY_BLOCKING),
    /** See its kind. */
    ASSAY_LINKED_BLOCKING(QueueKind.JDK_LINKED_BLOCKING),
    /** See its kind. */
    ASSAY_CONCURRENT_LINKED(QueueKind.JDK_CONCURRENT_LINKED),
    /** See its kind. */
    ASSAY_LINKED_TRANSFER(QueueKind.JDK_LINKED_TRANSFER),
    /** Our byte ring. */
    ASSAY_BYTE_RING(
            true,
            "ByteRing over Agrona's ManyToOneRingBuffer: more work, 20 bytes are copied in and out; bounded",
            ByteRingAdapter::new),
    /** LMAX Disruptor. */
    DISRUPTOR(
            true,
            "LMAX Disruptor, createMultiProducer and a poller; a slot keeps the reference; bounded",
            DisruptorAdapter::new),
    /** Conversant's. */
    CONVERSANT(
            true,
            "Conversant's DisruptorBlockingQueue, spinning: more promise, any number of consumers; bounded",
            capacity -> new QueuePeer(new DisruptorBlockingQueue<>(capacity, SpinPolicy.SPINNING))),
    /** The JDK's, as it is. */
    JDK_BLOCKING(
            true,
            "LinkedBlockingQueue bare; more promise, any number of consumers; waits on its own condition; bounded",
            capacity -> new QueuePeer(new LinkedBlockingQueue<>(capacity))) {
        @Override
        public Mailbox mailbox(int capacity, WaitStrategy strategy) {
            return Mailbox.of(new LinkedBlockingQueue<>(capacity));
        }
    },
    /** What ours is made of. */
    BOUND_JCTOOLS_ARRAY(
            true,
            "lower bound: JCTools' MpscArrayQueue bare, its own drain, which must not be entered twice; bounded",
            capacity -> new JcToolsAdapter(new MpscArrayQueue<>(capacity))),
    /** What ours is made of. */
    BOUND_JCTOOLS_UNBOUNDED(
            false,
            "lower bound: JCTools' MpscUnboundedArrayQueue bare, its own drain; unbounded",
            capacity -> new JcToolsAdapter(new MpscUnboundedArrayQueue<>(Math.min(1_024, capacity))));

    /** Those that stand for their kin where not all are run. */
    private static final Set<QueueImplementation> CHIEF = EnumSet.of(
            ASSAY,
            ASSAY_VARHANDLE_ARRAY,
            ASSAY_AGRONA_ARRAY,
            ASSAY_UNBOUNDED,
            ASSAY_XADD,
            ASSAY_LINKED,
            ASSAY_CONCURRENT_LINKED,
            ASSAY_BYTE_RING,
            DISRUPTOR,
            CONVERSANT,
            JDK_BLOCKING,
            BOUND_JCTOOLS_ARRAY);

    private final @Nullable QueueKind kind;
    private final boolean bounded;
    private final String label;
    private final IntFunction<QueueAdapter> factory;

    QueueImplementation(QueueKind kind) {
        this(
                kind,
                kind.bounded(),
                kind.name() + " through our contract; " + (kind.bounded() ? "bounded" : "unbounded"),
                capacity -> new HandoffAdapter(kind.create(capacity)));
    }

    QueueImplementation(boolean bounded, String label, IntFunction<QueueAdapter> factory) {
        this(null, bounded, label, factory);
    }

    QueueImplementation(@Nullable QueueKind kind, boolean bounded, String label, IntFunction<QueueAdapter> factory) {
        this.kind = kind;
        this.bounded = bounded;
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether it refuses when it is full. */
    public boolean bounded() {
        return bounded;
    }

    /**
     * Makes an empty queue.
     *
     * @param capacity a power of two, at least 4: what fits in a bounded one
     */
    public QueueAdapter create(int capacity) {
        return factory.apply(capacity);
    }

    /**
     * Makes an empty queue whose consumer waits: ours as it is, the others with our way of waiting, so that the queues are
     * compared; but for {@link #JDK_BLOCKING}, which has one of its own.
     *
     * @param capacity a power of two, at least 4: what fits in a bounded one
     */
    public Mailbox mailbox(int capacity, WaitStrategy strategy) {
        return kind == null
                ? Mailbox.of(create(capacity), strategy.newWaiter())
                : Mailbox.of(new WaitingHandoff<>(kind.create(capacity), strategy));
    }

    /** Whether it stands for its kin where not all are run. */
    public boolean chief() {
        return CHIEF.contains(this);
    }
}
