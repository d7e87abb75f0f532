package io.assay.workload.inject;

/** Generated: makes up to {@link Components#CHUNK} components by {@code new}, in methods small enough to be compiled. */
public interface Maker {
    /** What a hand-written factory does: {@code new C7((C3) dependencies[0], ...)}. */
    Object make(int number, Object[] dependencies);

    /** Makes all of the chunk from what lies in the array at lower numbers, and puts them there. */
    void fill(Object[] components);
}
