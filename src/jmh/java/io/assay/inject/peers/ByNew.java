package io.assay.inject.peers;

import io.assay.workload.inject.Components;

/** What a hand writes who knows all components: no container, so nothing less can be done. */
record ByNew(Components components) implements ContainerAdapter {
    @Override
    public Running start() {
        Object[] all = components.makeAll();
        return number -> all[number];
    }
}
