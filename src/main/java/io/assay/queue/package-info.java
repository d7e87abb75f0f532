/**
 * Handing items from many threads to one: a contract over the queues of JCTools, Agrona and the JDK, and ways for the one
 * to wait.
 *
 * <p>{@link io.assay.queue.QueueKind} makes a {@link io.assay.queue.Handoff}; {@link io.assay.queue.WaitingHandoff} adds
 * a consumer that waits by a {@link io.assay.queue.WaitStrategy}; {@link io.assay.queue.ByteRing} hands over bytes
 * instead of objects.
 */
@NullMarked
package io.assay.queue;

import org.jspecify.annotations.NullMarked;
