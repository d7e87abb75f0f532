package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.inject.Service.State;
import org.junit.jupiter.api.Test;

/** Which services are made for those who ask, and who serves when nothing makes them any more. */
class PerRequestTest {
    record Logger(String name) {}

    private static ComponentBuilder<Logger> loggers(String name) {
        return Component.of(Logger.class, creation -> new Logger(name)).scope(Scope.PER_REQUEST);
    }

    private static Component<Logger> asking(Dependency<Logger> dependency) {
        return Component.of(Logger.class, creation -> creation.get(0, Logger.class))
                .as(Object.class)
                .parameter(dependency)
                .build();
    }

    @Test
    void aSharedOneServesWhenNothingIsMadeAnyMore() {
        ServiceContainer container = ServiceContainer.create();
        container.start();
        container.add(Component.instance(Logger.class, new Logger("shared")).build());
        for (boolean stopsFirst : new boolean[] {false, true}) {
            Service<Logger> factory = container.add(loggers("own").build());
            Service<Logger> asking = container.add(asking(Dependency.on(Logger.class)));
            assertEquals("own", asking.instance().name());
            if (stopsFirst) {
                factory.stop();
                assertEquals(State.WAITING, asking.state());
            }
            factory.remove();
            assertEquals(State.ACTIVE, asking.state());
            assertEquals("shared", asking.instance().name());
        }
    }

    @Test
    void aQualifierIsAskedFor() {
        ServiceContainer container = ServiceContainer.create();
        container.start();
        Service<Logger> plain = container.add(asking(Dependency.on(Logger.class)));
        Service<Logger> qualified =
                container.add(asking(Dependency.on(Logger.class).qualified("x")));
        container.add(loggers("x").qualifier("x").build());
        assertEquals("x", qualified.instance().name());
        assertEquals(State.WAITING, plain.state());
        assertThrows(MissingServiceException.class, () -> container.request(Logger.class));
        container.add(loggers("plain").build());
        assertEquals("plain", plain.instance().name());
        assertEquals(new Logger("plain"), container.request(Logger.class).instance());
    }
}
