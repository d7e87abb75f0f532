package io.assay.inject.peers;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Scopes;
import com.google.inject.Stage;
import io.assay.workload.inject.Components;

/** Guice's injector in the stage in which all singletons are made at the start. */
final class GuiceContainer implements ContainerAdapter {
    private final Components components;
    private final Class<?>[] order;

    GuiceContainer(Components components) {
        this.components = components;
        this.order = components.inOrder();
    }

    @Override
    public Components components() {
        return components;
    }

    @Override
    public Running start() {
        Injector injector = Guice.createInjector(Stage.PRODUCTION, new AbstractModule() {
            @Override
            protected void configure() {
                binder().requireExplicitBindings();
                for (Class<?> type : order) {
                    bind(type).in(Scopes.SINGLETON);
                }
            }
        });
        return number -> injector.getInstance(components.type(number));
    }
}
