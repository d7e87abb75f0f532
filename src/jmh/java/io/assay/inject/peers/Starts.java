package io.assay.inject.peers;

import io.assay.workload.inject.Components;

/** Starts what is lazy. */
final class Starts {
    private Starts() {}

    /** Asks a container for each component; closes it if one cannot be had. */
    static ContainerAdapter.Running all(Components components, ContainerAdapter.Running running) {
        try {
            for (int number : components.graph().order()) {
                running.get(number);
            }
            return running;
        } catch (RuntimeException | Error e) {
            running.close();
            throw e;
        }
    }
}
