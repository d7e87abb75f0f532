package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.api.Complexity;
import io.assay.harness.api.Sizes;
import io.assay.harness.result.UserError;
import io.assay.harness.scaling.Expectation;
import io.assay.harness.scaling.Growth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComplexitiesTest {
    private static final Map<String, List<String>> PARAMS =
            Map.of("n", List.of("1", "2"), "implementation", List.of("A", "B"));

    @Sizes(from = 16, to = 4096)
    @Complexity(max = "O(n)")
    static class Annotated {
        @Complexity(max = "O(1)", metric = "gc.alloc.rate.norm", where = "implementation=A,B")
        public void method() {}

        public void other() {}
    }

    @Sizes(from = 16, to = 17)
    static class Narrow {}

    @Complexity(max = "O(n)", param = "size")
    static class WithoutParam {}

    @Complexity(max = "O(n)", where = "implementation=A,Bee")
    static class Mistyped {}

    @Test
    void classAndMethodAddUp() {
        List<Expectation> read = Complexities.of(Annotated.class, "x.Annotated.method", PARAMS).stream()
                .map(Expectation::of)
                .toList();
        assertEquals(
                List.of(
                        new Expectation("x.Annotated.method", "n", "score", Growth.LINEAR, Map.of()),
                        new Expectation(
                                "x.Annotated.method",
                                "n",
                                "gc.alloc.rate.norm",
                                Growth.CONSTANT,
                                Map.of("implementation", List.of("A", "B")))),
                read);
        assertEquals(
                1, Complexities.of(Annotated.class, "x.Annotated.other", PARAMS).size());
    }

    @Test
    void theFirstSizesSpanTheRange() {
        Complexities.Range range = Complexities.range(Annotated.class, PARAMS).orElseThrow();
        assertEquals(List.of("16", "49", "147", "446", "1351", "4096"), SizePlan.first(range));
        assertEquals(Optional.empty(), Complexities.range(WithoutParam.class, PARAMS));
    }

    @Test
    void whatCannotBeIsRefused() {
        UserError narrow = assertThrows(UserError.class, () -> Complexities.range(Narrow.class, PARAMS));
        assertTrue(narrow.getMessage().contains("four times"), narrow::getMessage);
        UserError param = assertThrows(UserError.class, () -> Complexities.of(WithoutParam.class, "x.W.m", PARAMS));
        assertTrue(param.getMessage().contains("'size'"), param::getMessage);
        UserError value = assertThrows(UserError.class, () -> Complexities.of(Mistyped.class, "x.M.m", PARAMS));
        assertTrue(value.getMessage().contains("implementation=A,Bee"), value::getMessage);
        assertTrue(value.getMessage().endsWith("it has A, B"), value::getMessage);
        UserError growth = assertThrows(
                UserError.class, () -> Expectation.of(Map.of("benchmark", "b", "max", "O(x)", "metric", "score")));
        assertTrue(growth.getMessage().contains("O(n log n)"), growth::getMessage);
        assertThrows(
                UserError.class, () -> Expectation.of(Map.of("benchmark", "b", "max", "O(n)", "metric", "cpu.time")));
    }

    @Test
    void everyExpectationOfTheSuiteIsReadable() {
        Catalog catalog = Catalog.onClassPath();
        long count = catalog.all().stream()
                .flatMap(b -> catalog.complexities(b).stream())
                .map(Expectation::of)
                .count();
        assertTrue(count >= 8, "only " + count + " expectations were found");
    }
}
