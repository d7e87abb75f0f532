package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Sizes;
import io.assay.workload.TokenTable;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmarks' own methods, called as JMH calls them, over all that their parameters offer. */
@Timeout(120)
class FutureBenchmarkTest {
    @ParameterizedTest
    @EnumSource(FutureImplementation.class)
    void createCompleteGet(FutureImplementation implementation) {
        FutureBenchmark benchmark = new FutureBenchmark();
        benchmark.implementation = implementation;
        benchmark.build();
        benchmark.rewind();
        for (int i = 0; i < 1_000; i++) {
            benchmark.createCompleteGet();
        }
        benchmark.check();
    }

    @ParameterizedTest
    @EnumSource(FutureImplementation.class)
    void chains(FutureImplementation implementation) {
        for (int n : new int[] {1, 16, 256}) {
            FutureChainBenchmark benchmark = new FutureChainBenchmark();
            benchmark.implementation = implementation;
            benchmark.n = n;
            benchmark.build();
            benchmark.rewind();
            // Guava makes an exception for each link that a failure passes.
            int turns = n == 256 && implementation == FutureImplementation.GUAVA ? 60 : 600;
            for (int i = 0; i < turns; i++) {
                benchmark.mapDone();
                benchmark.mapPending();
                benchmark.flatMapDone();
                benchmark.flatMapPending();
                benchmark.recover();
            }
            benchmark.check();
        }
    }

    @ParameterizedTest
    @EnumSource(FutureImplementation.class)
    void all(FutureImplementation implementation) {
        for (int n : new int[] {8, 64}) {
            FutureAllBenchmark benchmark = new FutureAllBenchmark();
            benchmark.implementation = implementation;
            benchmark.n = n;
            benchmark.build();
            benchmark.rewind();
            for (int i = 0; i < 600; i++) {
                benchmark.allDone();
                benchmark.allPending();
            }
            benchmark.check();
        }
    }

    @ParameterizedTest
    @EnumSource(FutureImplementation.class)
    void theLargestSizesThatAreDeclared(FutureImplementation implementation) {
        FutureChainBenchmark chains = new FutureChainBenchmark();
        chains.implementation = implementation;
        chains.n = FutureChainBenchmark.class.getAnnotation(Sizes.class).to();
        chains.build();
        chains.rewind();
        FutureAllBenchmark all = new FutureAllBenchmark();
        all.implementation = implementation;
        all.n = FutureAllBenchmark.class.getAnnotation(Sizes.class).to();
        all.build();
        all.rewind();
        for (int i = 0; i < 3; i++) {
            chains.mapDone();
            chains.mapPending();
            chains.flatMapDone();
            chains.flatMapPending();
            chains.recover();
            all.allDone();
            all.allPending();
        }
        chains.check();
        all.check();
    }

    @ParameterizedTest
    @EnumSource(value = FutureImplementation.class, names = "BOUND_.*", mode = EnumSource.Mode.MATCH_NONE)
    void handoff(FutureImplementation implementation) throws InterruptedException {
        for (HandoffWaiting waiting : HandoffWaiting.values()) {
            FutureHandoffBenchmark benchmark = new FutureHandoffBenchmark();
            benchmark.implementation = implementation;
            benchmark.waiting = waiting;
            benchmark.start();
            benchmark.rewind();
            for (int i = 0; i < 20; i++) {
                benchmark.roundTrip();
            }
            benchmark.check();
            benchmark.stop();
        }
    }

    @Test
    void theSimplestHeadlineNamesEveryLibrary() {
        String libraries = Arrays.stream(FutureImplementation.values())
                .map(Enum::name)
                .filter(name -> !name.startsWith("BOUND_"))
                .collect(Collectors.joining(","));
        assertEquals("implementation=" + libraries, FutureImplementation.LIBRARIES);
    }

    @ParameterizedTest
    @EnumSource(FutureImplementation.class)
    void onlyWhatKnowsOneThreadIsNotHandedOver(FutureImplementation implementation) {
        Cells rule = FutureHandoffBenchmark.class.getAnnotation(Cells.class);
        assertEquals(HandoffCells.class, rule.value());
        String reason = new HandoffCells().reasonNotToRun(Map.of("implementation", implementation.name()));
        assertEquals(implementation == FutureImplementation.BOUND_OBJECTS, reason != null);
    }

    @ParameterizedTest
    @EnumSource(LazyImplementation.class)
    void lazyChains(LazyImplementation implementation) {
        for (int n : new int[] {1, 16, 256}) {
            LazyFutureBenchmark benchmark = new LazyFutureBenchmark();
            benchmark.implementation = implementation;
            benchmark.n = n;
            benchmark.build();
            benchmark.rewind();
            for (int i = 0; i < 600; i++) {
                benchmark.mapDone();
                benchmark.mapPending();
            }
            benchmark.check();
        }
    }

    @Test
    void aWrongValueIsFound() {
        TokenTable table = new TokenTable();
        Answers answers = new Answers(table.weightsAfter(1));
        answers.rewind();
        answers.next();
        answers.add(table.token(0).weight);
        assertThrows(IllegalStateException.class, () -> answers.check("the wrong one"));
    }

    @Test
    void theRingIsOne() {
        TokenTable table = new TokenTable();
        for (int i = 0; i < TokenTable.SIZE; i++) {
            assertEquals(table.token(i).weight, table.weightsAfter(TokenTable.SIZE)[i]);
            assertFalse(table.token(i) == TokenTable.step(table.token(i)));
        }
    }
}
