package io.assay.workload.inject;

/** What a component can depend on and nobody offers. */
public interface Absent {}
