package io.assay.inject.peers;

import io.activej.inject.Injector;
import io.activej.inject.Key;
import io.activej.inject.binding.Binding;
import io.activej.inject.module.ModuleBuilder;
import io.assay.workload.inject.Components;

/** ActiveJ's injector with a function a binding; then asks for every component, as its injector is lazy. */
final class ActiveJContainer implements ContainerAdapter {
    private final Components components;

    ActiveJContainer(Components components) {
        this.components = components;
    }

    @Override
    public Components components() {
        return components;
    }

    @Override
    public Running start() {
        ModuleBuilder module = ModuleBuilder.create();
        int[] order = components.graph().order();
        for (int number : order) {
            bind(module, number, components.type(number));
        }
        Injector injector = Injector.of(module.build());
        for (int number : order) {
            injector.getInstance(components.type(number));
        }
        return number -> injector.getInstance(components.type(number));
    }

    private <T> void bind(ModuleBuilder module, int number, Class<T> type) {
        Class<?>[] wanted = components.dependencies(number);
        module.bind(Key.of(type)).to(Binding.to(given -> type.cast(components.make(number, given)), wanted));
    }
}
