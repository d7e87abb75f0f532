package io.assay.workload.inject;

/** Generated: how many components the classes of one loader have made. One thread at a time. */
public interface MadeCount {
    /** How many since the last call. */
    int take();
}
