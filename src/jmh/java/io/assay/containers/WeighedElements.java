package io.assay.containers;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Tells how many elements a score stands for, and what one weighs. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class WeighedElements {
    /** Elements, or entries. */
    public long items;

    /** Bytes of the heap that a container of n holds for each, without keys, values and elements that others hold too. */
    public long bytesPerEntry;

    /** A walk over all of them, or the like. */
    void count(int elements, long bytes) {
        items += elements;
        bytesPerEntry += bytes;
    }
}
