package io.assay.inject.peers;

import io.assay.workload.inject.Components;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.ServiceLocatorUtilities;

/** HK2's locator; asked for every component, as it is lazy. */
final class Hk2Container implements ContainerAdapter {
    private final Components components;
    private final Class<?>[] order;

    Hk2Container(Components components) {
        this.components = components;
        this.order = components.inOrder();
    }

    @Override
    public Components components() {
        return components;
    }

    @Override
    public Running start() {
        ServiceLocator locator = ServiceLocatorUtilities.createAndPopulateServiceLocator();
        ServiceLocatorUtilities.addClasses(locator, order);
        Running running = new Running() {
            @Override
            public Object get(int number) {
                return locator.getService(components.type(number));
            }

            @Override
            public void close() {
                locator.shutdown();
            }
        };
        return Starts.all(components, running);
    }
}
