package io.assay.inject.peers;

import io.assay.inject.Component;
import io.assay.inject.ComponentBuilder;
import io.assay.inject.ContainerBuilder;
import io.assay.inject.Dependency;
import io.assay.inject.ServiceContainer;
import io.assay.workload.inject.Components;

/** Ours, without a loop. A constructor's component is kept with its class; one of a function is described in every start. */
final class AssayContainer implements ContainerAdapter {
    private final Components components;
    private final boolean byConstructor;
    private long edgesVisited;

    AssayContainer(Components components, boolean byConstructor) {
        this.components = components;
        this.byConstructor = byConstructor;
    }

    @Override
    public Components components() {
        return components;
    }

    @Override
    public Running start() {
        ContainerBuilder builder = ServiceContainer.builder();
        for (int number : components.graph().order()) {
            Class<?> type = components.type(number);
            builder.add(byConstructor ? Component.of(type).build() : byFunction(number, type));
        }
        ServiceContainer container = builder.build();
        container.start();
        edgesVisited = container.statistics().edgesVisited();
        return new Running() {
            @Override
            public Object get(int number) {
                return container.get(components.type(number));
            }

            @Override
            public void close() {
                container.stop();
            }
        };
    }

    private <T> Component<T> byFunction(int number, Class<T> type) {
        Class<?>[] wanted = components.dependencies(number);
        ComponentBuilder<T> component = Component.of(type, creation -> {
            Object[] dependencies = new Object[wanted.length];
            for (int i = 0; i < wanted.length; i++) {
                dependencies[i] = creation.get(i, wanted[i]);
            }
            return type.cast(components.make(number, dependencies));
        });
        for (Class<?> dependency : wanted) {
            component.parameter(Dependency.on(dependency));
        }
        return component.build();
    }

    @Override
    public long edgesVisited() {
        return edgesVisited;
    }
}
