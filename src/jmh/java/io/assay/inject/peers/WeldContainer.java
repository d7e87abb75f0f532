package io.assay.inject.peers;

import io.assay.workload.inject.Components;
import org.jboss.weld.environment.se.Weld;

/** Weld as Java SE has it, without discovery; asked for every component, as it is lazy. */
final class WeldContainer implements ContainerAdapter {
    static {
        // Otherwise it writes to the console of the measurement at every start.
        System.setProperty("org.jboss.logging.provider", "slf4j");
    }

    private final Components components;
    private final Class<?>[] order;

    WeldContainer(Components components) {
        this.components = components;
        this.order = components.inOrder();
    }

    @Override
    public Components components() {
        return components;
    }

    @Override
    public Running start() {
        org.jboss.weld.environment.se.WeldContainer container = new Weld()
                .disableDiscovery()
                .setClassLoader(components.loader())
                .addBeanClasses(order)
                .initialize();
        Running running = new Running() {
            @Override
            public Object get(int number) {
                return container.select(components.type(number)).get();
            }

            @Override
            public void close() {
                container.shutdown();
            }
        };
        return Starts.all(components, running);
    }
}
