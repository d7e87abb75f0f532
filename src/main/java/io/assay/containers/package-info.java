/**
 * Maps, sets, lists and queues behind one factory, {@link io.assay.containers.Containers}, so that the same loop or
 * container can be run on the JDK's, on fastutil's and on Agrona's collections.
 */
@NullMarked
package io.assay.containers;

import org.jspecify.annotations.NullMarked;
