package io.assay.inject;

/** What becomes of a service whose required dependency cannot be had. */
public enum Policy {
    /** It waits, and starts once there is one. */
    WAIT,
    /** It fails, which is reported, and stays so until {@link Service#start} is called. */
    FAIL
}
