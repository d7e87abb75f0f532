package io.assay.inject;

import static io.assay.inject.Vocabulary.GERMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.inject.Vocabulary.German;
import io.assay.inject.Vocabulary.Logger;
import io.assay.inject.Vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Code of services that runs while one of them leaves may look at the whole container, with what leaves half gone. */
class VerifyWhileLeavingTest {
    private final List<String> failures = new ArrayList<>();
    private final ServiceContainer container = ServiceContainer.builder()
            .failures((service, cause) -> {
                failures.add(cause.toString());
                verify();
            })
            .build();
    private int verified;

    private void verify() {
        container.verify();
        verified++;
    }

    @BeforeEach
    void start() {
        container.start();
        container.add(GERMAN);
    }

    @Test
    void whenItsDependenciesAreTakenAwayOneByOne() {
        Service<Object> service = container.add(Component.of(Object.class, creation -> new Object())
                .inject(Dependency.on(Words.class), (self, words) -> {}, (self, words) -> verify())
                .inject(Dependency.on(German.class), (self, german) -> {}, (self, german) -> verify())
                .inject(Dependency.on(German.class).all(), (self, german) -> {}, (self, german) -> verify())
                .build());
        service.remove();
        assertEquals(List.of(), failures);
        assertEquals(3, verified);
        assertEquals(1, container.statistics().services());
    }

    @Test
    void whenItFailsOnItsWayOut() {
        container.add(Component.of(Object.class, creation -> new Object())
                .inject(Dependency.on(Words.class), (self, words) -> {})
                .inject(Dependency.on(German.class), (self, german) -> {})
                .onStart(self -> {
                    container.services().get(1).remove();
                    throw new IllegalStateException("on its way out");
                })
                .build());
        assertEquals(List.of("java.lang.IllegalStateException: on its way out"), failures);
        assertEquals(1, verified);
        assertEquals(1, container.statistics().services());
    }

    @Test
    void whenOthersHearOfWhoServesInItsPlace() {
        Service<Logger> factory = container.add(Component.of(Logger.class, creation -> new Logger("own"))
                .scope(Scope.PER_REQUEST)
                .inject(Dependency.on(Words.class), (self, words) -> {})
                .inject(Dependency.on(German.class), (self, german) -> {})
                .build());
        container.add(Component.of(Object.class, creation -> new Object())
                .inject(Dependency.on(Logger.class), (self, logger) -> verify())
                .build());
        assertEquals(1, verified);
        container.add(Component.instance(Logger.class, new Logger("shared")).build());
        factory.remove();
        assertEquals(2, verified);
        assertEquals(List.of(), failures);
    }
}
