package io.assay.inject.peers;

import io.assay.workload.inject.Components;
import org.codejargon.feather.Feather;

/** Feather, which is told nothing beforehand: it is asked for every component. */
final class FeatherContainer implements ContainerAdapter {
    private final Components components;
    private final Class<?>[] order;

    FeatherContainer(Components components) {
        this.components = components;
        this.order = components.inOrder();
    }

    @Override
    public Components components() {
        return components;
    }

    @Override
    public Running start() {
        Feather feather = Feather.with();
        for (Class<?> type : order) {
            feather.instance(type);
        }
        return number -> feather.instance(components.type(number));
    }
}
