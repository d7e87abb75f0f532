package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.inject.peers.ContainerAdapter;
import io.assay.inject.peers.GraphVerifier;
import io.assay.workload.inject.GraphShape;
import io.assay.workload.inject.ServiceGraph;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every container over every shape, and over graphs that cannot be built. */
class ContainerImplementationTest {
    private static final int N = 16;

    /** One shape does where a start takes a tenth of a second or compiles. */
    private static final Set<ContainerImplementation> SLOW =
            EnumSet.of(ContainerImplementation.WELD, ContainerImplementation.AVAJE, ContainerImplementation.DAGGER);

    @ParameterizedTest
    @EnumSource
    void buildsTheGraphTwice(ContainerImplementation implementation) {
        Set<GraphShape> shapes =
                SLOW.contains(implementation) ? EnumSet.of(GraphShape.LAYERS) : EnumSet.allOf(GraphShape.class);
        for (GraphShape shape : shapes) {
            try (ContainerAdapter adapter = implementation.over(shape.of(N))) {
                for (int turn = 0; turn < 2; turn++) {
                    try (ContainerAdapter.Running running = adapter.start()) {
                        GraphVerifier.verify(adapter.components(), running);
                    }
                }
            }
        }
    }

    /** Hand-written code that lacks a component, or goes round, is not compiled. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BOUND_NEW")
    void refusesACycle(ContainerImplementation implementation) {
        // Micronaut follows suppliers, which it cannot see through, until the stack is full.
        String reason = implementation == ContainerImplementation.MICRONAUT
                ? "StackOverflowError"
                : "circular|cyclic|cycle|in creation|no dependency provided";
        assertRefused(implementation, ServiceGraph.cyclic(size(implementation)), reason);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BOUND_NEW")
    void refusesWhatIsMissing(ContainerImplementation implementation) {
        assertRefused(implementation, ServiceGraph.missing(size(implementation)), "absent");
    }

    /** Fewer where each of them is compiled. */
    private static int size(ContainerImplementation implementation) {
        return SLOW.contains(implementation) ? N / 4 : N;
    }

    private static void assertRefused(ContainerImplementation implementation, ServiceGraph graph, String reason) {
        RuntimeException refused = assertThrows(RuntimeException.class, () -> {
            try (ContainerAdapter adapter = implementation.over(graph)) {
                adapter.start().close();
            }
        });
        String said = Stream.iterate((Throwable) refused, Objects::nonNull, Throwable::getCause)
                .limit(100)
                .map(Throwable::toString)
                .collect(Collectors.joining("\n"));
        assertTrue(
                Pattern.compile(reason, Pattern.CASE_INSENSITIVE).matcher(said).find(), said);
    }
}
