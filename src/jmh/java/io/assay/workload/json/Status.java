package io.assay.workload.json;

/** The state of a record. */
public enum Status {
    ACTIVE,
    SUSPENDED,
    INVITED,
    CLOSED
}
