/**
 * Maps, sets, lists and queues behind one factory, {@link io.assay.containers.Containers}, so that the same loop or
 * container can be run on the JDK's, on fastutil's and on Agrona's collections.
 *
 * <p>The kinds for int and long keys are written out although they are alike: Java's generics do not range over
 * primitives, and boxing is the very cost that they are there to show.
 */
@NullMarked
package io.assay.containers;

import org.jspecify.annotations.NullMarked;
