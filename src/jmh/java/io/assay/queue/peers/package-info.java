/** Queues under measurement, each behind {@link io.assay.queue.peers.QueueAdapter}. */
package io.assay.queue.peers;
