package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.api.CellRule;
import io.assay.harness.api.Reported;
import io.assay.inject.peers.ContainerAdapter;
import io.assay.inject.peers.CycleTally;
import io.assay.inject.peers.CycleTally.Step;
import io.assay.inject.peers.FleetTally;
import io.assay.inject.peers.GraphVerifier;
import io.assay.workload.inject.Components;
import io.assay.workload.inject.GraphShape;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmarks' own methods, called as JMH calls them, and what guards them. */
class InjectBenchmarksTest {
    private static final int N = 16;

    /** Whether each container builds the graph is {@link ContainerImplementationTest}'s matter; it boots each once more. */
    @Test
    void startsAreCounted() {
        StartBenchmark start = new StartBenchmark();
        start.implementation = ContainerImplementation.FEATHER;
        start.shape = GraphShape.TREE;
        start.n = N;
        StartBenchmark.Counters counters = new StartBenchmark.Counters();
        start.build();
        for (int turn = 0; turn < 2; turn++) {
            start.stop();
            start.start(counters);
        }
        start.close();
        assertEquals(2 * N, counters.items);
        assertEquals(2 * GraphShape.TREE.of(N).edges(), counters.edges);
        assertTrue(counters.bytesPerService > 2 * 16, "an object and its entry are 16 bytes and more");

        StartOnEightThreadsBenchmark eight = new StartOnEightThreadsBenchmark();
        eight.implementation = ContainerImplementation.ACTIVEJ;
        eight.shape = GraphShape.LOGGERS;
        eight.n = N;
        eight.build();
        eight.stop();
        eight.start();
        eight.close();

        ColdStartBenchmark cold = new ColdStartBenchmark();
        cold.implementation = ContainerImplementation.SPRING_SUPPLIERS;
        cold.shape = GraphShape.TREE;
        cold.n = N;
        cold.build();
        // Two shots, as where the live heap is weighed.
        for (int shot = 0; shot < 2; shot++) {
            cold.endEarlier();
            cold.firstStart();
        }
        cold.verify();
        assertTrue(Reported.figures().get(Reported.CLASS_LOADING) > 0);
        Reported.clear();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WELD", "AVAJE", "DAGGER"})
    void whatIsResolvedIsWhatWasAskedFor(ContainerImplementation implementation) {
        ResolveBenchmark resolve = new ResolveBenchmark();
        resolve.implementation = implementation;
        resolve.n = N;
        resolve.build();
        for (int i = 0; i < N + 1; i++) {
            resolve.one();
            resolve.oneOnEightThreads();
        }
        resolve.check();
        resolve.close();
    }

    @Test
    void aContainerThatBuildsSomethingElseIsNoticed() {
        Components components = Components.of(GraphShape.TREE.of(N));
        Object[] all = components.makeAll();
        GraphVerifier.verify(components, number -> all[number]);
        assertRefused(components, number -> all[number], "0 of 16");

        components.makeAll();
        assertRefused(components, number -> all[number ^ 1], "another class");

        Object[] others = components.makeAll();
        assertRefused(components, number -> number == 0 ? others[0] : all[number], "another instance");

        components.makeAll();
        assertRefused(
                components, number -> number == N - 1 ? components.makeAll()[number] : all[number], "another instance");
        components.takeMade();
        components.makeAll();
        ContainerAdapter.Running wasteful = number -> {
            components.make(0, new Object[0]);
            return all[number];
        };
        assertRefused(components, wasteful, "by asking");
    }

    private static void assertRefused(Components components, ContainerAdapter.Running running, String what) {
        String said = assertThrows(IllegalStateException.class, () -> GraphVerifier.verify(components, running))
                .getMessage();
        assertTrue(said.contains(what), said);
    }

    @Test
    void aFleetThatLacksALoggerIsNoticed() {
        FleetTally none = new FleetTally(1);
        assertThrows(IllegalStateException.class, none::take);
        new LoggedServices(none).withLogger(0, 1);
        assertThrows(IllegalStateException.class, none::take);
        FleetTally twice = new FleetTally(2);
        new LoggedServices(twice).withLogger(0, 0);
        new LoggedServices(twice).withLogger(0, 0);
        assertThrows(IllegalStateException.class, twice::take);
    }

    private record LoggedServices(FleetTally tally) {
        void withLogger(int number, int owner) {
            var service = new io.assay.inject.peers.LoggedService(number, tally);
            service.logger(new io.assay.inject.peers.OwnLogger(owner));
            service.started();
        }
    }

    @Test
    void aCycleOutOfTurnIsNoticed() {
        CycleTally right = new CycleTally();
        told(right, Step.START_A, Step.START_B, Step.STOP_B, Step.STOP_A, Step.START_A, Step.START_B);
        right.take(1);
        CycleTally reversed = new CycleTally();
        told(reversed, Step.START_A, Step.START_B, Step.STOP_A, Step.STOP_B, Step.START_A, Step.START_B);
        assertThrows(IllegalStateException.class, () -> reversed.take(1));
        CycleTally halted = new CycleTally();
        told(halted, Step.START_A, Step.START_B, Step.STOP_B, Step.STOP_A);
        assertThrows(IllegalStateException.class, () -> halted.take(1));
    }

    private static void told(CycleTally tally, Step... steps) {
        for (Step step : steps) {
            tally.told(step);
        }
    }

    @Test
    void cellsThatDoNotApplySayWhy() {
        CellRule cells = new ContainerCells();
        assertNotNull(cells.reasonNotToRun(cell("SPRING_BY_TYPE", "STAR", 2_048)));
        assertNull(cells.reasonNotToRun(cell("SPRING_BY_TYPE", "STAR", 1_024)));
        assertEquals("stack overflow on a chain of 1,024", cells.reasonNotToRun(cell("GUICE", "CHAIN", 1_024)));
        assertNull(cells.reasonNotToRun(cell("GUICE", "TREE", 16_384)));
        assertNull(cells.reasonNotToRun(cell("BOUND_NEW", "CHAIN", 16_384)));
        assertNotNull(cells.reasonNotToRun(cell("HK2", "TREE", 10_000)));
        CellRule once = new ContainerCells.Once();
        assertNull(once.reasonNotToRun(cell("HK2", "TREE", 16_384)));
        assertNull(once.reasonNotToRun(cell("SPRING_BY_TYPE", "TREE", 8_192)));
        assertNotNull(once.reasonNotToRun(cell("SPRING_BY_TYPE", "TREE", 8_193)));
        assertEquals("stack overflow on a chain of 512", once.reasonNotToRun(cell("HK2", "CHAIN", 512)));
        assertNotNull(new AdvancedCells().reasonNotToRun(cell("SPRING_LIFECYCLE", "", 16)));
        assertNotNull(new AdvancedCells().reasonNotToRun(cell("FELIX_DM", "", 10_000)));
        assertNotNull(new CycleCells().reasonNotToRun(cell("FELIX_DM", "", 1_000_000)));
        assertNotNull(new CycleCells()
                .reasonNotToRun(Map.of("implementation", "FELIX_DM", "driver", "SERVICE", "n", "10000")));
        assertNull(new CycleCells()
                .reasonNotToRun(Map.of("implementation", "ASSAY", "driver", "SERVICE", "n", "1000000")));
        assertNull(new CycleCells().reasonNotToRun(cell("BOUND_CALLS", "", 1_000_000)));
    }

    private static Map<String, String> cell(String implementation, String shape, int n) {
        return Map.of("implementation", implementation, "shape", shape, "n", Integer.toString(n));
    }
}
