package io.assay.workload.inject;

/** What every generated component can be asked. */
public interface Component {
    /** Its number in the graph. */
    int number();

    /** What it was given, in the order of its constructor. */
    Object[] dependencies();
}
