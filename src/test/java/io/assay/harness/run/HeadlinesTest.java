package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.api.Headline;
import io.assay.harness.result.UserError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlinesTest {
    private static final Map<String, List<String>> PARAMS =
            Map.of("workload", List.of("A", "B", "C"), "n", List.of("1", "10"));

    /** Marked on the class and on a method. */
    @Headline({"workload=A,B", "n=10"})
    public static final class Both {
        /** Has the class's alone. */
        public void unmarked() {}

        /** Adds two. */
        @Headline("workload=C")
        @Headline
        public void marked() {}
    }

    /** Marked wrongly. */
    public static final class Wrong {
        /** No value. */
        @Headline("workload")
        public void noEquals() {}

        /** No name. */
        @Headline("=A")
        public void noName() {}

        /** Mistyped name. */
        @Headline("wrokload=A")
        public void noParameter() {}

        /** Mistyped value. */
        @Headline("workload=A,Bee")
        public void noValue() {}

        /** Nothing behind the equals sign. */
        @Headline("workload=")
        public void emptyValue() {}
    }

    @Test
    void theClassesCoverAllItsMethods() {
        assertEquals(
                List.of(Map.of("workload", List.of("A", "B"), "n", List.of("10"))),
                Headlines.of(Both.class, "unmarked", PARAMS));
    }

    @Test
    void theMethodsAddUp() {
        assertEquals(
                List.of(
                        Map.of("workload", List.of("A", "B"), "n", List.of("10")),
                        Map.of("workload", List.of("C")),
                        Map.of()),
                Headlines.of(Both.class, "marked", PARAMS));
    }

    @Test
    void anUnmarkedClassHasNone() {
        assertEquals(List.of(), Headlines.of(HeadlinesTest.class, "theMethodsAddUp", PARAMS));
    }

    /** What can match no row would silently take the family out of the quick suite. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noEquals | @Headline(\"workload\")",
                "noName | @Headline(\"=A\")",
                "noParameter | @Headline(\"wrokload=A\")",
                "noValue | @Headline(\"workload=A,Bee\")",
                "emptyValue | @Headline(\"workload=\")",
            })
    void whatCanMatchNoRowIsRefused(String method, String told) {
        String message = assertThrows(UserError.class, () -> Headlines.of(Wrong.class, method, PARAMS))
                .getMessage();
        assertTrue(message.startsWith(told + " on " + Wrong.class.getName()), message);
    }
}
